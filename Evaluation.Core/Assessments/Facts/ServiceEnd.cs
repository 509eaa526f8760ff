using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>The end of a service that is decided or past: there is nothing left to propose.</summary>
/// <param name="On">First day on which it no longer runs; null while its end is prepared without a date.</param>
/// <param name="IsOver">Whether that day has come.</param>
public sealed record ServiceEnd(DateOnly? On, bool IsOver)
{
    /// <summary>One French sentence.</summary>
    public string Sentence => On is not { } day ? "L’arrêt du service est décidé et se prépare."
        : IsOver ? $"Le service est arrêté depuis le {FrenchDate.InWords(day)}."
        : $"Le service s’arrête le {FrenchDate.InWords(day)}.";

    /// <summary>The end that is recorded, as a day sees it; null while the service goes on.</summary>
    internal static ServiceEnd? Of(Mutualisation mutualisation, DateOnly asOf) =>
        mutualisation.EndedOn is { } ended ? new ServiceEnd(ended, ended <= asOf)
        : mutualisation.StatusOn(asOf) == LifecycleStatus.Terminating ? new ServiceEnd(null, false)
        : null;
}
