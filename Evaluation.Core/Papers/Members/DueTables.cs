using Evaluation.Core.Confirmations;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Members;

/// <summary>Calls of a member and what is expected of it. Each table is null when there is nothing to list.</summary>
internal static class DueTables
{
    /// <summary>Each call, and where it stands.</summary>
    public static PaperTable? Calls(MemberStatementFacts facts)
    {
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"), PaperColumn.Words("Objet"), new("Jour", PaperFormat.Day), PaperColumn.Euros("Appel"), PaperColumn.Words("État"),
            new("État depuis", PaperFormat.Day),
        ];
        IReadOnlyList<PaperRow> rows = [.. facts.Accounts.SelectMany(a => a.Service.Calls.Select(c => Call(a.Service, c)))];
        return rows.Count == 0 ? null : new PaperTable(
            "Appels", $"Appels de {facts.Written}, tels qu’ils sont connus au {FrenchDate.InWords(facts.On)}", "En euros ; négatif, l’appel rend au membre", columns, rows, PaperTotals.Of(columns, rows));
    }

    /// <summary>Where the calls that are known are not those that a balance rests on.</summary>
    public static IEnumerable<PaperBlock> CallNotes(MemberStatementFacts facts)
    {
        var moved = facts.Accounts
            .Where(a => a.Service.Calls.Sum(c => c.Amount) != (a.Account.Calls?.Called.Value ?? 0))
            .Select(a => a.Service.Label)
            .ToList();
        if (moved.Count > 0)
        {
            yield return new PaperNote($"Les appels connus à ce jour ne font pas le total sur lequel repose le solde, pour : {FrenchText.List(moved)}.");
        }
    }

    /// <summary>Values that were due from the member.</summary>
    public static PaperTable? Values(MemberStatementFacts facts)
    {
        IReadOnlyList<PaperColumn> columns =
            [PaperColumn.Words("Service"), PaperColumn.Count("Attendues"), PaperColumn.Count("Reçues"), PaperColumn.Count("Manquantes")];
        IReadOnlyList<PaperRow> rows = [.. facts.Accounts.Where(a => a.Account.Expected > 0).Select(a => Came(a.Service, a.Account))];
        return rows.Count == 0 ? null : new PaperTable(
            "Valeurs", $"Valeurs attendues du membre pour {facts.Written}", null, columns, rows, PaperTotals.Of(columns, rows));
    }

    /// <summary>The same as it is read: services of which a value lacks, and which lack none.</summary>
    public static IEnumerable<PaperBlock> ValuesRead(MemberStatementFacts facts)
    {
        if (Values(facts) is not { } values)
        {
            yield break;
        }

        IReadOnlyList<PaperRow> lacking = [.. values.Rows.Where(r => r.Cells[^1].Number > 0)];
        if (lacking.Count == 0)
        {
            yield return new PaperText($"Les valeurs attendues du membre pour {facts.Written} sont toutes reçues.");
            yield break;
        }

        yield return values with { Rows = lacking, Total = PaperTotals.Of(values.Columns, lacking) };
        if (lacking.Count < values.Rows.Count)
        {
            yield return new PaperNote($"Aucune valeur ne manque dans : {FrenchText.List([.. values.Rows.Except(lacking).Select(r => r.Cells[0].Words!)])}.");
        }
    }

    /// <summary>Periods whose units the member was to confirm.</summary>
    public static PaperTable? Confirmations(MemberStatementFacts facts)
    {
        IReadOnlyList<PaperColumn> columns =
            [PaperColumn.Words("Service"), PaperColumn.Count("À confirmer"), PaperColumn.Count("Confirmées"), PaperColumn.Count("Contestées")];
        IReadOnlyList<PaperRow> rows = [.. facts.Told.Services.Where(s => s.Units.Count > 0).Select(Confirmed)];
        return rows.Count == 0 ? null : new PaperTable(
            "Confirmations", $"Unités de {facts.Written}, en nombre de périodes terminées", null, columns, rows, PaperTotals.Of(columns, rows));
    }

    /// <summary>What is asked; the service stands beside it.</summary>
    public static PaperTable? Asked(MemberStatementFacts facts)
    {
        var labels = facts.Told.Services.ToDictionary(s => s.Mutualisation, s => s.Label, StringComparer.Ordinal);
        IReadOnlyList<PaperRow> rows = [.. facts.Told.Asked.Select(a => PaperRow.Of(labels[a.Mutualisation], a.Text.Replace($"\u00A0: {labels[a.Mutualisation]}", "", StringComparison.Ordinal)))];
        return rows.Count == 0 ? null : new PaperTable(
            "Demandes", "Ce qui est demandé", null, [PaperColumn.Words("Service"), PaperColumn.Words("Demande")], rows);
    }

    private static PaperRow Call(ServiceAccount service, MemberCall call) => PaperRow.Of(
        service.Label,
        DomainCode.TryParse<CallKind>(call.Kind, out var kind) ? kind.Label() : call.Kind,
        call.CalledOn,
        call.Amount,
        new PaperCell { Words = DomainCode.TryParse<CallState>(call.State, out var state) ? state.Label() : call.State, Note = call.Comment },
        call.Since is { } since ? since : PaperTotals.NotApplicable);

    private static PaperRow Came(ServiceAccount service, MemberAccount account)
    {
        var missing = account.Missing.Sum(m => m.Periods.Count);
        return PaperRow.Of(
            service.Label,
            account.Expected,
            account.Expected - missing,
            new PaperCell
            {
                Number = missing,
                Note = missing == 0 ? null : string.Join(" ; ", account.Missing.Select(m => $"{m.Label} ({m.Code}) : {m.InWords}")),
            });
    }

    private static PaperRow Confirmed(ServiceAccount service)
    {
        var states = service.Units.Select(u => DomainCode.TryParse<UnitsState>(u.State, out var state) ? state : throw new ArgumentException(u.State)).ToList();
        return PaperRow.Of(
            service.Label, states.Count(s => s.AsksMember()), states.Count(s => s == UnitsState.Confirmed), states.Count(s => s == UnitsState.Contested));
    }
}
