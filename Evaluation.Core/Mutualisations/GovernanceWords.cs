namespace Evaluation.Core.Mutualisations;

/// <summary>French words of the governance.</summary>
public static class GovernanceWords
{
    /// <summary>« comité de pilotage »…</summary>
    public static string Label(this CommitteeKind kind) => kind switch
    {
        CommitteeKind.Steering => "comité de pilotage",
        CommitteeKind.Technical => "comité technique",
        CommitteeKind.Monitoring => "comité de suivi",
    };

    /// <summary>« avis favorable »…</summary>
    public static string Label(this StaffOpinion opinion) => opinion switch
    {
        StaffOpinion.Favorable => "avis favorable",
        StaffOpinion.Defavorable => "avis défavorable",
        StaffOpinion.Reserve => "avis réservé",
        StaffOpinion.ReputeRendu => "avis réputé rendu",
    };

    /// <summary>« proposée », « décidée », « en cours », « réalisée », « abandonnée »: of a recommendation.</summary>
    public static string Label(this RecommendationStatus status) => status switch
    {
        RecommendationStatus.Proposed => "proposée",
        RecommendationStatus.Decided => "décidée",
        RecommendationStatus.InProgress => "en cours",
        RecommendationStatus.CarriedOut => "réalisée",
        RecommendationStatus.Dropped => "abandonnée",
    };

    /// <summary>« sans reconduction », « reconduction tacite », « reconduction expresse ».</summary>
    public static string Label(this ConventionRenewal renewal) => renewal switch
    {
        ConventionRenewal.Tacite => "reconduction tacite",
        ConventionRenewal.Expresse => "reconduction expresse",
        ConventionRenewal.Aucune => "sans reconduction",
    };
}
