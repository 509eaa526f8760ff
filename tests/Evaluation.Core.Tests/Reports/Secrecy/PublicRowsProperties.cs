using System.Numerics;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports.Secrecy;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports.Secrecy;

/// <summary>A file of months, quarters, years and totals, some of them left out, against who adds and subtracts.</summary>
public sealed class PublicRowsProperties
{
    private static readonly Siren[] Members = [.. GivenCommunity.Of("A", "B", "C").Members.Select(m => m.Siren)];
    private static readonly Period Year = Period.OfYear(2025);
    private static readonly Period[] Months = [.. Year.Split(Periodicity.Monthly)];

    private static readonly Place[] Places =
        [.. Members.Select(m => (Siren?)m).Append(null).SelectMany(member => Months
            .Concat(Year.Split(Periodicity.Quarterly)).Append(Year).Select(period => new Place(member, period)))];

    private static readonly Gen<PublicRow[]> Files =
        from counts in Gen.Frequency((2, Gen.Constant(0)), (2, Gen.Choose(1, 4)), (5, Gen.Choose(5, 40))).ListOf(Members.Length * Months.Length)
        from published in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false))).ListOf(Places.Length)
        select Places.Where((_, i) => published[i])
            .Select(p => new PublicRow("RHP-02", p.Member, p.Period, counts.Where((_, i) => p.Form[i].IsOne).Sum()))
            .ToArray();

    [Fact]
    public void No_small_count_is_a_sum_or_difference_of_what_is_shown() => Properties.Hold(
        Files,
        rows =>
        {
            var masked = PublicRows.Masked(rows, Catalogue.Standard);
            var forms = rows.Select(row => new Place(row.Member, row.Period).Form).ToList();
            var shown = forms.Where((_, i) => !masked[i]).ToList();
            var rank = Rank(shown);
            return Enumerable.Range(0, rows.Length).Where(i => SmallCount.IsSmall(rows[i].Value))
                .All(i => Rank([.. shown, forms[i]]) > rank);
        },
        100);

    [Fact]
    public void Every_small_row_is_masked() => Properties.Hold(Files, rows =>
        rows.Zip(PublicRows.Masked(rows, Catalogue.Standard)).All(pair => !SmallCount.IsSmall(pair.First.Value) || pair.Second));

    private static int Rank(IReadOnlyList<BigInteger[]> forms)
    {
        var rows = forms.Select(form => (BigInteger[])form.Clone()).ToList();
        var rank = 0;
        for (var column = 0; column < Members.Length * Months.Length && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, row => !row[column].IsZero);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var below = rank + 1; below < rows.Count; below++)
            {
                var (factor, by) = (rows[below][column], rows[rank][column]);
                for (var i = column; i < rows[below].Length && !factor.IsZero; i++)
                {
                    rows[below][i] = (rows[below][i] * by) - (rows[rank][i] * factor);
                }
            }

            rank++;
        }

        return rank;
    }

    // Which of the months of the members a row adds up.
    private sealed record Place(Siren? Member, Period Period)
    {
        public BigInteger[] Form =>
            [.. Members.SelectMany(member => Months.Select(month =>
                (Member is null || Member == member) && Period.Contains(month) ? BigInteger.One : BigInteger.Zero))];
    }
}
