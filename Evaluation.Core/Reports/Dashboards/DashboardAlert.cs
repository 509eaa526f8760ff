using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Submissions;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>Something to look at.</summary>
/// <param name="Who">A member, or the service.</param>
/// <param name="Code">Of the indicator.</param>
/// <param name="Label">Of the indicator.</param>
/// <param name="Period">Of the value.</param>
/// <param name="Sentence">What is noticed.</param>
internal sealed record DashboardAlert(string Who, string Code, string Label, Period Period, string Sentence)
{
    private const string Service = "Service";

    /// <summary>Missed targets first, then what values that came show: jumps, values out of the ordinary, rules between values.</summary>
    public static IReadOnlyList<DashboardAlert> Of(KnownPeriod known, IReadOnlyList<KeyIndicator> indicators) =>
        [.. indicators.Where(i => i.State == TargetStatus.Missed).Select(i => Missed(i, known.Period)), .. Noticed(known)];

    private static DashboardAlert Missed(KeyIndicator indicator, Period period)
    {
        var (definition, target) = (indicator.Definition, indicator.Followed.Target!);
        var aimed = new ReportTarget(target.Value, target.IsMaximum, target.Basis).InWords(definition.Decimals, definition.UnitLabel);
        return new DashboardAlert(
            Service,
            definition.Code,
            definition.Label,
            period,
            $"Valeur de {FrenchQuantity.Of(indicator.Value.Value!.Value, definition.Decimals, definition.UnitLabel)}, cible {aimed} : non atteinte.");
    }

    // A value of who takes no part counts for nothing, and one of a period that is not over may still grow: nothing is said of
    // them. What came after the period says nothing of it.
    private static IEnumerable<DashboardAlert> Noticed(KnownPeriod known)
    {
        var (mutualisation, dossier) = (known.Dossier.Mutualisation, known.Dossier);
        var values = dossier.Values.All.Where(v => v.Key.Period.End <= known.Period.End).ToLookup(v => known.Period.Contains(v.Key.Period));
        var given = values[true]
            .Where(v => v.Key.Period.LastDay < known.Today
                && mutualisation.IsInForceIn(v.Key.Period)
                && (v.Key.Member is not { } member || mutualisation.IsActiveIn(member, v.Key.Period)))
            .ToList();
        var found = ValueAnomalies.Find(mutualisation, dossier.Catalogue, values[false], given);
        return
            from value in given
            let member = value.Key.Member is { } siren ? dossier.Community.Find(siren.ToString()) : null
            orderby value.Key.Indicator, value.Key.Period, member?.SortKey
            from finding in found.GetValueOrDefault(value.Key) ?? []
            select new DashboardAlert(
                NameOf(member),
                value.Key.Indicator,
                dossier.Catalogue[value.Key.Indicator].Label,
                value.Key.Period,
                finding.Message);
    }

    private static string NameOf(Member? member) => member is null ? Service : ReportText.Name(member.Name);
}
