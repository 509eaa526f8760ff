using static Evaluation.Core.Problems.RefusalKind;

namespace Evaluation.Core.Problems;

/// <content>Of calls that are proposed.</content>
public static partial class Refusals
{
    internal static readonly RefusalCode CallsNoConvention = new(
        "calls.noConvention", Invalid, "Aucune convention n’est en vigueur en {0} : aucun appel ne se propose.");
    internal static readonly RefusalCode CallsFree = new(
        "calls.free", Invalid, "Ce service est rendu sans contrepartie : aucun appel ne se propose.");
    internal static readonly RefusalCode CallsNoUnits = new(
        "calls.noUnits", Invalid, "La convention ne prévoit pas d’unités par membre : complétez-la (forecastUnits) pour proposer des appels.");
    internal static readonly RefusalCode CallsNoForecast = new(
        "calls.noForecast", Invalid, "Aucun coût n’est prévu pour {0} : saisissez la prévision pour proposer des appels.");
    internal static readonly RefusalCode CallsNobody = new(
        "calls.nobody", Invalid, "Aucun membre dont la convention prévoit les unités ne prend part au service en {0} : aucun appel ne se propose.");
}
