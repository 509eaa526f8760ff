using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>Why an amount is called.</summary>
public enum CallKind
{
    /// <summary>An instalment on the forecast (acompte).</summary>
    Provisional,

    /// <summary>The régularisation on the observed cost; negative when the member is paid back.</summary>
    Balance,
}

/// <summary>An amount called from a member for a fiscal year.</summary>
/// <param name="Member">Who.</param>
/// <param name="Amount">Euros, to the cent; negative for what is paid back.</param>
/// <param name="CalledOn">Day of the titre or of the imputation.</param>
/// <param name="Kind">Instalment or régularisation.</param>
public sealed record FundsCall(Siren Member, decimal Amount, DateOnly CalledOn, CallKind Kind)
{
    /// <summary>Where the accountant says that it stands; null while nobody said.</summary>
    public CallStanding? Standing { get; init; }

    /// <summary>Where it stands on a day: as it was said, else planned before its day and issued from it on.</summary>
    public CallState StateOn(DateOnly day) => Standing?.State ?? (CalledOn > day ? CallState.Planned : CallState.Issued);

    /// <summary>
    /// The name of each call of a year, of what it is: member, day, kind and amount, and its rank among calls that are
    /// alike. A call that is corrected is another one, of which nothing was said.
    /// </summary>
    /// <param name="calls">All those of a year, in document order.</param>
    public static IReadOnlyList<(string Id, FundsCall Call)> Named(IReadOnlyList<FundsCall> calls)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. calls.Select(call =>
            {
                var name = string.Create(
                    CultureInfo.InvariantCulture, $"{call.Member}-{call.CalledOn:yyyy-MM-dd}-{DomainCode.Of(call.Kind)}-{call.Amount:F2}");
                var rank = seen[name] = seen.GetValueOrDefault(name) + 1;
                return (rank == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{rank}"), call);
            }),
        ];
    }
}
