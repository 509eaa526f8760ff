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
                    new RowFindings(row).Error(Refusals.RowDuplicate, "", firstOf[key]));
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
            findings.Error(doubt.Said, doubt.Field);
        }

        var definition = IsDoubted(row, "indicator") ? null : Indicator(row, findings);
        var status = SubmittedWords.Choice(row.Status, ValueStatus.Final, "status", SubmittedWords.Statuses, Refusals.StatusUnknown, findings);
        var quality = SubmittedWords.Choice(row.Quality, ValueQuality.Measured, "quality", SubmittedWords.Qualities, Refusals.QualityUnknown, findings);
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
            findings.Error(Refusals.IndicatorUnknown, "indicator", Excerpt.Of(row.Indicator));
        }
        else if (definition.IsComputed)
        {
            findings.Error(Refusals.IndicatorComputed, "indicator", definition.Code, definition.Numerator, definition.Denominator);
        }
        else if (definition.IsDerived)
        {
            findings.Error(Refusals.IndicatorDerived, "indicator", definition.Code);
        }
        else if (!_expected.Contains(definition.Code))
        {
            findings.Error(Refusals.IndicatorNotFollowed, "indicator", definition.Code);
        }

        return definition;
    }

    private Period? ReadPeriod(SubmittedRow row, IndicatorDefinition? definition, RowFindings findings)
    {
        if (!Period.TryParse(row.Period, out var period))
        {
            findings.Error(Refusals.PeriodInvalid, "period");
            return null;
        }

        if (definition is not null && period.Periodicity != definition.Periodicity)
        {
            findings.Error(
                Refusals.PeriodPeriodicity, "period", definition.Code, definition.Periodicity.Label(), Period.Of(period.Year, definition.Periodicity, 1));
        }

        if (period.Start > _today)
        {
            findings.Error(Refusals.PeriodFuture, "period", FrenchPeriod.De(period));
        }

        if (period.Start >= _mutualisation.EndedOn)
        {
            findings.Error(Refusals.PeriodAfterEnd, "period", FrenchPeriod.De(period));
        }

        return period;
    }

    private Siren? ReadMember(SubmittedRow row, IndicatorDefinition definition, Period? period, RowFindings findings)
    {
        if (definition.Level == IndicatorLevel.Service)
        {
            if (!string.IsNullOrEmpty(row.Member) || !string.IsNullOrEmpty(row.MemberAgain))
            {
                findings.Error(Refusals.MemberUnexpected, "member", definition.Code);
            }

            return null;
        }

        var given = string.IsNullOrEmpty(row.Member) ? row.MemberAgain : row.Member;
        if (string.IsNullOrEmpty(given))
        {
            findings.Error(Refusals.MemberMissing, "member", definition.Code);
            return null;
        }

        if (_community.Find(given) is not { } member)
        {
            findings.Error(Refusals.MemberUnknown, "member", Excerpt.Of(given));
            return null;
        }

        if (!string.IsNullOrEmpty(row.MemberAgain) && _community.Find(row.MemberAgain) != member)
        {
            findings.Error(Refusals.MemberContradicted, "member", Excerpt.Of(given), Excerpt.Of(row.MemberAgain));
            return null;
        }

        if (period is { } p && !_mutualisation.IsActiveIn(member.Siren, p))
        {
            findings.Error(Refusals.MemberOutsidePerimeter, "member", member.Name, FrenchPeriod.De(p));
        }

        return member.Siren;
    }
}
