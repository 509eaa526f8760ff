using Evaluation.Core.Problems;

namespace Evaluation.Core.Communities;

/// <summary>
/// What is asked of a community when it is declared, beyond what makes its document readable (docs/spec/identifiers.md):
/// what was stored before a limit was known stays readable.
/// </summary>
public static class CommunityLimits
{
    /// <summary>What a declaration exceeds; empty when nothing.</summary>
    /// <param name="document">A document that was read without problem.</param>
    /// <param name="today">Local date in Europe/Paris.</param>
    public static IReadOnlyList<Refusal> Of(CommunityDocument document, DateOnly today)
    {
        var checks = new DocumentChecks();
        var members = DocumentChecks.Items(document.Members).ToList();
        for (var i = 0; i < members.Count; i++)
        {
            CheckPopulations(checks, members[i], $"/members/{i}", today);
            foreach (var (agents, at) in DocumentChecks.Items(members[i].Agents).Select((a, at) => (a, at)))
            {
                checks.NotAfter(agents.Year, today.Year, $"/members/{i}/agents/{at}/year");
            }
        }

        CheckCentres(checks, members);
        CheckNames(checks, members);
        foreach (var (index, at) in DocumentChecks.Items(document.PriceIndices).Select((p, at) => (p, at)))
        {
            foreach (var (value, of) in DocumentChecks.Items(index.Values).Select((v, of) => (v, of)))
            {
                checks.NotAfter(value.Year, today.Year, $"/priceIndices/{at}/values/{of}/year");
            }
        }

        foreach (var (pay, at) in DocumentChecks.Items(document.FunctionalPay).Select((p, at) => (p, at)))
        {
            checks.NotAfter(pay.Year, today.Year, $"/functionalPay/{at}/year");
        }

        return checks.Problems;
    }

    // The populations of a year are published in the last days of the year before.
    private static void CheckPopulations(DocumentChecks checks, MemberDocument member, string pointer, DateOnly today)
    {
        var populations = DocumentChecks.Items(member.Populations).ToList();
        for (var i = 0; i < populations.Count; i++)
        {
            var population = populations[i];
            checks.NotAfter(population.Year, today.Year + 1, $"{pointer}/populations/{i}/year");
            if (population.Kind == DomainCode.Of(PopulationKind.Municipale)
                && populations.Find(p => p.Kind == DomainCode.Of(PopulationKind.Totale) && p.Year == population.Year) is { } whole
                && population.Inhabitants > whole.Inhabitants)
            {
                checks.Add(Refusals.PopulationMunicipaleAboveTotale, $"{pointer}/populations/{i}", population.Year, member.Name);
            }
        }
    }

    private static void CheckCentres(DocumentChecks checks, List<MemberDocument> members)
    {
        var first = members.Find(m => m.VilleCentre);
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].VilleCentre && !ReferenceEquals(members[i], first))
            {
                checks.Add(Refusals.MemberVilleCentre, $"/members/{i}/villeCentre", first!.Name);
            }
        }
    }

    // Two communes of two departments may well have one name, as the two Seyssel have; others could not be told apart.
    private static void CheckNames(DocumentChecks checks, List<MemberDocument> members)
    {
        var byName = new Dictionary<string, List<string?>>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Name?.Trim() is not { Length: > 0 } name)
            {
                continue;
            }

            var department = members[i].InseeCode is { Length: 5 } code ? code[..2] : null;
            if (!byName.TryGetValue(name, out var departments))
            {
                byName[name] = departments = [];
            }

            if (departments.Exists(other => other is null || department is null || other == department))
            {
                checks.Add(Refusals.MemberDuplicateName, $"/members/{i}/name", name);
            }

            departments.Add(department);
        }
    }
}
