using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Mutualisations;

/// <content>What holds on a day or over a period (docs/spec/mutualisations.md).</content>
public sealed partial class Mutualisation
{
    /// <summary>First day on which the service is over or given up; null while neither is recorded.</summary>
    public DateOnly? EndedOn => Lifecycle?.EndedOn;

    /// <summary>The legal shape on a day; the first one before any.</summary>
    public LegalForm LegalFormOn(DateOnly day) => FormOn(LegalForms, LegalForm, day);

    /// <summary>The legal shape that closes a year.</summary>
    public LegalForm LegalFormIn(int year) => LegalFormOn(Period.OfYear(year).LastDay);

    internal static LegalForm FormOn(IReadOnlyList<DatedLegalForm> forms, LegalForm current, DateOnly day) =>
        forms.Count == 0 ? current : (forms.LastOrDefault(f => f.From <= day) ?? forms[0]).Form;

    /// <summary>Whether the service was in force in a year: an idea and a service that is over are not evaluated.</summary>
    public ServiceStanding StandingIn(int year) => ServiceStandings.In(this, Period.OfYear(year));

    /// <summary>Whether the service was in force on at least one day of a period: before and after, it owes no value.</summary>
    public bool IsInForceIn(Period period) => ServiceStandings.In(this, period) == ServiceStanding.InForce;

    /// <summary>Why a year is not evaluated, one French sentence; null when the service was in force.</summary>
    public string? WhyNotEvaluated(int year) =>
        ServiceStandings.Obstacle(this, Period.OfYear(year)) is { } why ? French.Typography.Fix(why) : null;

    /// <summary>
    /// The version of the convention for a day; the nearest one before the first and after the term; null without one.
    /// </summary>
    public Convention? ConventionOn(DateOnly day) => ConventionTimeline.On(Conventions, day);

    /// <summary>
    /// The versions that apply to a period, in order; without a gap from its first day to its end, as
    /// <see cref="ConventionOn"/> says of each day. Empty without a convention.
    /// </summary>
    public IReadOnlyList<ConventionSpan> ConventionsIn(Period period) => ConventionTimeline.In(Conventions, period);

    /// <summary>Whether the amounts of a year rest on those of the year before: under a limit on growth.</summary>
    public bool RestsOnYearBefore(int year) =>
        year is > Period.MinYear and <= Period.MaxYear
        && ConventionsIn(Period.OfYear(year)).Any(span => span.Convention.Allocation?.GrowthCap is not null);

    /// <summary>
    /// The recorded status on a day; without a record, what the convention tells: signed, active while it runs,
    /// amended once an amendment has taken effect; null when nothing tells.
    /// </summary>
    public LifecycleStatus? StatusOn(DateOnly day)
    {
        if (Lifecycle is not null)
        {
            return Lifecycle.StatusOn(day);
        }

        return ConventionOn(day) is not { } convention ? null
            : convention.RunsOn(day) ? convention.Amendment is null ? LifecycleStatus.Active : LifecycleStatus.Amended
            : day < convention.StartsOn && day >= convention.SignedOn ? LifecycleStatus.ConventionSigned
            : null;
    }

    /// <summary>
    /// Standing in the offer on a day: that of the latest edition; null before the first. Without editions, the
    /// current one, whose date nobody recorded.
    /// </summary>
    public OfferStatus? OfferStatusOn(DateOnly day) =>
        Offer.Count == 0 ? OfferStatus : Offer.LastOrDefault(e => e.On <= day)?.Status;

    /// <summary>
    /// Which way the service is pooled over a period, between its provider and the other members; null when there is
    /// no other, or when nothing says on which side they are.
    /// </summary>
    public PoolingDirection? DirectionIn(Community community, Period period) => PoolingDirections.Between(
        community.Find(Provider.ToString())?.Kind ?? MemberKind.Epci,
        MembersIn(community, period).Where(m => m.Siren != Provider).Select(m => m.Kind));

    /// <summary>
    /// The indicators whose values are expected from the service at one time or another: those followed that are neither
    /// computed nor derived, the parts of the computed ones, and the units of the key, in every version of the convention.
    /// </summary>
    public IEnumerable<IndicatorDefinition> Expected(Catalogue catalogue) => Expected(catalogue, Conventions);

    /// <summary>The same for a period, with the keys of the versions that apply to it.</summary>
    public IEnumerable<IndicatorDefinition> Expected(Catalogue catalogue, Period period) =>
        Expected(catalogue, ConventionsIn(period).Select(s => s.Convention));

    private IEnumerable<IndicatorDefinition> Expected(Catalogue catalogue, IEnumerable<Convention> conventions) =>
        Followed.SelectMany(f => Catalogue.PartsOf(f.Definition).Prepend(f.Definition.Code))
            .Concat(conventions.SelectMany(c => c.Allocation?.Indicators ?? []))
            .Select(code => catalogue[code])
            .Where(d => !d.IsComputed && !d.IsDerived)
            .DistinctBy(d => d.Code)
            .OrderBy(d => d.Code, StringComparer.Ordinal);
}
