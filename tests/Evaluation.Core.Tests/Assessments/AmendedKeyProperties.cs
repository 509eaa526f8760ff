using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Assessments;

/// <summary>What amendments at any date leave of a split: all of it when they say the same again, its laws otherwise.</summary>
public sealed class AmendedKeyProperties
{
    private static readonly Community Communes = GivenCommunity.Of("A", "B", "C");

    private static readonly Gen<KeyCriterionDocument[]> Criteria = Gen.Elements<KeyCriterionDocument[]>(
        [new() { Criterion = "equal", Weight = 1 }],
        [new() { Criterion = "population", Weight = 1 }],
        [new() { Criterion = "indicator", Indicator = "DSI-06", Weight = 1 }],
        [new() { Criterion = "indicator", Indicator = "DSI-01", Weight = 1 }],
        [new() { Criterion = "population", Weight = 0.4m }, new() { Criterion = "indicator", Indicator = "DSI-06", Weight = 0.6m }]);

    private static readonly Gen<AllocationDocument> Splits =
        from criteria in Criteria
        from floor in Optional(Gen.Choose(0, 20_000))
        from room in Optional(Gen.Choose(60_000, 200_000))
        from help in Optional(Gen.Choose(1, 9))
        from entry in Gen.Elements<decimal[]?>(null, [0.3333m, 0.6667m])
        select new AllocationDocument
        {
            Criteria = criteria,
            Floor = floor / 100m,
            Ceiling = room is null ? null : ((floor ?? 0) + room) / 100m,
            Solidarity = help is { } tenths ? new() { PopulationBelow = 1_500, Discount = tenths / 10m } : null,
            ProgressiveEntry = entry,
        };

    private static readonly Gen<AllocationDocument> Priced = Gen.Elements<AllocationDocument>(
        new() { Method = "lumpSum", LumpSum = 333.33m },
        new() { Method = "unitPrice", Criteria = [new() { Criterion = "indicator", Indicator = "DSI-06", Weight = 1 }] },
        new() { Method = "perAct", Prices = new Dictionary<string, decimal> { ["DSI-01"] = 1.2345m }, Floor = 10, Ceiling = 400 },
        new() { Method = "free" });

    private static readonly Gen<AllocationDocument> Keys = Gen.OneOf(Splits, Splits, Priced);

    private static readonly Gen<DateOnly[]> Dates =
        Gen.Choose(1, 363).NonEmptyListOf().Select(days => days.Take(4).Distinct().Order().Select(new DateOnly(2025, 1, 1).AddDays).ToArray());

    private static readonly Gen<Case> Cases =
        from keys in Keys.ListOf(5)
        from dates in Dates
        from joins in Gen.Choose(-400, 330)
        from leaves in Gen.Choose(20, 800)
        from cost in Gen.Choose(-500_000, 500_000)
        from figures in Gen.Choose(0, 400).ListOf(9)
        select new Case([.. keys], dates, joins, leaves, cost / 100m, [.. figures]);

    [Fact]
    public void A_key_written_again_changes_nothing() => Properties.Hold(Cases, c =>
    {
        var (plain, restated) = (c.Outcome(_ => null), c.Outcome(_ => c.Keys[0]));
        return plain.Obstacle == restated.Obstacle
            && (plain.Allocation is not { } one || (restated.Allocation is { Spans.Count: 0, TermsChangedOn.Count: 0 } again
                && one.Shares.Select(s => s.Amount).SequenceEqual(again.Shares.Select(s => s.Amount))));
    });

    [Fact]
    public void A_lump_sum_or_a_limit_written_again_with_other_criteria_is_that_of_the_year() => Properties.Hold(Cases, c =>
    {
        var limits = c.Keys[0] with { Method = "split", LumpSum = null, Prices = null, Floor = 20, Ceiling = 700 };
        var criteria = c.Keys.Select(k => k.Criteria ?? [new() { Criterion = "equal", Weight = 1 }]).ToList();
        var outcome = (c with { Keys = [.. criteria.Select(k => limits with { Criteria = k })] }).Outcome(i => limits with { Criteria = criteria[i] });
        return outcome.Allocation is not { } a
            || a.Shares.All(s => Math.Abs(s.Amount) >= Cents.Round(20m * s.Days / 365) && Math.Abs(s.Amount) <= Cents.Round(700m * s.Days / 365));
    });

    [Fact]
    public void No_cent_is_lost_or_made_whatever_changes() => Properties.Hold(Cases, c =>
        c.Outcome(i => c.Keys[i]) is var outcome && outcome.Allocation is { } a
            ? a.Shares.Sum(s => s.Amount) + a.RoundingGap + a.ProviderPart == c.Cost
                && a.Shares.All(s => decimal.Round(s.Amount, 2) == s.Amount)
                && (c.Keys.Any(k => k.Method is not (null or "split")) || a.ProviderPart == 0)
            : outcome.Obstacle is not null);

    private static Gen<int?> Optional(Gen<int> figures) => Gen.OneOf(Gen.Constant((int?)null), figures.Select(f => (int?)f));

    private sealed record Case(AllocationDocument[] Keys, DateOnly[] Dates, int Joins, int Leaves, decimal Cost, int[] Figures)
    {
        /// <summary>The split of 2025 with what each amendment writes of the key, from 1.</summary>
        public AllocationOutcome Outcome(Func<int, AllocationDocument?> written)
        {
            var service = new GivenMutualisation(Communes, "DSI").Joined("A", "2020-01-01").Joined("B", Iso(Joins))
                .Joined("C", "2024-01-01", Leaves > Joins ? Iso(Leaves) : null)
                .SharedAs(Keys[0]);
            for (var i = 0; i < Dates.Length; i++)
            {
                service.Amended(Dates[i].ToString("O", System.Globalization.CultureInfo.InvariantCulture), written(i + 1));
            }

            var values = new GivenValues(Communes);
            foreach (var (member, i) in new[] { "A", "B", "C" }.Select((m, i) => (m, i)))
            {
                values.AddYear("DSI-01", member, 2025, Figures[i]).AddYear("DSI-06", member, 2025, Figures[i + 3])
                    .Add("DSI-06", member, "2025-Q3", Figures[i + 6]);
            }

            return AnnualEvaluation.Of(GivenDossier.Of(Communes, service.Read(), values, GivenDossier.Actual(2025, Cost))).Allocation;
        }

        private static string Iso(int day) =>
            new DateOnly(2025, 1, 1).AddDays(day).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
    }
}
