using Evaluation.Core.Communities;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Calendar;

public sealed class MailboxTests
{
    [Fact]
    public void A_muted_address_is_muted_whatever_its_case()
    {
        var community = GivenCommunity.Read(GivenCommunity.Document("A") with
        {
            DirectorMailbox = "direction@exemple.fr",
            MutedMailboxes = ["Archives@exemple.fr"],
        });

        Assert.Equal("direction@exemple.fr", community.DirectorMailbox);
        Assert.True(community.Mutes("archives@EXEMPLE.fr"));
        Assert.False(community.Mutes("direction@exemple.fr"));
    }

    [Theory]
    [InlineData("a@exemple.fr", "direction", "contact.mailbox /directorMailbox")]
    [InlineData("a@exemple.fr, b@exemple.fr", "d@exemple.fr", "contact.mailbox /mutedMailboxes/0")]
    [InlineData("", "d@exemple.fr", "contact.mailbox /mutedMailboxes/0")]
    [InlineData("a@exemple.fr|A@exemple.fr", "d@exemple.fr", "contact.duplicate /mutedMailboxes/1")]
    public void Addresses_are_read_strictly(string muted, string director, string expected)
    {
        var problem = Assert.Single(CommunityReader.Read(GivenCommunity.Siren, GivenCommunity.Document("A") with
        {
            DirectorMailbox = director,
            MutedMailboxes = muted.Split('|'),
        }).Problems);

        Assert.Equal(expected, $"{problem.Code} {problem.Pointer}");
    }
}
