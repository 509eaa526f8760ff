namespace Evaluation.Core.Calendar;

/// <summary>What falls due (docs/spec/calendar.md).</summary>
public enum CalendarKind
{
    /// <summary>The values of a period.</summary>
    Values,

    /// <summary>Units that a member contests, until the provider answers.</summary>
    ContestedUnits,

    /// <summary>The provider maintains what a member contests: told on the day, never due.</summary>
    UnitsReply,

    /// <summary>A source that is pulled no longer answers as it should.</summary>
    Source,

    /// <summary>The last day to give notice before the term of a convention.</summary>
    Convention,

    /// <summary>The term of a convention, once the last day to give notice has passed: told by the calendar, by no notice.</summary>
    ConventionEnd,

    /// <summary>The unit cost of the first year, three months after the signature (CGCT D5211-16).</summary>
    FirstUnitCost,

    /// <summary>The unit cost of the year, before the budget is adopted (CGCT D5211-16, L1612-2).</summary>
    UnitCost,

    /// <summary>The check of what pooling saved, two years after it began (Cour des comptes).</summary>
    SavingsCheck,

    /// <summary>The provisional attribution de compensation, before 15 February (CGI 1609 nonies C).</summary>
    ProvisionalCompensation,

    /// <summary>What is told of pooling when the guidelines of the budget are debated (CGCT L5211-39-1).</summary>
    BudgetDebate,

    /// <summary>The report on activity that goes to mayors, before 30 September (CGCT L5211-39).</summary>
    MayorsReport,

    /// <summary>An action of a decision.</summary>
    Action,

    /// <summary>A report that was transmitted to the communes: told on the day, never due.</summary>
    Transmission,

    /// <summary>A report that somebody is subscribed to: told when it is published or transmitted, never due.</summary>
    Report,

    /// <summary>A report that a subscriber did not get: told to the direction, never due.</summary>
    ReportUndelivered,
}

/// <summary>French words for what falls due.</summary>
public static class CalendarKinds
{
    /// <summary>« Données attendues », « Préavis de convention »…</summary>
    public static string Label(this CalendarKind kind) => kind switch
    {
        CalendarKind.Values => "Données attendues",
        CalendarKind.ContestedUnits => "Unités contestées",
        CalendarKind.UnitsReply => "Réponse sur des unités",
        CalendarKind.Source => "Source en échec",
        CalendarKind.Convention => "Préavis de convention",
        CalendarKind.ConventionEnd => "Terme de convention",
        CalendarKind.FirstUnitCost => "Coût unitaire de la première année",
        CalendarKind.UnitCost => "Coût unitaire prévisionnel",
        CalendarKind.SavingsCheck => "Vérification des économies",
        CalendarKind.ProvisionalCompensation => "Attributions de compensation provisoires",
        CalendarKind.BudgetDebate => "Débat sur les orientations budgétaires",
        CalendarKind.Transmission => "Rapport transmis",
        CalendarKind.Report => "Rapport remis",
        CalendarKind.ReportUndelivered => "Rapport non remis",
        CalendarKind.Action => "Action décidée",
        CalendarKind.MayorsReport => "Rapport d’activité aux maires",
    };
}
