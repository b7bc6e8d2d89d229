using Orleans.Concurrency;

namespace GitAIOps.Agent.Conversations;

/// <summary>One thread of talk; its key is the conversation id.</summary>
internal interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>Something waits in the inbox.</summary>
    [OneWay]
    Task PokeAsync();

    /// <summary>Cancels the turn that runs, if any; goes past everything that waits.</summary>
    [AlwaysInterleave]
    Task StopAsync();
}
