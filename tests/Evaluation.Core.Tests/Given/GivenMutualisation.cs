using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Tests.Given;

/// <summary>A mutualisation of a community, told in the order a reader would tell it.</summary>
internal sealed class GivenMutualisation(Community community, string serviceType = "ADS")
{
    private readonly List<MembershipDocument> _memberships = [];
    private readonly List<FollowedIndicatorDocument> _followed = [];
    private readonly List<AmendmentDocument> _amendments = [];
    private AllocationDocument? _key;

    /// <summary>A document that reads without a problem, to break in one place.</summary>
    public static MutualisationDocument Document(Community community) => new()
    {
        Label = "Instruction des autorisations d’urbanisme",
        ServiceType = "ADS",
        LegalForm = "serviceCommun",
        Provider = community.Siren.ToString(),
        Referent = "Responsable du service",
        Objectives = ["Instruire dans les délais."],
        Memberships = [.. community.Members.Select(m => new MembershipDocument { Member = m.SortKey, From = "2020-01-01" })],
        Indicators = [new FollowedIndicatorDocument { Code = "ADS-01" }],
        Convention = new ConventionDocument
        {
            Number = "2020-14",
            Object = "Instruire les demandes des communes.",
            StartsOn = "2020-01-01",
            NoticeMonths = 6,
            Settlement = "titreRecette",
            Allocation = new AllocationDocument { Criteria = [new KeyCriterionDocument { Criterion = "equal", Weight = 1 }] },
        },
    };

    /// <summary>Every member of the community, since long before the years under test.</summary>
    public static GivenMutualisation WithEveryone(Community community, string serviceType = "ADS")
    {
        var given = new GivenMutualisation(community, serviceType);
        foreach (var member in community.Members)
        {
            given.Joined(member.Name, "2015-01-01");
        }

        return given;
    }

    public GivenMutualisation Joined(string member, string from, string? to = null)
    {
        _memberships.Add(new MembershipDocument { Member = community.Named(member).Siren.ToString(), From = from, To = to });
        return this;
    }

    public GivenMutualisation Following(params string[] codes)
    {
        _followed.AddRange(codes.Select(code => new FollowedIndicatorDocument { Code = code }));
        return this;
    }

    public GivenMutualisation Aiming(string code, decimal target)
    {
        _followed.Add(new FollowedIndicatorDocument { Code = code, Target = target });
        return this;
    }

    public GivenMutualisation SharedBy(params KeyCriterionDocument[] criteria) => SharedAs("split", criteria);

    public GivenMutualisation SharedAs(string method, params KeyCriterionDocument[] criteria) =>
        SharedAs(new AllocationDocument { Method = method, Criteria = criteria });

    public GivenMutualisation SharedAs(AllocationDocument key)
    {
        _key = key;
        return this;
    }

    /// <summary>An amendment, with the key that it writes; null where it leaves it alone.</summary>
    public GivenMutualisation Amended(string effectiveOn, AllocationDocument? key)
    {
        _amendments.Add(new AmendmentDocument
        {
            Number = $"avenant {_amendments.Count + 1}",
            EffectiveOn = effectiveOn,
            Purpose = "Modifier la convention.",
            Allocation = key,
        });
        return this;
    }

    /// <param name="catalogue">The shipped one unless told.</param>
    public Mutualisation Read(Catalogue? catalogue = null)
    {
        var document = Document(community) with
        {
            ServiceType = serviceType,
            Memberships = _memberships,
            Indicators = _followed,
            LegalForm = _key is null ? "groupementCommandes" : "serviceCommun",
        };
        document = document with { Convention = document.Convention! with { Allocation = _key }, Amendments = _amendments };
        var outcome = MutualisationReader.Read("essai", document, community, catalogue ?? Catalogue.Standard);
        Assert.Empty(outcome.Problems);
        return outcome.Value!;
    }
}
