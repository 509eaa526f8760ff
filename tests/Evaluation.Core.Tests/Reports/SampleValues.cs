using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Tests.Reports;

/// <summary>Two years of values of every indicator expected from a service, from sizes and ranks alone.</summary>
internal static class SampleValues
{
    private static readonly int[] Season = [77, 79, 95, 91, 84, 94, 83, 53, 89, 99, 85, 71];

    internal static IEnumerable<IndicatorValue> Of(Community community, Mutualisation mutualisation)
    {
        foreach (var definition in mutualisation.Expected(Catalogue.Standard))
        {
            foreach (var year in new[] { SampleService.Year - 1, SampleService.Year })
            {
                foreach (var period in Period.InYear(year, definition.Periodicity))
                {
                    var members = mutualisation.MembersIn(community, period);
                    if (definition.Level == IndicatorLevel.Service)
                    {
                        yield return Value(definition, null, period, Amount(definition, period, 0, 20_000), 0);
                        continue;
                    }

                    foreach (var (member, rank) in members.Select((m, i) => (m, i)))
                    {
                        var population = member.PopulationIn(year, PopulationKind.Totale)?.Inhabitants ?? 0;
                        yield return Value(definition, member.Siren, period, Amount(definition, period, rank, population), rank);
                    }
                }
            }
        }
    }

    private static IndicatorValue Value(IndicatorDefinition definition, Siren? member, Period period, decimal value, int rank) => new(
        new ValueKey(definition.Code, member, period),
        decimal.Round(definition.Max is { } max ? Math.Min(value, max) : value, definition.Decimals, MidpointRounding.AwayFromZero),
        period is { Year: SampleService.Year, Periodicity: Periodicity.Monthly, Index: 12 } ? ValueStatus.Provisional : ValueStatus.Final,
        ValueQuality.Measured)
    {
        Origin = new ValueOrigin(
            $"{period}-{member?.ToString() ?? "service"}", 1, period.DueOn.AddDays(rank % 7 == 3 && period.Start.Month == 8 ? 9 : -3)),
    };

    private static decimal Amount(IndicatorDefinition definition, Period period, int rank, int population)
    {
        var months = period.Periodicity.Months();
        var season = Season[period.Start.Month - 1] / 83m;
        var growth = period.Year == SampleService.Year ? 1.063m : 1m;
        var filed = Math.Round(population * months * season * growth * (100 + (rank * 7 % 23)) / 60_000m) + 1;
        var decided = Math.Max(1, filed - 1 + (rank % 2));
        var summer = period.Start.Month is 7 or 8 or 9 && period.Year == SampleService.Year ? 8 : 0;
        return definition.Code switch
        {
            "ADS-01" => filed,
            "ADS-02" => decided,
            "ADS-03" => decided * (0.38m + (rank % 5 * 0.03m)),
            "ADS-05" => Math.Max(0, decided - Math.Floor(decided * (5 + summer + (rank % 4)) / 100m)),
            "ADS-07" => rank % 12 == 3 && period.Start.Month == 8 ? (period.Year == SampleService.Year ? 2 : 1) : 0,
            "ADS-09" => rank % 9 == 0 ? 1 : 0,
            "ADS-11" => Math.Round(decided * (29 + (rank * rank % 23) + summer + (period.Year == SampleService.Year ? 0 : 5) + (season * 2))),
            "ADS-12" => Math.Floor(filed * (period.Year == SampleService.Year ? 0.714m : 0.638m)),
            "ADS-13" => Math.Floor(filed * (period.Year == SampleService.Year ? 0.42m : 0.436m)),
            "TRV-02" => period.Year == SampleService.Year ? 22.4m : 24.4m,
            "TRV-08" => 41,
            "TRV-09" => 34,
            "TRV-16" => period.Year == SampleService.Year ? 2 : 0,
            _ => filed,
        };
    }
}
