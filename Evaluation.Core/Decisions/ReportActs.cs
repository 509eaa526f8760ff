using Evaluation.Core.Problems;

namespace Evaluation.Core.Decisions;

/// <summary>A director vouches for a version.</summary>
/// <param name="Version">Which.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as trails name them.</param>
/// <param name="Function">In what function, no person’s name.</param>
/// <param name="Comment">What there is to say of it; always there below 80 % of the values.</param>
public sealed record ReportValidation(int Version, DateTimeOffset At, string By, string Function, string? Comment);

/// <summary>A version goes out to the communes.</summary>
/// <param name="Version">Which.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as trails name them.</param>
/// <param name="Told">Whether each recipient has its notice in the outbox; false while that is being done.</param>
public sealed record ReportTransmission(int Version, DateTimeOffset At, string By, bool Told);

/// <summary>What was decided of the versions of a report; nothing, to begin with.</summary>
/// <param name="Validations">In order, one a version at most.</param>
/// <param name="Transmissions">In order, one a version at most.</param>
public sealed record ReportActs(IReadOnlyList<ReportValidation> Validations, IReadOnlyList<ReportTransmission> Transmissions)
{
    /// <summary>Nothing was decided.</summary>
    public static ReportActs None { get; } = new([], []);

    /// <summary>The validation of a version; null when it has none.</summary>
    public ReportValidation? ValidationOf(int version) => Validations.FirstOrDefault(v => v.Version == version);

    /// <summary>The transmission of a version; null when it has none.</summary>
    public ReportTransmission? TransmissionOf(int version) => Transmissions.FirstOrDefault(t => t.Version == version);

    /// <summary>Where a version stands.</summary>
    /// <param name="version">Which.</param>
    /// <param name="latest">The latest published one.</param>
    public ReportState StateOf(int version, int latest) =>
        version < latest ? ReportState.Replaced
        : TransmissionOf(version) is not null ? ReportState.Transmitted
        : ValidationOf(version) is not null ? ReportState.Validated
        : ReportState.Draft;

    /// <summary>What is decided once a version is validated; the same when the same person already did so in the same words.</summary>
    /// <param name="asked">By whom, in what function, with what comment.</param>
    /// <param name="latest">The latest published version.</param>
    /// <param name="received">What came of the values that were due, when the version was made.</param>
    public Outcome<ReportActs> Validate(ReportValidation asked, int latest, ReportCompleteness received)
    {
        if (ValidationOf(asked.Version) is { } known)
        {
            return known with { At = asked.At } == asked
                ? Is(this)
                : Refused(Refusals.ReportValidated.At("", asked.Version, known.Function));
        }

        return asked.Version < latest ? Replaced(asked.Version, latest)
            : received.IsWeak && asked.Comment is null ? Refused(Refusals.ReportComment.At("/comment", received.InWords))
            : Is(this with { Validations = [.. Validations, asked] });
    }

    /// <summary>What is decided once a version is transmitted; the same when the same person already did so.</summary>
    /// <param name="asked">By whom.</param>
    /// <param name="latest">The latest published version.</param>
    public Outcome<ReportActs> Transmit(ReportTransmission asked, int latest)
    {
        if (TransmissionOf(asked.Version) is { } known)
        {
            return known.By == asked.By
                ? Is(this)
                : Refused(Refusals.ReportTransmitted.At("", asked.Version));
        }

        return asked.Version < latest ? Replaced(asked.Version, latest)
            : ValidationOf(asked.Version) is null ? Refused(Refusals.ReportNotValidated.At("", asked.Version))
            : Is(this with { Transmissions = [.. Transmissions, asked] });
    }

    /// <summary>What is decided once each recipient of a version has its notice in the outbox; the same when it was so.</summary>
    public ReportActs Tell(int version) => TransmissionOf(version) is { Told: false } told
        ? this with { Transmissions = [.. Transmissions.Select(t => t == told ? t with { Told = true } : t)] }
        : this;

    private static Outcome<ReportActs> Replaced(int version, int latest) => Refused(Refusals.ReportReplaced.At("", version, latest));

    private static Outcome<ReportActs> Is(ReportActs acts) => Outcome<ReportActs>.Of([], () => acts);

    private static Outcome<ReportActs> Refused(Refusal refusal) => Outcome<ReportActs>.Of([refusal], () => None);
}
