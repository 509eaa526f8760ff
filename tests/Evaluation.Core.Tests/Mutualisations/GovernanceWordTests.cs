using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class GovernanceWordTests
{
    [Fact]
    public void Bodies_opinions_and_renewals_have_their_French_words()
    {
        Assert.Equal(
            ["comité de pilotage", "comité technique", "comité de suivi"], Enum.GetValues<CommitteeKind>().Select(k => k.Label()));
        Assert.Equal(
            ["avis favorable", "avis défavorable", "avis réservé", "avis réputé rendu"],
            Enum.GetValues<StaffOpinion>().Select(o => o.Label()));
        Assert.Equal(
            ["sans reconduction", "reconduction tacite", "reconduction expresse"],
            Enum.GetValues<ConventionRenewal>().Select(r => r.Label()));
    }
}
