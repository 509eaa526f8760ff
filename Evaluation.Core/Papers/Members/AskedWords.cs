using Evaluation.Core.Confirmations;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Papers.Members;

/// <summary>Says what a member is asked.</summary>
public static class AskedWords
{
    /// <summary>About units to confirm.</summary>
    public const string Units = "units";
    /// <summary>About values that were due and did not come.</summary>
    public const string Values = "values";
    /// <summary>About what is left to pay.</summary>
    public const string Balance = "balance";

    /// <summary>Of one service: its units to confirm, what it has not sent, what it has to pay.</summary>
    public static IEnumerable<AskedOfMember> Of(ServiceAccount service)
    {
        var toConfirm = service.Units
            .Where(u => DomainCode.TryParse<UnitsState>(u.State, out var state) && state.AsksMember())
            .Select(u => Period.TryParse(u.Period, out var period) ? FrenchPeriod.InItsYear(period) : u.Period)
            .ToList();
        if (toConfirm.Count > 0)
        {
            yield return Asked(Units, service, $"Confirmez ou contestez vos unités ({FrenchText.List(toConfirm)}) : {service.Label}.");
        }

        if (StillTaken(service) is { Count: > 0 } missing)
        {
            var count = missing.Sum(m => m.Periods.Count);
            yield return Asked(
                Values,
                service,
                $"{FrenchText.Count(count, "valeur attendue manque", "valeurs attendues manquent")} : {service.Label}, " +
                $"{FrenchText.List([.. missing.Select(m => $"{m.Label} ({string.Join(", ", m.Periods.Select(FrenchPeriod.InItsYear))})")])}.");
        }

        if (service.Account?.Calls is { Balance.Value: > 0 } calls)
        {
            yield return Asked(
                Balance,
                service,
                $"Prévoyez un complément {(service.IsProvisional ? "provisoire " : "")}de {FrenchMoney.Euros(calls.Balance.Value.Value)} : {service.Label}.");
        }
    }

    // What was due, whenever it was told, and can still be sent.
    private static List<(string Label, IReadOnlyList<Period> Periods)> StillTaken(ServiceAccount service) =>
    [
        .. (service.Account?.Missing ?? [])
            .Select(m => (m.Label, (IReadOnlyList<Period>)[.. m.Periods
                .Select(p => Period.TryParse(p, out var period) ? period : throw new InvalidDataException($"'{p}' is no period."))
                .Where(service.Closed.Takes)]))
            .Where(m => m.Item2.Count > 0),
    ];

    private static AskedOfMember Asked(string about, ServiceAccount service, string text) => new(about, service.Mutualisation, Typography.Fix(text));
}
