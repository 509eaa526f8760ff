using Evaluation.Core.Assessments;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Evaluate;

/// <summary>Evaluates a year of a service as it is known now.</summary>
internal sealed class YearEvaluations(Addressed addressed, DossierLoader dossiers, TimeProvider clock)
{
    /// <summary>The same of a service that was in force: an idea, or a service that is over, is not evaluated.</summary>
    /// <exception cref="RefusalException">The same, and 422 when the service was not in force in the year.</exception>
    public async Task<AnnualEvaluation> InForceAsync(string siren, string id, int year, CancellationToken cancellationToken)
    {
        var evaluation = await OfAsync(siren, id, year, cancellationToken);
        return evaluation.WhyNotEvaluated is { } why
            ? throw EdgeRefusals.MutualisationNotInForce.Refused(why)
            : evaluation;
    }

    /// <exception cref="RefusalException">404 when there is no such service, 422 when the year has not begun.</exception>
    public async Task<AnnualEvaluation> OfAsync(string siren, string id, int year, CancellationToken cancellationToken)
    {
        var (community, mutualisation) = await addressed.MutualisationAsync(siren, id, cancellationToken);
        var today = ParisTime.DateOf(clock.GetUtcNow());
        YearAsked.Begun(year, today);

        var loaded = await dossiers.LoadAsync(community, mutualisation.Value, year, today, cancellationToken);
        return AnnualEvaluation.Of(loaded.Dossier);
    }
}
