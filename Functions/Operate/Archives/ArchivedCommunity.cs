using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Indicators;
using Evaluation.Core.Kinds;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Savings;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Archives;

/// <summary>What the documents of an archive declare, by the rules of today.</summary>
/// <param name="Community">The community.</param>
/// <param name="Mutualisations">Its mutualisations.</param>
internal sealed record ArchivedCommunity(Community Community, IReadOnlyList<Mutualisation> Mutualisations)
{
    /// <summary>Reads every document: its present version by the rules, those before it for being documents at all.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="documents">Each with its versions in order, the present one last.</param>
    /// <exception cref="RefusalException">422 when one is missing, unknown, or breaks a rule.</exception>
    public static ArchivedCommunity Read(Siren siren, IReadOnlyList<IReadOnlyList<ArchivedDocument>> documents)
    {
        if (documents.SelectMany(versions => versions).FirstOrDefault(version => !IsObject(version.Json)) is { } broken)
        {
            throw ArchiveRefusal.Damaged(broken.Name);
        }

        var present = documents.Select(versions => versions[^1]).ToList();
        var declared = present.Find(IsCommunity)
            ?? throw ArchiveRefusal.Missing(new ArchivedDocument(StorageNames.RegistryTable, siren.ToString(), "community", 1, new BinaryData("")).Name);
        var community = Named(declared, () => Documents.Require(
            CommunityReader.Read(siren.ToString(), Parse(declared, StoreJson.Documents.CommunityDocument))));
        var mutualisations = new List<Mutualisation>();
        foreach (var document in present.Where(d => d != declared))
        {
            if (Named(document, () => MutualisationOf(document, community)) is { } mutualisation)
            {
                mutualisations.Add(mutualisation);
            }
        }

        return present.Find(d => d.Mutualisation is { } id && !mutualisations.Exists(m => m.Id == id)) is { } stray
            ? throw ArchiveRefusal.Unknown(stray.Name)
            : new ArchivedCommunity(community, mutualisations);
    }

    /// <summary>Whether a document declares the community: the last one to be put back.</summary>
    public static bool IsCommunity(ArchivedDocument document) =>
        document.Table == StorageNames.RegistryTable && document.Row is ["community"];

    // Only mutualisations are needed afterwards; the others are read for what is wrong with them.
    private static Mutualisation? MutualisationOf(ArchivedDocument document, Community community)
    {
        switch (document.Table, document.Row)
        {
            case (StorageNames.RegistryTable, ["mutualisation", var id]):
                return Documents.Require(MutualisationReader.Read(
                    id, Parse(document, StoreJson.Documents.MutualisationDocument), community, Catalogue.Standard));
            case (StorageNames.RegistryTable, ["baseline", _]):
                Documents.Require(BaselineReader.Read(
                    Parse(document, StoreJson.Documents.BaselineDocument), community, Catalogue.Standard));
                return null;
            case (StorageNames.RegistryTable, ["period", _, var period]) when Period.TryParse(period, out var decided) && decided.ToString() == period
                && Parse(document, ClosingJson.Default.PeriodApproval) is { Taken: { } taken, Openings: { } openings }
                && !taken.Contains(null!) && !openings.Contains(null!):
                return null;
            case (StorageNames.RegistryTable, ["report", _, var kind, var reported]) when kind == DomainCode.Of(ReportKind.Annual) && IsYear(reported, out _)
                && Parse(document, ReportActsJson.Documents.ReportActs) is { Validations: { } validations, Transmissions: { } transmissions }
                && !validations.Contains(null!) && !transmissions.Contains(null!):
                return null;
            case (StorageNames.RegistryTable, ["decision", _, var evaluated]) when IsYear(evaluated, out _):
                Documents.Require(DecisionReader.Read(Parse(document, StoreJson.Documents.DecisionDocument)));
                return null;
            case (StorageNames.RegistryTable, ["settled", _])
                when Parse(document, SettledYearJson.Documents.SettledYears) is { Years: { } years } && IsSound(years):
                return null;
            case (StorageNames.RegistryTable, ["units", _, var confirmed, var member])
                when Siren.TryParse(member, out var of) && Period.TryParse(confirmed, out var said) && said.ToString() == confirmed:
                Documents.Require(UnitsAnswerReader.Read(of, said, Parse(document, StoreJson.Documents.UnitsAnswerDocument)));
                return null;
            case (StorageNames.RegistryTable, ["fiscalYear", var year]) when IsYear(year, out var closed)
                && Parse(document, ClosingJson.Default.FiscalYearClosing).Year == closed:
                return null;
            case (StorageNames.CostsTable, [var year]) when IsYear(year, out var spent):
                Documents.Require(CostReader.Read(spent, Parse(document, StoreJson.Documents.CostDocument), community));
                return null;
            case (StorageNames.CostsTable, [var year, "calls"]) when IsYear(year, out _)
                && Parse(document, CallStateJson.Documents.CallStates) is { Told: { } told }
                && told.All(t => t is { Call: not null, Standing: not null, By: not null }):
                return null;
            default:
                throw ArchiveRefusal.Unknown(document.Name);
        }
    }

    private static bool IsSound(IReadOnlyList<SettledYear> years) =>
        years.All(y => y is { Settlings.Count: > 0 } && y.Settlings.All(s =>
            s is { By: not null, Function: not null, Fingerprint: not null, Amounts: { } amounts, Openings: { } openings }
            && !amounts.Contains(null!) && !openings.Contains(null!)))
        && years.Zip(years.Skip(1), (before, after) => before.Year < after.Year).All(rises => rises);

    // A document that breaks a rule is told with its faults, and which of the archive it is.
    private static T Named<T>(ArchivedDocument document, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RefusalException e) when (e.Errors is not null)
        {
            throw e.In(document.Name);
        }
    }

    private static bool IsObject(BinaryData json)
    {
        try
        {
            return JsonElement.Parse(json.ToMemory().Span).ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsYear(string text, out int year)
    {
        year = Period.TryParse(text, out var period) && period.Periodicity == Periodicity.Annual ? period.Year : 0;
        return year > 0;
    }

    private static T Parse<T>(ArchivedDocument document, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(document.Json.ToMemory().Span, shape) ?? throw ArchiveRefusal.Damaged(document.Name);
        }
        catch (JsonException)
        {
            throw ArchiveRefusal.Damaged(document.Name);
        }
    }
}
