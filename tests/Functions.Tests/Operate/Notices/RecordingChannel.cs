using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>A way out that answers as it is told and remembers what it was given.</summary>
internal sealed class RecordingChannel(ChannelFate fate) : INoticeChannel
{
    private readonly List<string> _given = [];

    /// <summary>The keys of what it was given, in order.</summary>
    public IReadOnlyList<string> Given => _given;

    public string Name => "essai";

    public bool NeedsMailbox => true;

    public bool CarriesFiles => true;

    public Task<ChannelAnswer> SendAsync(Notice notice, string? mailbox, Enclosure? enclosed, CancellationToken cancellationToken)
    {
        _given.Add(notice.Key);
        return Task.FromResult(new ChannelAnswer(fate, "Réponse de l’essai."));
    }
}
