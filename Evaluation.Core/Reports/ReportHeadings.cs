namespace Evaluation.Core.Reports;

/// <summary>What announces a part of a section of an annual report, the same in every format.</summary>
public static class ReportHeadings
{
    /// <summary>The page for a director.</summary>
    public const string Summary = "Synthèse";

    /// <summary>What is not as it was.</summary>
    /// <param name="since">The version compared with.</param>
    public static string Changes(int since) => $"Ce qui a changé depuis la version {ReportText.Year(since)}";

    /// <summary>What goes well.</summary>
    public const string GoesWell = "Ce qui va bien";

    /// <summary>What does not.</summary>
    public const string GoesWrong = "Ce qui ne va pas";

    /// <summary>What it costs.</summary>
    public const string Costs = "Ce que cela coûte";

    /// <summary>What the director has to do.</summary>
    public const string Asked = "Ce qui vous est demandé";

    /// <summary>What the service wants to achieve.</summary>
    public const string Objectives = "Objectifs de la mutualisation";

    /// <summary>What the texts expect and the record lacks.</summary>
    public const string ToRegularise = "À régulariser";

    /// <summary>What was decided after the year.</summary>
    public const string Decision = "Décision";

    /// <summary>What was decided after the year before.</summary>
    public const string DecisionBefore = "Décision de l’exercice précédent";

    /// <summary>Calls and balances.</summary>
    public const string Settlement = "Régularisation";

    /// <summary>Uses in units.</summary>
    public const string Statement = "État annuel";

    /// <summary>Definitions of what is followed.</summary>
    public const string Indicators = "Indicateurs suivis";

    /// <summary>Signs, rounding, rules.</summary>
    public const string ReadingRules = "Règles de lecture";

    /// <summary>Every figure of every indicator, which the page leaves to its data.</summary>
    public const string Values = "Annexe\u00A0: valeurs par période et par membre";
}
