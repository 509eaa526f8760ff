using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Versions;

namespace Evaluation.Core.Reports;

/// <summary>A version and what it rests on.</summary>
/// <param name="Number">From 1.</param>
/// <param name="On">Local date on which it was made.</param>
/// <param name="Base">What it rests on; null when it was not kept.</param>
public sealed record EarlierVersion(int Number, DateOnly On, VersionBase? Base);

/// <summary>Writes what changed since an earlier version.</summary>
/// <param name="earlier">The version before.</param>
/// <param name="present">What the version being made rests on.</param>
/// <param name="catalogue">Names of indicators.</param>
internal sealed class ChangesWriter(EarlierVersion earlier, VersionBase present, Catalogue catalogue)
{
    private const int Cents = 2;

    public ChangesSection Write()
    {
        if (earlier.Base is not { } before || !present.ComparesWith(before))
        {
            return Section($"La version {earlier.Number} n’a pas gardé de quoi comparer.");
        }

        var changes = VersionChanges.Of(before, present);
        return Section(ChangesWords.Sentence(changes, earlier)) with
        {
            AmountsSentence = ChangesWords.Amounts(changes, earlier.Number) is { } amounts ? ReportText.Prose(amounts) : null,
            Figures = [.. changes.Values.Select(Of), .. changes.Costs.Select(Of), .. changes.Calls.Select(Of)],
            Terms = [.. changes.Terms.Select(Of)],
            Records = [.. changes.Records.Select(r => ReportText.Prose(r.Name))],
            Amounts = changes.Split is { HasChanged: true } split ? Of(split) : null,
        };
    }

    private ChangesSection Section(string sentence) =>
        new(earlier.Number, earlier.On, ReportText.Prose(sentence), null, [], [], [], null);

    private ChangedFigure Of(ChangedValue value)
    {
        var definition = catalogue.Find(value.Key.Indicator)?.In(value.Key.Period);
        var decimals = Math.Max(
            definition?.Decimals ?? 0, Math.Max(Scale(value.Before?.Value), Scale(value.After?.Value)));
        return new ChangedFigure(
            ChangedKind.Value,
            value.Key.Indicator,
            ReportText.Prose(definition?.Label ?? value.Key.Indicator),
            value.Key.Member is { } member ? Named(member) : null,
            FrenchPeriod.InWords(value.Key.Period),
            Figure.Of(value.Before?.Value, decimals),
            Figure.Of(value.After?.Value, decimals),
            Between(value.Before?.Value, value.After?.Value, decimals),
            definition?.UnitLabel ?? "",
            decimals,
            ChangesWords.Note(value));
    }

    private ChangedFigure Of(ChangedCost cost)
    {
        var stage = cost.Line.Stage switch { CostStage.Forecast => "prévu", CostStage.Actual => "constaté" };
        var evidence = cost.Line.Evidence is { } text ? $", {text}" : "";
        return Euros(
            ChangedKind.Cost,
            $"{cost.Line.Category.Label()}, {stage}{evidence}",
            cost.Line.Member,
            ReportText.Year(cost.Line.Year),
            cost.Before,
            cost.After);
    }

    private ChangedFigure Of(ChangedCall call)
    {
        return Euros(
            ChangedKind.Call,
            $"{FrenchText.Opening(call.Call.Kind.Label())} du {FrenchDate.InWords(call.Call.CalledOn)}",
            call.Call.Member,
            ReportText.Year(call.Call.Year),
            call.Before,
            call.After);
    }

    private ChangedFigure Euros(ChangedKind kind, string label, Siren? member, string period, decimal? before, decimal? after) => new(
        kind,
        null,
        ReportText.Prose(label),
        member is { } siren ? Named(siren) : null,
        period,
        Euros(before),
        Euros(after),
        Between(before, after, Cents),
        "€",
        Cents,
        null);

    private static ChangedWords Of(ChangedTerm term) => new(
        ChangesWords.Topic(term.Term.Topic),
        ReportText.Prose(term.Term.Label),
        term.Before is { } before ? ReportText.Prose(before) : null,
        term.After is { } after ? ReportText.Prose(after) : null);

    private ChangedAmounts Of(ChangedSplit split) => new(
        [
            .. split.Amounts.Select(a =>
            {
                var member = Named(a.Member);
                return new ChangedAmountRow(member, member.Name, Euros(a.Before), Euros(a.After), a.Difference);
            }),
        ],
        [
            .. new[] { ("Part du porteur", split.ProviderPart), ("Écart d’arrondi", split.RoundingGap) }
                .Where(line => line.Item2 is not { Before: 0, After: 0 })
                .Select(line => Line(line.Item1, line.Item2)),
        ],
        Line("Total", split.Total));

    private static ChangedAmountRow Line(string label, ChangedSum sum) =>
        new(null, label, Euros(sum.Before), Euros(sum.After), sum.Difference);

    private static Figure Euros(decimal? euros) => euros is { } known ? Figure.Of(known, Cents) : Figure.NotApplicable;

    private static Figure Between(decimal? before, decimal? after, int decimals) =>
        after - before is { } difference ? Figure.Of(difference, decimals) : Figure.NotApplicable;

    private static int Scale(decimal? value) => value is { } known ? Math.Min((int)(known / 1.000000000000000000000000000000m).Scale, 6) : 0;

    private ReportMember Named(Siren siren) => (present.Find(siren) ?? earlier.Base!.Find(siren)) is { } member
        ? new ReportMember(siren.ToString(), member.InseeCode, ReportText.Name(member.Name))
        : new ReportMember(siren.ToString(), null, siren.ToString());
}
