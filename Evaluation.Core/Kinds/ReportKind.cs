using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Kinds;

/// <summary>The kinds of reports that are published. A kind takes periods of one length, and is of a service or of a community.</summary>
public enum ReportKind
{
    /// <summary>The annual evaluation of a service: the one that is validated, transmitted and decided upon.</summary>
    Annual,

    /// <summary>The dashboard of a service for a month.</summary>
    Monthly,

    /// <summary>The dashboard of a service for a quarter.</summary>
    Quarterly,

    /// <summary>A service over ten years at most, up to a year.</summary>
    MultiYear,

    /// <summary>The yearly statement of a service (état annuel).</summary>
    AnnualStatement,

    /// <summary>All services of a community for a year, for the budget debate.</summary>
    BudgetDebate,

    /// <summary>What each member of a community owes for a year, over all its services: asked of the community, one a member.</summary>
    MemberStatement,
}

/// <summary>What each kind of report is.</summary>
public static class ReportKinds
{
    /// <summary>French name.</summary>
    public static string Label(this ReportKind kind) => kind switch
    {
        ReportKind.Annual => "Évaluation annuelle",
        ReportKind.Monthly => "Tableau de bord mensuel",
        ReportKind.Quarterly => "Tableau de bord trimestriel",
        ReportKind.MultiYear => "Bilan pluriannuel",
        ReportKind.AnnualStatement => "État annuel",
        ReportKind.BudgetDebate => "Communication pour le débat d’orientation budgétaire",
        ReportKind.MemberStatement => "Fiche de membre",
    };

    /// <summary>« Tableau de bord mensuel, mars 2025 ».</summary>
    /// <param name="kind">Which.</param>
    /// <param name="period">What it reports on.</param>
    public static string Title(this ReportKind kind, Period period) => Typography.Fix(kind switch
    {
        ReportKind.Annual or ReportKind.AnnualStatement or ReportKind.MemberStatement => $"{kind.Label()} {period}",
        ReportKind.Monthly or ReportKind.Quarterly => $"{kind.Label()}, {FrenchPeriod.InWords(period)}",
        ReportKind.MultiYear => $"{kind.Label()} jusqu’en {period}",
        ReportKind.BudgetDebate => $"{kind.Label()}, bilan de {period}",
    });

    /// <summary>The length of the periods it takes.</summary>
    public static Periodicity Periodicity(this ReportKind kind) => kind switch
    {
        ReportKind.Monthly => Periods.Periodicity.Monthly,
        ReportKind.Quarterly => Periods.Periodicity.Quarterly,
        ReportKind.Annual or ReportKind.MultiYear or ReportKind.AnnualStatement or ReportKind.BudgetDebate or ReportKind.MemberStatement =>
            Periods.Periodicity.Annual,
    };

    /// <summary>Whether it is asked of a whole community, not of one service.</summary>
    public static bool IsOfCommunity(this ReportKind kind) => kind switch
    {
        ReportKind.BudgetDebate or ReportKind.MemberStatement => true,
        ReportKind.Annual or ReportKind.Monthly or ReportKind.Quarterly or ReportKind.MultiYear or ReportKind.AnnualStatement => false,
    };
}
