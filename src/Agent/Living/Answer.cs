using GitAIOps.Memory.Messages;
using GitAIOps.Turns;

namespace GitAIOps.Agent.Living;

/// <summary>What a turn comes to.</summary>
/// <param name="Calls">Saved calls to hang below the reply.</param>
/// <param name="Buttons">What the reply's buttons stand for.</param>
internal sealed record Answer(Reply Reply, IReadOnlyList<MessageCall> Calls, IReadOnlyList<StoredButton> Buttons)
{
    public static Answer Of(Reply reply) => new(reply, [], []);
}
