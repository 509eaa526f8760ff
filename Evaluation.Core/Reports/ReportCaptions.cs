using Evaluation.Core.French;

namespace Evaluation.Core.Reports;

/// <summary>What stands above a table.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Sub">Units, and how columns relate; null when the headings say all.</param>
public sealed record TableCaption(string Text, string? Sub = null);

/// <summary>The captions of the tables of an annual report, the same in every format.</summary>
public static class ReportCaptions
{
    /// <summary>Who pays what, before and now.</summary>
    public static TableCaption ChangedAmounts { get; } = new(
        "Ce que paie chaque membre", Typography.Fix("Montants en euros ; les plus grands écarts d’abord"));

    /// <summary>Terms that are not as they were.</summary>
    public static TableCaption ChangedTerms { get; } = new("Membres, règles et définitions");

    /// <summary>Changes of the convention.</summary>
    public static TableCaption Amendments { get; } = new("Avenants à la convention");

    /// <summary>Entries and exits.</summary>
    public static TableCaption Movements { get; } = new("Entrées et sorties de l’année");

    /// <summary>Members of at least one day.</summary>
    public static TableCaption Members { get; } = new("Membres de l’année", "Par code Insee");

    /// <summary>Actions of a decision.</summary>
    public static TableCaption Actions { get; } = new("Actions décidées");

    /// <summary>Indicators of activity, means and effects.</summary>
    public static TableCaption Activity { get; } = new("Activité, moyens et effets", OnTheSameMembers);

    /// <summary>Indicators of cost.</summary>
    public static TableCaption CostLines { get; } = new("Indicateurs de coût", Typography.Fix(
        "Évolution en un an ; le coût du service rapporté à ses membres se compare chaque année sur son périmètre"));

    /// <summary>Indicators of delay, quality, satisfaction and safety.</summary>
    public const string Quality = "Délais, qualité, satisfaction et sécurité";

    /// <summary>The full cost.</summary>
    public static TableCaption Costs { get; } = new("Coût complet par nature", Typography.Fix(
        "En euros courants ; écart = constaté − prévu ; évolution du constaté en un an"));

    /// <summary>What was received from whom.</summary>
    public static TableCaption Behind { get; } = new(
        "Membres en retard ou incomplets", Typography.Fix("Nombre de valeurs ; les plus incomplets d’abord"));

    /// <summary>On what both years are compared.</summary>
    public const string OnTheSameMembers = "Évolution sur les mêmes membres et les mêmes périodes";

    /// <summary>Where the figures compared are found on the page.</summary>
    public static string ComparedBelow => Typography.Fix(
        $"{OnTheSameMembers} : les chiffres comparés sont écrits dessous quand ce ne sont pas ceux du tableau");

    /// <summary>Members by size.</summary>
    public static TableCaption Strata(Strata strata)
    {
        var unit = strata.UnitLabel is { } label ? $" ; {strata.UnitCode} : {label}" : "";
        return new TableCaption(
            "Qui recourt au service, et pour combien",
            Typography.Fix($"Population totale ; par habitant, chacun compte pour ses jours d’adhésion{unit}{(strata.HasAmounts ? " ; montants de la répartition" : "")}"));
    }

    /// <summary>Meetings of a year.</summary>
    public static TableCaption Meetings(int year) => new($"Réunions de {ReportText.Year(year)}");

    /// <summary>Deliberations and opinions of a year.</summary>
    public static TableCaption Acts(int year) => new($"Délibérations et avis de {ReportText.Year(year)}");

    /// <summary>What became of the recommendations of the year before.</summary>
    public static TableCaption FollowUp(int year) => new($"Suites données aux recommandations de {ReportText.Year(year - 1)}");

    /// <summary>How alike communes are served.</summary>
    public static TableCaption Equality(bool hasGroups) => new("Égalité entre communes", Typography.Fix(
        "Écarts : coefficient de variation (écart type ÷ moyenne, chaque commune comptant une fois), 0 quand toutes sont servies pareil"
        + (hasGroups ? " ; ville-centre et autres communes dans l’unité de l’indicateur" : "")));

    /// <summary>Who pays which part.</summary>
    public static TableCaption Split(SplitSection split, int year) => new(
        $"Répartition du coût {ReportText.Year(year)}{(split.IsProvisional ? ", provisoire" : null)}",
        Typography.Fix($"Montants en euros{(split.ShareBasis is { } basis ? $", {basis}" : "")}. Ordre du code Insee."));

    /// <summary>The keys of a year in which the key changed.</summary>
    public static TableCaption Spans(int year) => new(
        $"Clés de {ReportText.Year(year)}",
        Typography.Fix("Chaque clé partage le coût de ses jours ; les limites et le centime se comptent sur l’année"));

    /// <summary>What was owed, called and is to be settled.</summary>
    public static TableCaption Settlement(SettlementSection settlement, int year) => new(
        $"Régularisation de {ReportText.Year(year)}",
        Typography.Fix(
            $"En euros ; solde = montant dû {(settlement.Total.Carried is null ? "" : "+ reporté ")}{(settlement.Total.Onward is null ? "" : "− reporté ensuite ")}− acomptes appelés{(settlement.HasRegularised ? " − déjà régularisé" : "")} ; un complément reste à verser, un avoir est à rendre"
            + (settlement.IsImputed ? " ; AC : attribution de compensation" : "")));

    /// <summary>What settled years left to the call of this one.</summary>
    public static TableCaption Carried(int year) => new(
        $"Reporté sur l’appel de {ReportText.Year(year)}", Typography.Fix("En euros ; ce que les exercices arrêtés ont laissé à régler"));

    /// <summary>What settling a year again changed.</summary>
    /// <param name="correction">Before and after.</param>
    /// <param name="year">The year.</param>
    public static TableCaption Correction(YearCorrection correction, int year) => new(
        $"Montants de {ReportText.Year(year)} arrêtés de nouveau le {FrenchDate.InWords(correction.On)}",
        Typography.Fix(
            $"En euros ; avant : arrêtés le {FrenchDate.InWords(correction.Before)}"
            + (correction.CarriedTo is { } next ? $" ; la régularisation est reportée sur l’appel de {ReportText.Year(next)}" : "")));

    /// <summary>Calls by state.</summary>
    public static TableCaption Calls(CallsSection calls, int year) => new(
        $"État des appels de {ReportText.Year(year)}",
        Typography.Fix($"En euros, au {FrenchDate.InWords(calls.AsOf)} ; émis : ni payé ni contesté, à ce qu’a dit le comptable"));

    /// <summary>The yearly statement: its title, then what its unit costs.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="year">Of the uses.</param>
    /// <param name="detail">Where uses are told period by period.</param>
    public static TableCaption Statement(StatementSection statement, int year, string detail) => new(
        $"Recours au service en {ReportText.Year(year)}, en unités de la clé",
        Typography.Fix(
            (statement.UnitCost.Value is { } cost ? $"{statement.UnitCostName} : {FrenchNumber.Format(cost, 4)} € ; " : "")
            + $"le détail par période est {detail}"));

    /// <summary>Each body before and now.</summary>
    public static TableCaption Savings(int year) => new(
        "Avant et maintenant, membre par membre",
        Typography.Fix(
            $"En euros ; référence à prix de {ReportText.Year(year)} et volume d’avant ; coût net = dépense propre + versé − reçu ; économie = référence − coût net"));

    /// <summary>What was received of what was due.</summary>
    public static TableCaption Completeness(int year) => new(
        $"Complétude des données {ReportText.Year(year)}", "Valeurs attendues sur le périmètre de chaque période");

    /// <summary>Figures that are not as they were.</summary>
    public static TableCaption Changed(ChangedKind kind) => kind switch
    {
        ChangedKind.Value => new("Valeurs", "Les plus grands écarts relatifs d’abord"),
        ChangedKind.Cost => new("Coûts", "Les plus grands écarts d’abord"),
        ChangedKind.Call => new("Appels de fonds", "Les plus grands écarts d’abord"),
    };
}
