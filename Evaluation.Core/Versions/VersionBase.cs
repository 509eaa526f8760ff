using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Versions;

/// <summary>
/// What a version of a report rests on, kept beside it so that the next one tells what changed. Values are those that came,
/// not those that registers give: these follow from the rest.
/// </summary>
/// <param name="Format">How it is written: two bases compare when they are written alike.</param>
/// <param name="Members">Who bears which number, in the community’s order.</param>
/// <param name="Values">Those of the year and of the one before.</param>
/// <param name="Costs">Lines of the year and of the one before, equal ones added up.</param>
/// <param name="Calls">What was called from members for both years, calls of one day and kind added up.</param>
/// <param name="Terms">Members, rules and definitions, in words.</param>
/// <param name="Records">Documents, told apart by their digests only.</param>
/// <param name="Split">Who pays what; null when nothing is shared.</param>
public sealed record VersionBase(
    int Format,
    IReadOnlyList<BaseMember> Members,
    IReadOnlyList<BaseSeries> Values,
    IReadOnlyList<BaseCost> Costs,
    IReadOnlyList<BaseCall> Calls,
    IReadOnlyList<BaseTerm> Terms,
    IReadOnlyList<BaseRecord> Records,
    BaseSplit? Split)
{
    // Raised when the words of terms or the way of adding lines up change: an older base then compares no more.
    private const int PresentFormat = 1;

    /// <summary>What an evaluation rests on.</summary>
    /// <param name="evaluation">Of a year.</param>
    /// <param name="records">The documents it was read from.</param>
    public static VersionBase Of(AnnualEvaluation evaluation, IReadOnlyList<BaseRecord> records)
    {
        var dossier = evaluation.Dossier;
        return new VersionBase(
            PresentFormat,
            [.. dossier.Community.Members.Select(m => new BaseMember(m.Siren, m.InseeCode, m.Name))],
            BaseSeries.Of(dossier.Values),
            [.. dossier.Costs.OrderBy(c => c.Year).SelectMany(BaseCost.Of)],
            [.. dossier.Costs.OrderBy(c => c.Year).SelectMany(BaseCall.Of)],
            BaseTerms.Of(evaluation),
            records,
            evaluation.Allocation.Allocation is { } allocation ? BaseSplit.Of(allocation) : null);
    }

    /// <summary>Whether what changed since another can be told.</summary>
    public bool ComparesWith(VersionBase other) => Format == other.Format;

    /// <summary>The name of a member; null when it is none.</summary>
    public BaseMember? Find(Siren siren) => Members.FirstOrDefault(m => m.Siren == siren);
}

/// <summary>Who bears a number.</summary>
public sealed record BaseMember(Siren Siren, string? InseeCode, string Name);

/// <summary>Values of one indicator and member, or the service, that are settled and obtained alike.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Member">Who; null at service level.</param>
/// <param name="Status">How settled.</param>
/// <param name="Quality">How obtained.</param>
/// <param name="Periods">In order.</param>
/// <param name="Values">One a period.</param>
public sealed record BaseSeries(
    string Indicator,
    Siren? Member,
    ValueStatus Status,
    ValueQuality Quality,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<decimal> Values)
{
    internal static IReadOnlyList<BaseSeries> Of(ValueBook values) =>
    [
        .. values.All.GroupBy(v => (v.Key.Indicator, v.Key.Member, v.Status, v.Quality)).Select(same => new BaseSeries(
            same.Key.Indicator,
            same.Key.Member,
            same.Key.Status,
            same.Key.Quality,
            [.. same.Select(v => v.Key.Period)],
            [.. same.Select(v => v.Value)])),
    ];
}

/// <summary>A cost.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Category">Its nature.</param>
/// <param name="Stage">Planned or observed.</param>
/// <param name="Member">The member that alone bears it; null when all share it.</param>
/// <param name="Evidence">What supports it; null when nothing was given.</param>
/// <param name="Amount">Euros, to the cent.</param>
public sealed record BaseCost(int Year, CostCategory Category, CostStage Stage, Siren? Member, string? Evidence, decimal Amount)
{
    internal static IEnumerable<BaseCost> Of(CostYear costs) => costs.Lines
        .GroupBy(l => (l.Category, l.Stage, l.DirectMember, l.Evidence))
        .Select(same => new BaseCost(
            costs.Year, same.Key.Category, same.Key.Stage, same.Key.DirectMember, same.Key.Evidence, same.Sum(l => l.Amount)));
}

/// <summary>An amount called from a member.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Member">Who.</param>
/// <param name="Kind">Instalment or régularisation.</param>
/// <param name="CalledOn">Day of the titre or of the imputation.</param>
/// <param name="Amount">Euros, to the cent; negative for what is paid back.</param>
public sealed record BaseCall(int Year, Siren Member, CallKind Kind, DateOnly CalledOn, decimal Amount)
{
    internal static IEnumerable<BaseCall> Of(CostYear costs) => costs.Calls
        .GroupBy(c => (c.Member, c.Kind, c.CalledOn))
        .Select(same => new BaseCall(costs.Year, same.Key.Member, same.Key.Kind, same.Key.CalledOn, same.Sum(c => c.Amount)));
}

/// <summary>What a term is about.</summary>
public enum TermTopic
{
    /// <summary>Who takes part and when; inhabitants.</summary>
    Members,

    /// <summary>The legal form, the convention, the key and its terms.</summary>
    Rules,

    /// <summary>What an indicator says, how it is counted, what it aims at.</summary>
    Definitions,

    /// <summary>How many values are due.</summary>
    Completeness,
}

/// <summary>A term in words.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Id">Which, the same from one version to the next whatever names become.</param>
/// <param name="Label">French name.</param>
/// <param name="Text">What it says, French words.</param>
public sealed record BaseTerm(TermTopic Topic, string Id, string Label, string Text);

/// <summary>What a document has to do with a report.</summary>
public enum RecordKind
{
    /// <summary>A part of a declaration.</summary>
    Declaration,

    /// <summary>The time before pooling, against which savings are measured.</summary>
    Reference,

    /// <summary>What was decided of a year.</summary>
    Decision,

    /// <summary>How reports are written, for which the app alone answers.</summary>
    Presentation,
}

/// <summary>A document, or a part of one, that is compared as a whole.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">French name, as it ends a sentence.</param>
/// <param name="Digest">SHA-256 of its bytes, in hexadecimal: equal ones say the same.</param>
public sealed record BaseRecord(RecordKind Kind, string Name, string Digest);

/// <summary>Who pays what: total = Σ shares + rounding gap + provider’s part, exactly.</summary>
/// <param name="Total">Euros.</param>
/// <param name="ProviderPart">Euros that no member owes.</param>
/// <param name="RoundingGap">« Écart d’arrondi », euros.</param>
/// <param name="Shares">By member, in the community’s order.</param>
public sealed record BaseSplit(decimal Total, decimal ProviderPart, decimal RoundingGap, IReadOnlyList<BaseShare> Shares)
{
    internal static BaseSplit Of(Allocation allocation) => new(
        allocation.Total,
        allocation.ProviderPart,
        allocation.RoundingGap,
        [.. allocation.Shares.Select(s => new BaseShare(s.Member.Siren, s.Amount))]);
}

/// <summary>What a member owes, in euros to the cent.</summary>
public sealed record BaseShare(Siren Member, decimal Amount);
