using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Evaluate;

/// <summary>
/// What a report was computed from, in 64 hexadecimal digits: equal fingerprints mean equal figures, so nothing new is
/// published. The date is not part of it; what it changes (the values due) is.
/// </summary>
internal static class Fingerprint
{
    // Raised when the same inputs would give another report, so that the next review publishes it.
    private const int RenderingVersion = 6;

    /// <summary>The fingerprint of an evaluation and of the documents it rests on.</summary>
    /// <param name="evaluation">Of a year.</param>
    /// <param name="community">As it is declared.</param>
    /// <param name="mutualisation">As it is declared.</param>
    /// <param name="baseline">As it is declared; null without one.</param>
    /// <param name="decisions">Those the report tells of, in order.</param>
    public static string Of(
        AnnualEvaluation evaluation,
        StoredDocument community,
        StoredDocument mutualisation,
        StoredDocument? baseline,
        params IEnumerable<StoredDocument> decisions)
    {
        var dossier = evaluation.Dossier;
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{RenderingVersion}\n{dossier.Year}\n{evaluation.Completeness.Total.Expected}\n{community.Json}\n{WithoutSource(mutualisation)}\n{baseline?.Json}\n");
        text.Append(DefinitionsOf(dossier));
        AppendValues(text, dossier.Values.All);
        foreach (var costs in dossier.Costs.OrderBy(c => c.Year))
        {
            text.Append(TextOf(costs));
        }

        text.Append(CallStatesOf(dossier)).Append(SettlingsOf(dossier)).Append(CarriedOf(dossier)).Append(UnitAnswersOf(dossier));
        foreach (var decision in decisions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{decision.RowKey}|{decision.Json}\n");
        }

        return HashOf(text);
    }

    /// <summary>The fingerprint of what the amounts of a year rest on: its accounts, values, costs and calls.</summary>
    public static string OfAccounts(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{dossier.Year}\n{YearAccounts.Of(evaluation)}\n");
        AppendValues(text, dossier.Values.All.Where(v => v.Key.Period.Year == dossier.Year));
        if (dossier.CostsOf(dossier.Year) is { } costs)
        {
            text.Append(TextOf(costs));
        }

        return HashOf(text);
    }

    private static string HashOf(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

    /// <summary>Where each call of the year stands; empty where nobody said anything of any.</summary>
    public static string CallStatesOf(Dossier dossier)
    {
        var text = new StringBuilder();
        var calls = dossier.CostsOf(dossier.Year)?.Calls ?? [];
        foreach (var call in calls.Any(c => c.Standing is not null) ? calls : [])
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{DomainCode.Of(call.StateOn(dossier.AsOf))}|{call.Standing?.On:yyyy-MM-dd}|{call.Standing?.Comment}\n");
        }

        return text.ToString();
    }

    /// <summary>The amounts of the year as they were settled; empty where they never were.</summary>
    public static string SettlingsOf(Dossier dossier)
    {
        var text = new StringBuilder();
        foreach (var settling in dossier.Settled.Find(dossier.Year)?.Settlings ?? [])
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{settling.On:yyyy-MM-dd}|{settling.Function}|{settling.CarriedTo}|{settling.OpenOn(dossier.AsOf)?.Until:yyyy-MM-dd}\n");
            foreach (var amount in settling.Amounts)
            {
                text.Append(
                    CultureInfo.InvariantCulture, $"{amount.Payer}|{amount.Amount:F2}|{amount.Carried:F2}|{amount.Called:F2}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What earlier years left to settle with the call of the year; empty where they left nothing.</summary>
    public static string CarriedOf(Dossier dossier)
    {
        var text = new StringBuilder();
        foreach (var carried in dossier.Settled.CarriedTo(dossier.Year))
        {
            text.Append(CultureInfo.InvariantCulture, $"{carried.Year}|{carried.On:yyyy-MM-dd}|{carried.Payer}|{carried.Amount:F2}\n");
        }

        return text.ToString();
    }

    /// <summary>What members said of their units; empty where none did. Their words are not published, nor is who wrote them.</summary>
    public static string UnitAnswersOf(Dossier dossier)
    {
        var text = new StringBuilder();
        foreach (var standing in dossier.UnitsOf(dossier.Year).Where(s => s.Answer is not null))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{standing.Units.Member.Siren}|{standing.Units.Period}|{DomainCode.Of(standing.State)}|{standing.Answer!.At:O}|{standing.Answer.Rating}\n");
        }

        return text.ToString();
    }

    private static void AppendValues(StringBuilder text, IEnumerable<IndicatorValue> values)
    {
        foreach (var value in values)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{value.Key.Indicator}|{value.Key.Member}|{value.Key.Period}|{value.Value}|{DomainCode.Of(value.Status)}|{DomainCode.Of(value.Quality)}\n");
        }
    }

    /// <summary>How reports are written; raised with it.</summary>
    public static string Rendering { get; } = RenderingVersion.ToString(CultureInfo.InvariantCulture);

    /// <summary>The costs and calls of a year, in order.</summary>
    public static string TextOf(CostYear costs)
    {
        var text = new StringBuilder();
        foreach (var line in costs.Lines)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{costs.Year}|{DomainCode.Of(line.Category)}|{DomainCode.Of(line.Stage)}|{line.Amount:F2}|{line.DirectMember}|{line.Evidence}\n");
        }

        foreach (var call in costs.Calls)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{costs.Year}|{call.Member}|{DomainCode.Of(call.Kind)}|{call.CalledOn:yyyy-MM-dd}|{call.Amount:F2}\n");
        }

        return text.ToString();
    }

    /// <summary>The catalogue of the service and what is common to all: what an indicator says, how it is computed, what it aims at.</summary>
    public static string DefinitionsOf(Dossier dossier)
    {
        var text = new StringBuilder();
        var service = dossier.Mutualisation.ServiceType;
        text.Append(CultureInfo.InvariantCulture, $"{service}\n");
        foreach (var definition in dossier.Catalogue.Indicators.Where(d =>
            d.ServiceType == service.Code || d.ServiceType == ServiceType.Any))
        {
            text.Append(CultureInfo.InvariantCulture, $"{definition with { Versions = [] }}\n");
            foreach (var version in definition.Versions)
            {
                text.Append(CultureInfo.InvariantCulture, $"{version.ValidFrom:yyyy-MM-dd}|{version.Change}|{version.Definition with { Versions = [] }}\n");
            }
        }

        return text.ToString();
    }

    // Where values are pulled from says nothing of what they are.
    private static string WithoutSource(StoredDocument mutualisation)
    {
        var document = JsonSerializer.Deserialize(mutualisation.Json, StoreJson.Documents.MutualisationDocument)
            ?? throw new InvalidDataException("A stored mutualisation is empty.");
        return JsonSerializer.Serialize(document with { Source = null }, StoreJson.Documents.MutualisationDocument);
    }
}
