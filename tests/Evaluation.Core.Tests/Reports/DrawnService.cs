using Evaluation.Core.Assessments;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Reports;

/// <summary>
/// A service drawn from a number: who came and left, what is missing, how values jump, how the convention ends. The same
/// number gives the same service.
/// </summary>
internal sealed class DrawnService(int number)
{
    private static readonly string?[] Entries = ["2018-01-01", "2018-01-01", "2018-01-01", "2024-04-01", "2025-01-01", "2025-07-01"];
    private static readonly string?[] Exits = [null, null, null, null, "2025-10-01"];
    private static readonly string?[] Terms = [null, "2026-03-31", "2026-09-30", "2026-12-31", "2027-06-30", "2030-12-31"];
    private static readonly string[] Renewals = ["aucune", "tacite", "expresse"];
    private static readonly int[] LostPercents = [0, 0, 1, 5, 15, 25, 60, 97];
    private static readonly DateOnly[] Days = [new(2025, 7, 15), new(2026, 2, 5), new(2026, 6, 12), new(2026, 6, 12)];

    private readonly Draws _draws = new(number);

    public (AnnualEvaluation Evaluation, AnnualReport Report) Evaluated()
    {
        var service = new SampleService
        {
            Communes = [.. GrenobleCommunes.All.Take(7)],
            Document = Document(),
            AsOf = Pick(Days, "as of"),
            Costs = Draw("cost", 4) == 0 ? [] : new SampleService().Costs,
        };
        var dossier = service.Dossier();
        var lost = Pick(LostPercents, "lost");
        var silent = service.Communes[Draw("silent", 7)].Siren;
        var isSomeoneSilent = Draw("someone silent", 3) == 0;
        var evaluation = AnnualEvaluation.Of(dossier with
        {
            Values = new ValueBook(dossier.Values.All
                .Where(v => Draw($"{v.Key}", 100) >= lost)
                .Where(v => !isSomeoneSilent || v.Key.Member?.ToString() != silent || v.Key.Period.Start.Month < 11)
                .Select(v => v with { Value = Jumped(v) })),
        });
        return (evaluation, AnnualReport.Of(evaluation, SampleService.Edition));
    }

    private MutualisationDocument Document() => new SampleService().Document with
    {
        Memberships =
        [
            .. GrenobleCommunes.All.Take(7).Select(c => new MembershipDocument
            {
                Member = c.Insee, From = Pick(Entries, $"from {c.Insee}"), To = Pick(Exits, $"to {c.Insee}"),
            }),
        ],
        Convention = SampleService.Planning.Convention! with
        {
            EndsOn = Pick(Terms, "term"),
            Renewal = Pick(Renewals, "renewal"),
            Reversibility = "Chaque commune reprend ses dossiers.",
        },
        Lifecycle = Draw("end", 6) == 0
            ?
            [
                new LifecycleStepDocument { Status = "active", On = "2018-01-01" },
                new LifecycleStepDocument { Status = "terminating", On = "2025-06-01", Reason = "Les communes reprennent l'instruction." },
            ]
            : null,
        Indicators =
        [
            .. SampleService.Planning.Indicators!.Select(i => i with
            {
                Target = Draw($"target {i.Code}", 5) == 0 && i.Code is "ADS-06" or "ADS-08" or "TRV-10" ? 60 + Draw($"aim {i.Code}", 40) : null,
            }),
            .. new[] { "TRV-03", "TRV-05", "TRV-14", "TRV-15" }.Where(code => Draw(code, 2) == 0)
                .Select(code => new FollowedIndicatorDocument { Code = code }),
        ],
    };

    private decimal Jumped(IndicatorValue value)
    {
        var definition = Catalogue.Standard[value.Key.Indicator];
        if (value.Key.Indicator is "TRV-08" or "TRV-09" && Draw($"few {value.Key.Period.Year}", 3) == 0)
        {
            return value.Key.Indicator == "TRV-08" ? Draw($"answers {value.Key.Period.Year}", 9) : 0;
        }

        var factor = (80 + Draw($"jump {value.Key.Indicator} {value.Key.Period}", 45)) / 100m;
        var jumped = Draw($"zero {value.Key.Indicator} {value.Key.Period.Year}", 12) == 0 ? 0 : value.Value * factor;
        return decimal.Round(Math.Min(jumped, definition.Max ?? jumped), definition.Decimals);
    }

    private T Pick<T>(IReadOnlyList<T> from, string what) => _draws.Pick(from, what);

    private int Draw(string what, int below) => _draws.Below(below, what);
}
