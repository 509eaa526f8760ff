using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class ConventionProperties
{
    private static readonly DateOnly Origin = new(2023, 6, 1);

    private static readonly Gen<Period> Periods =
        from year in Gen.Choose(2022, 2027)
        from length in Gen.Elements(Enum.GetValues<Periodicity>())
        from index in Gen.Choose(1, length.PerYear())
        select Period.Of(year, length, index);

    // A convention of up to six versions, from June 2023, each some days after the one before.
    private static readonly Gen<Mutualisation> Amended = Gen.Choose(1, 300).ListOf()
        .Select(gaps => gaps.Take(5).ToArray())
        .Select(gaps => GivenRecord.Valid(GivenRecord.Complete with
        {
            Lifecycle = null,
            Convention = GivenRecord.Complete.Convention! with { StartsOn = Written(0), EndsOn = null },
            Amendments = [.. gaps.Select((_, i) => new AmendmentDocument
            {
                Number = Written(i), EffectiveOn = Written(gaps.Take(i + 1).Sum()), Purpose = "Modifier.",
            })],
        }));

    private static readonly Gen<(Mutualisation Service, Period Period)> Cases =
        from service in Amended from period in Periods select (service, period);

    [Fact]
    public void Spans_cover_the_period_without_a_gap() => Properties.Hold(Cases, c =>
    {
        var spans = c.Service.ConventionsIn(c.Period);
        return spans[0].From == c.Period.Start
            && spans[^1].To == c.Period.End
            && spans.All(s => s.Days > 0)
            && spans.Zip(spans.Skip(1)).All(p => p.First.To == p.Second.From && p.First.Convention.Version + 1 == p.Second.Convention.Version);
    });

    [Fact]
    public void Each_day_of_a_span_has_its_version() => Properties.Hold(
        Cases,
        c => c.Service.ConventionsIn(c.Period).All(s => Enumerable.Range(0, s.Days)
            .All(day => ReferenceEquals(c.Service.ConventionOn(s.From.AddDays(day)), s.Convention))),
        count: 60);

    [Fact]
    public void The_nearest_version_applies_before_the_start_and_after_the_term() => Properties.Hold(Amended, service =>
        service.ConventionOn(DateOnly.MinValue)!.Version == 1
        && ReferenceEquals(service.ConventionOn(DateOnly.MaxValue), service.Conventions[^1])
        && service.ConventionsIn(Period.OfYear(2000)) is [{ Convention.Version: 1, Days: 366 }]);

    [Fact]
    public void Without_a_convention_there_is_no_version()
    {
        var service = GivenRecord.Valid(GivenRecord.Complete with { Convention = null, Amendments = null, Lifecycle = null });

        Assert.Empty(service.ConventionsIn(Period.OfYear(2025)));
        Assert.Null(service.ConventionOn(Origin));
        Assert.Null(service.StatusOn(Origin));
    }

    private static string Written(int days) => Origin.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
