using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Confirmations;

/// <summary>Two communes, B from April on, that share a cost by their units of planning permissions.</summary>
internal static class GivenUnits
{
    public static readonly Community Community = GivenCommunity.Of("A", "B");

    public static readonly Mutualisation Service = new GivenMutualisation(Community)
        .Joined("A", "2015-01-01").Joined("B", "2025-04-01")
        .Following("ADS-03")
        .SharedBy(new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 })
        .Read();

    public static GivenValues Values => new(Community);

    public static Period Quarter(int index) => Period.Of(2025, Periodicity.Quarterly, index);

    public static MemberUnits Of(GivenValues values, string member, Period period) =>
        MemberUnits.Of(values.Book, Service, Catalogue.Standard, Community.Named(member), period);

    public static UnitsAnswer Answer(MemberUnits units, UnitsVerdict verdict = UnitsVerdict.Confirmed, int? rating = null) => new(
        units.Member.Siren, units.Period, verdict, units.Figures, verdict == UnitsVerdict.Contested ? "Deux dossiers comptés deux fois." : null,
        rating, null, "user:mairie", new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.Zero), null);
}
