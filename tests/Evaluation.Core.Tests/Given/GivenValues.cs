using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Tests.Given;

/// <summary>Values as a service would have transmitted them.</summary>
internal sealed class GivenValues(Community community)
{
    /// <summary>The submission that every value says it comes from.</summary>
    public const string Submission = "20260115T080000000-0123456789ab";

    private readonly List<IndicatorValue> _values = [];

    public ValueBook Book => new(_values);

    /// <summary>One value; the member is a name, null at service level. It comes on its deadline unless told otherwise.</summary>
    public GivenValues Add(
        string indicator,
        string? member,
        string period,
        decimal value,
        ValueStatus status = ValueStatus.Final,
        DateOnly? receivedOn = null)
    {
        Assert.True(Period.TryParse(period, out var parsed), period);
        var key = new ValueKey(indicator, member is null ? null : community.Named(member).Siren, parsed);
        _values.Add(new IndicatorValue(key, value, status, ValueQuality.Measured)
        {
            Origin = new ValueOrigin(Submission, 1, receivedOn ?? parsed.DueOn),
        });
        return this;
    }

    /// <summary>The same value in every period of a year.</summary>
    public GivenValues AddYear(string indicator, string? member, int year, decimal value)
    {
        foreach (var period in Period.InYear(year, Catalogue.Standard[indicator].Periodicity))
        {
            Add(indicator, member, period.ToString(), value);
        }

        return this;
    }
}
