using Evaluation.Core.Indicators;
using Evaluation.Core.Versions;

namespace Evaluation.Core.Reports;

/// <summary>What changed since the version before: the first part of a version that has one.</summary>
/// <param name="Since">The version compared with, from 1.</param>
/// <param name="SinceOn">Local date on which it was made.</param>
/// <param name="Sentence">What changed, counted; or that nothing did, or that it cannot be told.</param>
/// <param name="AmountsSentence">What it does to what members owe; null when it cannot be told.</param>
/// <param name="Figures">Values, costs and calls; each kind begins with what weighs most.</param>
/// <param name="Terms">Members, rules and definitions, in words.</param>
/// <param name="Records">Documents of which it is only known that they say something else, named in French.</param>
/// <param name="Amounts">Who pays what; null unless both versions share a cost and an amount changed.</param>
public sealed record ChangesSection(
    int Since,
    DateOnly SinceOn,
    string Sentence,
    string? AmountsSentence,
    IReadOnlyList<ChangedFigure> Figures,
    IReadOnlyList<ChangedWords> Terms,
    IReadOnlyList<string> Records,
    ChangedAmounts? Amounts)
{
    /// <summary>What changed since an earlier version.</summary>
    /// <param name="earlier">The version before.</param>
    /// <param name="present">What the version being made rests on.</param>
    /// <param name="catalogue">Names of indicators.</param>
    public static ChangesSection Of(EarlierVersion earlier, VersionBase present, Catalogue catalogue) =>
        new ChangesWriter(earlier, present, catalogue).Write();
}

/// <summary>The kinds of figures that change.</summary>
public enum ChangedKind
{
    /// <summary>A value of an indicator.</summary>
    Value,

    /// <summary>A cost line.</summary>
    Cost,

    /// <summary>A call of funds.</summary>
    Call,
}

/// <summary>A figure that is not the same.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Of the indicator; null for euros.</param>
/// <param name="Label">French name.</param>
/// <param name="Member">Whose; null for the service.</param>
/// <param name="Period">French name of the period, or the year.</param>
/// <param name="Before">As it was, and why there is none.</param>
/// <param name="After">As it is, and why there is none.</param>
/// <param name="Difference">After − before; not applicable where one of them is not there.</param>
/// <param name="Unit">Of all three.</param>
/// <param name="Decimals">Shown.</param>
/// <param name="Note">« provisoire, puis définitive »; null where nothing is to say.</param>
public sealed record ChangedFigure(
    ChangedKind Kind,
    string? Code,
    string Label,
    ReportMember? Member,
    string Period,
    Figure Before,
    Figure After,
    Figure Difference,
    string Unit,
    int Decimals,
    string? Note);

/// <summary>Words that are not the same.</summary>
/// <param name="Topic">« Membres », « Règles », « Définitions », « Complétude ».</param>
/// <param name="Label">Of what.</param>
/// <param name="Before">As it was; null when there was none.</param>
/// <param name="After">As it is; null when there is none.</param>
public sealed record ChangedWords(string Topic, string Label, string? Before, string? After);
