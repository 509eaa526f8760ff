using Evaluation.Core.Communities;
using Evaluation.Local.Demonstration.Services;

namespace Evaluation.Local.Demonstration;

/// <summary>
/// Everything that the local run loads: three communities and their pooled services, after the texts that founded
/// them. Communes and populations are real, activity and costs are made up.
/// </summary>
internal sealed class DemonstrationSet
{
    private DemonstrationSet(IReadOnlyList<DemonstrationService> services) => Services = services;

    /// <summary>By community, in the order they are shown.</summary>
    public IReadOnlyList<DemonstrationService> Services { get; }

    /// <summary>The set, the same every time.</summary>
    /// <param name="feeds">Where the services that are pulled answer, each under its name; ends with a slash.</param>
    public static DemonstrationSet Create(Uri feeds) => new(
    [
        .. Of(
            Territory.Grenoble,
            GrenobleUrbanism.Plan(),
            GrenobleDataProtection.Plan(feeds),
            GrenobleRoadOrders.Plan(),
            GrenobleAccessibility.Plan()),
        .. Of(Territory.Clermont, ClermontInformationSystems.Plan(), ClermontRoads.Plan(), ClermontGreenSpaces.Plan()),
        .. Of(
            Territory.PorteDeLIsere,
            IsereUrbanism.Plan(),
            IsereArchives.Plan(),
            IserePurchasing.Plan(),
            IsereSnowClearing.Plan(),
            IsereTraining.Plan()),
    ]);

    private static IEnumerable<DemonstrationService> Of(string siren, params ServicePlan[] plans)
    {
        var community = DemonstrationService.Valid(CommunityReader.Read(siren, Territory.Communities[siren]));
        return plans.Select(plan => DemonstrationService.Of(siren, community, plan));
    }
}
