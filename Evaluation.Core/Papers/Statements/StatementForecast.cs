using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Statements;

/// <summary>The forecast unit cost of the next year, for all or for one.</summary>
internal static class StatementForecast
{
    private const int UnitCostDecimals = 4;

    /// <summary>The forecast of the next year in one sentence, or why there is none.</summary>
    public static string Sentence(StatementFacts facts) =>
        facts.Next is not { } next ? $"Le coût unitaire prévisionnel de {facts.NextWritten} n’est pas disponible : rien n’est prévu pour cet exercice."
        : ForecastUnitCost.Of(next) is var forecast && forecast.Value is { } value
            ? $"Le coût unitaire prévisionnel de {facts.NextWritten} est de {FrenchNumber.Format(value, UnitCostDecimals)}{FrenchNumber.UnitSpace}€."
        : $"Le coût unitaire prévisionnel de {facts.NextWritten} n’est pas disponible : {forecast.WhyNone}.";

    /// <summary>Cost, units and unit cost of the next year; nothing without a unit cost.</summary>
    public static IEnumerable<PaperBlock> Basis(StatementFacts facts)
    {
        if (facts.Next is null || ForecastUnitCost.Of(facts.Next) is not { Value: { } value } forecast)
        {
            yield break;
        }

        yield return new PaperTable(
            "Coût unitaire prévu",
            $"Coût unitaire prévisionnel de {facts.NextWritten}" + (forecast.Unit is { } unit ? $" — unité : {unit.Name}" : ""),
            "Coût d’une unité : coût prévu ÷ unités prévues par la convention, arrondi à quatre décimales",
            [PaperColumn.Words("Mesure"), PaperColumn.Euros(facts.NextWritten)],
            [
                PaperRow.Of("Coût prévu (€)", forecast.Cost!.Value),
                PaperRow.Of("Unités prévues", new PaperCell { Number = forecast.Units, Format = PaperFormat.Number(Decimals(forecast)) }),
                PaperRow.Of("Coût d’une unité (€)", new PaperCell { Number = value, Format = PaperFormat.Number(UnitCostDecimals) }),
            ]);
        if (forecast.DueOn is { } day)
        {
            yield return new PaperNote(day < facts.AsOf
                ? $"Ce coût était à communiquer aux bénéficiaires le {FrenchDate.InWords(day)} au plus tard (CGCT D5211-16) : cette date est passée."
                : $"Ce coût est à communiquer aux bénéficiaires le {FrenchDate.InWords(day)} au plus tard (CGCT D5211-16).");
        }
    }

    /// <summary>Forecast units and amounts of some; nothing without a unit cost.</summary>
    public static IEnumerable<PaperBlock> Of(StatementFacts facts, IReadOnlyList<Siren> members)
    {
        if (facts.Next is null || members.Count == 0 || ForecastUnitCost.Of(facts.Next) is not { Value: not null } forecast)
        {
            yield break;
        }

        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Bénéficiaire"), new("Unités prévues", PaperFormat.Number(Decimals(forecast))),
            .. forecast.IsPriced ? [PaperColumn.Euros("Montant indicatif")] : (PaperColumn[])[],
        ];
        var others = members.Count > 1 ? forecast.ByMember.Select(m => m.Member).Except(members).ToList() : [];
        IReadOnlyList<PaperRow> rows = [.. members.Select(m => Row(facts.NameOf(m), forecast, [m])), .. Others(facts, forecast, others)];
        yield return new PaperTable(
            "Prévision",
            $"Ce que la convention prévoit pour {facts.NextWritten}",
            forecast.IsPriced ? "Montant indicatif, en euros : unités prévues × coût unitaire prévisionnel, arrondi au centime" : null,
            columns,
            rows,
            members.Count > 1 ? PaperTotals.Of(columns, rows) : null);
        yield return new PaperNote(forecast.IsPriced
            ? $"Le montant dû se calculera sur le coût et les unités constatés de {facts.NextWritten}." + Rounding(forecast, [.. members, .. others])
            : "La clé de la convention ne se réduit pas aux unités : aucun montant ne se déduit de cette prévision.");
    }

    private static string Rounding(ForecastUnitCost forecast, IReadOnlyList<Siren> members) =>
        forecast.ByMember.All(m => members.Contains(m.Member)) && members.Sum(forecast.AmountOf) != forecast.Cost
            ? " La somme des montants indicatifs s’écarte du coût prévu par les arrondis."
            : "";

    private static int Decimals(ForecastUnitCost forecast) =>
        PaperTotals.DecimalsOf(forecast.ByMember.Select(m => (decimal?)m.Units), forecast.Unit?.Decimals ?? 0);

    // So that the units told are those that the unit cost rests on.
    private static IEnumerable<PaperRow> Others(StatementFacts facts, ForecastUnitCost forecast, IReadOnlyList<Siren> others)
    {
        var provider = facts.Next!.Dossier.Mutualisation.Provider;
        if (others.Contains(provider))
        {
            yield return Row($"{facts.NameOf(provider)}, porteur", forecast, [provider]);
        }

        IReadOnlyList<Siren> rest = [.. others.Where(m => m != provider)];
        if (rest.Count > 0)
        {
            yield return Row("Autres que les bénéficiaires", forecast, rest);
        }
    }

    private static PaperRow Row(string label, ForecastUnitCost forecast, IReadOnlyList<Siren> members) => PaperRow.Of(
    [
        label,
        PaperTotals.Known(Sum(members.Select(forecast.UnitsOf))),
        .. forecast.IsPriced ? [PaperTotals.Known(Sum(members.Select(forecast.AmountOf)))] : (PaperCell[])[],
    ]);

    private static decimal? Sum(IEnumerable<decimal?> figures) => figures.Aggregate((decimal?)0, (sum, figure) => sum + figure);
}
