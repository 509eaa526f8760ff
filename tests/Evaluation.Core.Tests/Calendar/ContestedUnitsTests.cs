using Evaluation.Core.Calendar;
using Evaluation.Core.Closing;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Confirmations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Calendar;

/// <summary>What the provider is asked to do about units that a member contests.</summary>
public sealed class ContestedUnitsTests
{
    private static readonly DateOnly On = new(2026, 2, 1);

    [Theory]
    [InlineData(false, "corrigez la valeur par un envoi, ou maintenez-la en disant pourquoi", "rouverte")]
    [InlineData(true, "maintenez la valeur en disant pourquoi, sur la page « Unités » du service ; elle ne se corrige que si la période est rouverte. Les montants de 2025 sont arrêtés : demandez à la direction", "corrigez la valeur par un envoi")]
    public void A_value_of_a_settled_year_is_to_be_maintained_or_opened_first(bool isSettled, string asked, string notAsked)
    {
        var values = GivenUnits.Values.AddYear("ADS-03", "A", 2025, 20);
        var answer = GivenUnits.Answer(GivenUnits.Of(values, "A", GivenUnits.Quarter(1)), UnitsVerdict.Contested);
        var settled = isSettled
            ? new SettledYears([new SettledYear(2025, [new YearSettling(new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.Zero), new DateOnly(2026, 1, 20), "user:a", "comptable", "f", null, [])])])
            : SettledYears.None;
        var dossier = GivenDossier.Of(GivenUnits.Community, GivenUnits.Service, values) with
        {
            Year = 2026,
            AsOf = On,
            Answers = [answer],
            Closed = new ClosedPeriods("Essai", null, new Dictionary<Period, PeriodApproval>(), new Dictionary<int, FiscalYearClosing>(), settled, _ => false, On),
        };

        var advice = Assert.Single(ContestedUnits.Of(dossier, On)).Advice.Replace('\u00A0', ' ');

        Assert.Contains(asked, advice, StringComparison.Ordinal);
        Assert.DoesNotContain(notAsked, advice, StringComparison.Ordinal);
    }
}
