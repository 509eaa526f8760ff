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
    private const int RenderingVersion = 3;

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
        foreach (var value in dossier.Values.All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{value.Key.Indicator}|{value.Key.Member}|{value.Key.Period}|{value.Value}|{DomainCode.Of(value.Status)}|{DomainCode.Of(value.Quality)}\n");
        }

        foreach (var costs in dossier.Costs.OrderBy(c => c.Year))
        {
            text.Append(TextOf(costs));
        }

        foreach (var decision in decisions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{decision.RowKey}|{decision.Json}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
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
