using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions about who receives which report.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> Subscriptions => new()
    {
        ["subscribe"] = Subscribe,
        ["occurrence"] = w => new SubscribedVersion(Parsed<ReportKind>(w[0]), w[1], Whole(w[2]), Parsed<SubscriptionForm>(w[3])).Occurrence,
    };

    private static string Subscribe(string[] words)
    {
        var community = GivenCommunity.Document("A");
        var problems = CommunityReader.Read(GivenCommunity.Siren, community with
        {
            Members = [community.Members![0] with { Mailbox = "a@exemple.fr" }],
            Subscriptions =
            [
                new SubscriptionDocument
                {
                    Kind = words[0],
                    To = words[1],
                    Member = words[1] == "member" ? GivenCommunity.InseeOf(1) : null,
                    Mailbox = words[1] == "mailbox" ? words[2] : null,
                    Mutualisation = After("in"),
                    As = After("as"),
                },
            ],
        }).Problems;
        return problems.Count == 0 ? "accepted" : string.Join(", ", problems.Select(p => p.Code));

        string? After(string word) => words.SkipWhile(w => w != word).Skip(1).FirstOrDefault();
    }
}
