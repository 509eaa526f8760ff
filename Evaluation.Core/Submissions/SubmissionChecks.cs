using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Submissions;

/// <summary>
/// The checks at the door (docs/spec/submissions.md): each row is judged alone, then against the rows before it;
/// a refused row never prevents the others.
/// </summary>
public sealed class SubmissionChecks
{
    private readonly Community _community;
    private readonly Mutualisation _mutualisation;
    private readonly Catalogue _catalogue;
    private readonly DateOnly _today;
    private readonly HashSet<string> _expected;

    /// <summary>What the rows are for: a row that takes a value back needs none.</summary>
    public WriteStrategy Strategy { get; init; }

    /// <summary>Checks for what one mutualisation receives.</summary>
    /// <param name="community">Whose members are named.</param>
    /// <param name="mutualisation">What is followed, and who takes part when.</param>
    /// <param name="catalogue">Known indicators.</param>
    /// <param name="today">Local date in Europe/Paris; a period that starts later is refused.</param>
    public SubmissionChecks(Community community, Mutualisation mutualisation, Catalogue catalogue, DateOnly today)
    {
        _community = community;
        _mutualisation = mutualisation;
        _catalogue = catalogue;
        _today = today;
        _expected = mutualisation.Expected(catalogue).Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Every row, in order, with its value or what refuses it.</summary>
    public IReadOnlyList<CheckedRow> Check(IReadOnlyList<SubmittedRow> rows)
    {
        var firstOf = new Dictionary<ValueKey, int>();
        var checkedRows = new List<CheckedRow>(rows.Count);
        foreach (var row in rows)
        {
            var checkedRow = CheckAlone(row);
            if (checkedRow.Key is { } key && !firstOf.TryAdd(key, row.Line ?? row.Index + 1))
            {
                checkedRow = Refused(
                    row,
                    new RowFindings(row).Error(
                        "row.duplicate",
                        "",
                        $"Cette ligne répète la ligne {firstOf[key]} (même indicateur, même membre, même période) : gardez-en une seule."));
            }

            checkedRows.Add(checkedRow);
        }

        return checkedRows;
    }

    private static CheckedRow Refused(SubmittedRow row, RowFindings findings) => new(row, null, null, findings.All);

    private CheckedRow CheckAlone(SubmittedRow row)
    {
        var findings = new RowFindings(row);
        foreach (var doubt in row.Doubts)
        {
            findings.Error(doubt.Code, doubt.Field, doubt.Message);
        }

        var definition = IsDoubted(row, "indicator") ? null : Indicator(row, findings);
        var status = SubmittedWords.Choice(row.Status, ValueStatus.Final, "status", SubmittedWords.Statuses, findings);
        var quality = SubmittedWords.Choice(row.Quality, ValueQuality.Measured, "quality", SubmittedWords.Qualities, findings);
        SubmittedWords.CheckComment(row, findings);

        var period = IsDoubted(row, "period") ? null : ReadPeriod(row, definition, findings);
        var member = definition is null || IsDoubted(row, "member") ? null : ReadMember(row, definition, period, findings);
        var value = Strategy == WriteStrategy.Delete || IsDoubted(row, "value") ? null : SubmittedValue.Read(row, definition, findings);
        if (findings.HasError || definition is null || period is null)
        {
            return Refused(row, findings);
        }

        var key = new ValueKey(definition.Code, member, period.Value);
        return new CheckedRow(
            row, key, value is { } given ? new IndicatorValue(key, given, status, quality) : null, findings.All);
    }

    private static bool IsDoubted(SubmittedRow row, string field) =>
        row.Doubts.Any(doubt => doubt.Field == field);

    private IndicatorDefinition? Indicator(SubmittedRow row, RowFindings findings)
    {
        var definition = _catalogue.Find(row.Indicator);
        if (definition is null)
        {
            findings.Error(
                "indicator.unknown",
                "indicator",
                $"L’indicateur « {Excerpt.Of(row.Indicator)} » n’existe pas : voyez la liste sous /api/catalogue.");
        }
        else if (definition.IsComputed)
        {
            findings.Error(
                "indicator.computed",
                "indicator",
                $"L’indicateur {definition.Code} est calculé : transmettez {definition.Numerator} et {definition.Denominator}.");
        }
        else if (definition.IsDerived)
        {
            findings.Error(
                "indicator.derived",
                "indicator",
                $"L’indicateur {definition.Code} est tiré de ce qui est enregistré (adhésions, coûts, réunions) : ne le transmettez pas.");
        }
        else if (!_expected.Contains(definition.Code))
        {
            findings.Error(
                "indicator.notFollowed",
                "indicator",
                $"L’indicateur {definition.Code} n’est pas suivi par cette mutualisation : retirez la ligne ou faites-le ajouter.");
        }

        return definition;
    }

    private Period? ReadPeriod(SubmittedRow row, IndicatorDefinition? definition, RowFindings findings)
    {
        if (!Period.TryParse(row.Period, out var period))
        {
            findings.Error(
                "period.invalid",
                "period",
                $"La période « {Excerpt.Of(row.Period)} » n’est pas valable : écrivez 2025-03, 2025-Q1, 2025-S1 ou 2025.");
            return null;
        }

        if (definition is not null && period.Periodicity != definition.Periodicity)
        {
            findings.Error(
                "period.periodicity",
                "period",
                $"L’indicateur {definition.Code} a une périodicité {definition.Periodicity.Label()} : écrivez par exemple {Period.Of(period.Year, definition.Periodicity, 1)}.");
        }

        if (period.Start > _today)
        {
            findings.Error("period.future", "period", $"La période {FrenchPeriod.De(period)} n’a pas commencé : attendez son terme.");
        }

        if (period.Start >= _mutualisation.EndedOn)
        {
            findings.Error("period.afterEnd", "period", $"Ce service s’est arrêté avant la période {FrenchPeriod.De(period)} : vérifiez la période.");
        }

        return period;
    }

    private Siren? ReadMember(SubmittedRow row, IndicatorDefinition definition, Period? period, RowFindings findings)
    {
        if (definition.Level == IndicatorLevel.Service)
        {
            if (!string.IsNullOrEmpty(row.Member) || !string.IsNullOrEmpty(row.MemberAgain))
            {
                findings.Error(
                    "member.unexpected",
                    "member",
                    $"L’indicateur {definition.Code} vaut pour tout le service : laissez le membre vide.");
            }

            return null;
        }

        var given = string.IsNullOrEmpty(row.Member) ? row.MemberAgain : row.Member;
        if (string.IsNullOrEmpty(given))
        {
            findings.Error(
                "member.missing", "member", $"L’indicateur {definition.Code} se donne membre par membre : indiquez un SIREN ou un code Insee.");
            return null;
        }

        if (_community.Find(given) is not { } member)
        {
            findings.Error(
                "member.unknown",
                "member",
                $"« {Excerpt.Of(given)} » n’est pas un membre de {_community.Name} : vérifiez le SIREN ou le code Insee.");
            return null;
        }

        if (!string.IsNullOrEmpty(row.MemberAgain) && _community.Find(row.MemberAgain) != member)
        {
            findings.Error(
                "member.contradicted",
                "member",
                $"« {Excerpt.Of(given)} » et « {Excerpt.Of(row.MemberAgain)} » ne désignent pas le même membre : corrigez l’un des deux codes.");
            return null;
        }

        if (period is { } p && !_mutualisation.IsActiveIn(member.Siren, p))
        {
            findings.Error(
                "member.outsidePerimeter",
                "member",
                $"{member.Name} n’adhère pas à cette mutualisation pour la période {FrenchPeriod.De(p)} : vérifiez la période ou les adhésions.");
        }

        return member.Siren;
    }
}
