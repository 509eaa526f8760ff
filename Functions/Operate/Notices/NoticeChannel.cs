using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>What became of a notice that a channel was given.</summary>
internal enum ChannelFate
{
    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>It was refused for what it is: trying again cannot help.</summary>
    Refused,

    /// <summary>It was not taken now.</summary>
    NotNow,

    /// <summary>Nobody answered: nothing else would get through either.</summary>
    Unreachable,
}

/// <summary>The answer of a channel.</summary>
/// <param name="Fate">What became of the notice.</param>
/// <param name="Outcome">The same in French, for people.</param>
internal sealed record ChannelAnswer(ChannelFate Fate, string Outcome);

/// <summary>
/// A way out for notices. A notice may be given twice, after a crash between the sending and the noting: each channel
/// carries its key so that receivers can drop the second.
/// </summary>
internal interface INoticeChannel
{
    /// <summary>How the log of attempts calls it.</summary>
    string Name { get; }

    /// <summary>Whether it delivers to addresses; otherwise the receiver knows where things go.</summary>
    bool NeedsMailbox { get; }

    /// <summary>Whether files go with what it delivers; otherwise their addresses do.</summary>
    bool CarriesFiles { get; }

    /// <summary>Gives it a notice.</summary>
    /// <param name="notice">What is told.</param>
    /// <param name="mailbox">To whom; null when no address is recorded.</param>
    /// <param name="enclosed">The report that goes with it; null with most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<ChannelAnswer> SendAsync(Notice notice, string? mailbox, Enclosure? enclosed, CancellationToken cancellationToken);
}
