using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Calendar;

/// <summary>Where a convention stands before its term and after it.</summary>
public enum ConventionTermState
{
    /// <summary>The term is near, there is still time to give notice.</summary>
    Near,

    /// <summary>The last day to give notice has passed, the term has not.</summary>
    NoticeBegun,

    /// <summary>The term has passed, and the convention goes on tacitly.</summary>
    Renewed,

    /// <summary>The term has passed, and nothing follows.</summary>
    Ended,
}

/// <summary>
/// What a service has to settle about the term of its convention. A date that passes settles nothing: it is told until
/// another version of the convention covers the day, or the service ends.
/// </summary>
/// <param name="State">Where the convention stands.</param>
/// <param name="EndsOn">Its term.</param>
/// <param name="NoticeOn">The last day to give notice.</param>
/// <param name="IsTacit">Whether it goes on by itself.</param>
/// <param name="Sentence">A French sentence without its subject, the service.</param>
public sealed record ConventionTerm(ConventionTermState State, DateOnly EndsOn, DateOnly NoticeOn, bool IsTacit, string Sentence)
{
    private const int DaysAhead = 365;

    /// <summary>What there is to settle on a day; null while the term is more than 365 days away, or there is none.</summary>
    /// <param name="mutualisation">The service.</param>
    /// <param name="day">Local day.</param>
    public static ConventionTerm? Of(Mutualisation mutualisation, DateOnly day)
    {
        if (mutualisation.EndedOn <= day
            || mutualisation.ConventionOn(day) is not { EndsOn: { } end } convention
            || convention.NoticeFrom() is not { } notice
            || convention.StartsOn > day
            || end.DayNumber - day.DayNumber > DaysAhead)
        {
            return null;
        }

        var isTacit = convention.Renewal == ConventionRenewal.Tacite;
        var state = end < day ? isTacit ? ConventionTermState.Renewed : ConventionTermState.Ended
            : notice < day ? ConventionTermState.NoticeBegun
            : ConventionTermState.Near;
        return new ConventionTerm(state, end, notice, isTacit, Typography.Fix(Told(state, end, notice, isTacit, day)));
    }

    private static string Told(ConventionTermState state, DateOnly end, DateOnly notice, bool isTacit, DateOnly day)
    {
        var term = $"la convention {(isTacit ? "se renouvelle tacitement" : "s’achève")} le {FrenchDate.InWords(end)}, " +
            (end == day ? "aujourd’hui" : $"dans {Days(end.DayNumber - day.DayNumber)}");
        return state switch
        {
            ConventionTermState.Near when notice == end => $"{term}.",
            ConventionTermState.Near => $"{term} ; le préavis commence le {FrenchDate.InWords(notice)}.",
            ConventionTermState.NoticeBegun => $"{term} ; le préavis a commencé le {FrenchDate.InWords(notice)}.",
            ConventionTermState.Renewed =>
                $"la convention s’est renouvelée tacitement à son terme du {FrenchDate.InWords(end)} : enregistrez le nouveau terme.",
            ConventionTermState.Ended =>
                $"la convention a pris fin le {FrenchDate.InWords(end)}, il y a {Days(day.DayNumber - end.DayNumber)} : aucune autre n’est enregistrée.",
        };
    }

    private static string Days(int days) => FrenchText.Count(days, "jour", "jours");
}
