using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report;

/// <summary>Lays out what surrounds the indicators: balances, uses, savings, criteria, punctuality.</summary>
internal static class RecordRows
{
    private const string Euro = "€";
    private const string Percent = "%";

    public static IEnumerable<ReportRow> Settlement(SettlementSection? settlement, string year)
    {
        const string section = "Régularisation";
        foreach (var row in settlement?.Rows.Append(settlement.Total) ?? [])
        {
            var total = row.Member is null ? ", total" : "";
            yield return new ReportRow(section, null, $"Montant dû{total}", year, row.Owed, Euro) { Member = row.Member };
            yield return new ReportRow(section, null, $"Acomptes appelés{total}", year, row.Provisional, Euro) { Member = row.Member };
            yield return new ReportRow(section, null, $"Déjà régularisé{total}", year, row.Regularised, Euro) { Member = row.Member };
            yield return new ReportRow(section, null, $"Imputé sur l’attribution de compensation{total}", year, row.Imputed, Euro)
            {
                Member = row.Member,
            };
            if (row.Carried is { } carried)
            {
                yield return new ReportRow(section, null, $"Reporté d’exercices arrêtés{total}", year, carried, Euro) { Member = row.Member };
            }

            if (row.Onward is { } onward)
            {
                yield return new ReportRow(section, null, $"Reporté sur les exercices suivants{total}", year, onward, Euro) { Member = row.Member };
            }

            yield return new ReportRow(section, null, $"Solde{total}", year, row.Balance, Euro) { Member = row.Member, State = row.Word };
        }
    }

    public static IEnumerable<ReportRow> Calls(CallsSection? calls, string year)
    {
        foreach (var row in calls?.Rows.Append(calls.Total) ?? [])
        {
            var total = row.Member is null ? ", total" : "";
            foreach (var (label, value) in new[]
            {
                ("Appels prévus", row.Planned), ("Appels émis", row.Issued), ("Appels payés", row.Paid), ("Appels contestés", row.Disputed),
            })
            {
                yield return new ReportRow("État des appels", null, label + total, year, value, Euro) { Member = row.Member };
            }
        }
    }

    public static IEnumerable<ReportRow> Corrections(SettledSection? settled, string year)
    {
        const string section = "Montants arrêtés de nouveau";
        foreach (var row in settled?.Corrections.SelectMany(c => c.Rows.Append(c.Total)) ?? [])
        {
            var total = row.Member is null ? ", total" : "";
            yield return new ReportRow(section, null, $"Montant avant{total}", year, row.AmountBefore, Euro) { Member = row.Member };
            yield return new ReportRow(section, null, $"Montant arrêté{total}", year, row.AmountAfter, Euro) { Member = row.Member };
            yield return new ReportRow(section, null, $"Régularisation{total}", year, row.Change, Euro) { Member = row.Member };
        }
    }

    public static IEnumerable<ReportRow> Statement(StatementSection? statement)
    {
        foreach (var row in statement?.Rows ?? [])
        {
            foreach (var use in row.Uses)
            {
                yield return new ReportRow(
                    "État annuel", use.Code, "Unités de la clé", use.Period, new Figure(use.Units, null), "unités de la clé")
                {
                    Member = row.Member,
                };
            }

            foreach (var answer in row.Answers ?? [])
            {
                yield return new ReportRow("État annuel", null, "Réponse du membre sur ses unités", answer.Period, null, "")
                {
                    Member = row.Member,
                    State = answer.Word,
                };
            }
        }
    }

    public static IEnumerable<ReportRow> Savings(SavingsSection? savings, string year)
    {
        const string section = "Économies";
        if (savings is not { Figure: { } figure, Total: { } total })
        {
            yield break;
        }

        foreach (var step in figure.Steps)
        {
            yield return new ReportRow(section, null, step.Label, year, step.Amount, Euro);
        }

        yield return new ReportRow(section, null, "Économie par rapport à la référence", year, savings.EfficiencySaving, Euro);
        yield return new ReportRow(section, null, "Économie, part du coût sans la mutualisation", year, savings.EfficiencyRate, Percent);
        yield return new ReportRow(section, null, "Postes évités", year, savings.AvoidedFte, "équivalents temps plein");
        foreach (var row in savings.Rows.Append(total))
        {
            var suffix = row.Member is null ? ", total" : "";
            (string Label, Figure Value)[] amounts =
            [
                ("Référence à prix courants", row.Reference), ("Dépense propre", row.OwnSpending), ("Versé", row.Paid),
                ("Reçu", row.Received), ("Coût net", row.NetCost), ("Économie", row.Saving),
            ];
            foreach (var (label, value) in amounts)
            {
                yield return new ReportRow(section, null, label + suffix, year, value, Euro) { Member = row.Member };
            }
        }
    }

    public static IEnumerable<ReportRow> Criteria(CriteriaSection criteria, string year)
    {
        const string section = "Critères";
        foreach (var row in criteria.Rows)
        {
            yield return new ReportRow(section, null, row.Name, year, row.Score, "score de 0 à 1")
            {
                State = CriteriaWords.Of(row.Verdict),
            };
            foreach (var evidence in row.Evidence)
            {
                yield return new ReportRow(section, evidence.Code, evidence.Label, year, null, row.Name)
                {
                    State = CriteriaWords.Of(evidence.Judgement),
                };
            }
        }

        yield return new ReportRow(section, null, "Proposition du système", year, null, "")
        {
            State = criteria.ProposalWord ?? "aucune",
        };
        if (criteria.Decided is { } decided)
        {
            yield return new ReportRow(section, null, "Décision du directeur", year, null, "") { State = decided.Word };
            foreach (var action in decided.Actions)
            {
                yield return new ReportRow(section, null, $"Action décidée : {action.Label}", year, null, "") { State = action.StateWord };
            }
        }
    }

    public static IEnumerable<ReportRow> Equality(IReadOnlyList<EqualityRow> rows, string year) =>
        rows.Select(row => new ReportRow("Délais et qualité", row.Code, "Écarts entre communes, coefficient de variation", year, row.Coefficient, Percent)
        {
            Previous = row.Previous,
            Change = row.Change,
            State = row.Change.Value is null ? null : row.Reading,
        });

    public static IEnumerable<ReportRow> Behind(IReadOnlyList<PunctualityRow> rows, string year) =>
        rows.SelectMany(row => new[]
        {
            new ReportRow("Complétude", null, "Valeurs manquantes", year, Figure.Of(row.Missing, 0), "valeurs") { Member = row.Member },
            new ReportRow("Complétude", null, "Valeurs en retard", year, Figure.Of(row.Late, 0), "valeurs") { Member = row.Member },
        });
}
