using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Reports;

/// <summary>How amounts are settled, as a member is told.</summary>
internal static class SettlementWords
{
    /// <summary>A French sentence.</summary>
    public static string Of(SettlementMode mode) => mode switch
    {
        SettlementMode.AcImputation =>
            "Les acomptes des communes qui ont une attribution de compensation y sont imputés ; le reste se règle par titre ou mandat.",
        SettlementMode.TitreRecette => "Tout se règle par titre de recettes ou, pour un avoir, par mandat.",
        SettlementMode.Gratuit => "Le service est gratuit : rien n’est dû.",
    };
}
