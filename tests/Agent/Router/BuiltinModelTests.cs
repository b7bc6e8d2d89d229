using GitAIOps.Agent.Models.Builtin;
using GitAIOps.Turns;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace GitAIOps.Tests.Agent.Routing;

public sealed class BuiltinModelTests
{
    private static readonly Router Router = Router.Open();

    [Fact]
    public async Task A_request_becomes_a_call()
    {
        var message = await AnswerAsync("show me the log of job 815");

        var call = Assert.Single(message.Items.OfType<FunctionCallContent>());
        Assert.Equal("Pipelines", call.PluginName);
        Assert.Equal("log", call.FunctionName);
        Assert.Equal("815", call.Arguments!["job"]);
    }

    [Fact]
    public async Task Two_requests_become_two_calls_in_order()
    {
        var message = await AnswerAsync("show me the log of job 815, then retry it");

        Assert.Equal(["log", "retry"], message.Items.OfType<FunctionCallContent>().Select(call => call.FunctionName));
    }

    [Fact]
    public async Task A_function_that_is_not_there_yet_is_said_to_be_missing()
    {
        var message = await AnswerAsync("who should review !17?");

        Assert.StartsWith("I cannot suggest reviewers for a merge request yet.", message.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello", "Hello!")]
    [InlineData("thanks", "You are welcome.")]
    public async Task Courtesy_is_answered(string text, string answer)
    {
        var message = await AnswerAsync(text);

        Assert.StartsWith(answer, message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_looked_at_is_told_instead_of_called()
    {
        var message = await AnswerAsync("retry !17");

        Assert.Empty(message.Items.OfType<FunctionCallContent>());
        Assert.StartsWith("That is a merge request", message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for()
    {
        var message = await AnswerAsync("retry the failed jobs");

        Assert.StartsWith("Which pipeline do you mean?", message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_a_change_does_nothing_and_says_so()
    {
        var message = await AnswerAsync("should I retry job 815?");

        Assert.Empty(message.Items.OfType<FunctionCallContent>());
        Assert.Contains("nothing was done", message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_result_the_card_speaks()
    {
        var history = new ChatHistory("You are an agent.");
        history.AddUserMessage("retry job 815");
        history.Add(new(AuthorRole.Tool, [new FunctionResultContent("retry", "Remediation", "1", "{}")]));

        var messages = await Model().GetChatMessageContentsAsync(
            history, null, Kernel(), TestContext.Current.CancellationToken);

        Assert.True(string.IsNullOrEmpty(messages[0].Content));
    }

    private static async Task<ChatMessageContent> AnswerAsync(string text)
    {
        var history = new ChatHistory("You are an agent.");
        history.AddUserMessage(text);
        var messages = await Model().GetChatMessageContentsAsync(
            history, null, Kernel(), TestContext.Current.CancellationToken);
        return Assert.Single(messages);
    }

    private static BuiltinModel Model()
    {
        var turn = new CurrentTurn();
        turn.Begin(new("test", "ada", "Ada"), Focus.Nothing);
        return new(Router, turn);
    }

    private static Kernel Kernel()
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromFunctions("Pipelines", [KernelFunctionFactory.CreateFromMethod(() => "", "log")]);
        kernel.Plugins.AddFromFunctions("Remediation", [KernelFunctionFactory.CreateFromMethod(() => "", "retry")]);
        return kernel;
    }
}
