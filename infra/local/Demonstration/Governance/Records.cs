using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>Short ways to write who steers a service and what was decided; French sentences get their typography.</summary>
internal static class Records
{
    private const int DaysBetweenAssemblies = 45;

    /// <summary>A meeting, with its decisions and what is to be done next.</summary>
    public static CommitteeMeetingDocument Meeting(string kind, string on, string decision, string? next = null) => new()
    {
        Kind = kind,
        On = on,
        Decisions = [Typography.Fix(decision)],
        NextActions = next is null ? null : [Typography.Fix(next)],
    };

    /// <summary>The community's deliberation, then that of each member within the weeks that follow.</summary>
    public static IReadOnlyList<DeliberationDocument> Concordant(
        string community, string on, string number, IEnumerable<string> members)
    {
        var first = DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var chance = new Chance($"{community}|{number}");
        return
        [
            new DeliberationDocument { Assembly = community, Number = number, On = on },
            .. members.Where(member => member != community).Select(member => new DeliberationDocument
            {
                Assembly = member,
                Number = string.Create(
                    CultureInfo.InvariantCulture, $"{first.Year}-{decimal.Floor(10 + (110 * chance.Draw($"number|{member}")))}"),
                On = first.AddDays((int)decimal.Floor(DaysBetweenAssemblies * chance.Draw(member)))
                    .ToString("O", CultureInfo.InvariantCulture),
            }),
        ];
    }

    /// <summary>The opinions of staff committees on one day.</summary>
    public static IEnumerable<StaffCommitteeOpinionDocument> Opinions(string on, string opinion, params string[] committees) =>
        committees.Select(committee => new StaffCommitteeOpinionDocument { Committee = committee, On = on, Opinion = opinion });

    /// <summary>A recommendation of the evaluation of 2024.</summary>
    public static RecommendationDocument Recommended(
        string text, string owner, string dueOn, string status, string statusOn, string? note = null) => new()
        {
            Year = 2024,
            Text = Typography.Fix(text),
            Owner = Typography.Fix(owner),
            DueOn = dueOn,
            Status = status,
            StatusOn = statusOn,
            Note = note is null ? null : Typography.Fix(note),
        };

    /// <summary>A document kept elsewhere, at an address that leads nowhere.</summary>
    public static DocumentLinkDocument Link(string kind, string title, string path) =>
        new() { Kind = kind, Title = Typography.Fix(title), Address = $"https://documents.example.org/{path}" };

    /// <summary>The two editions of the offer of Grenoble-Alpes-Métropole.</summary>
    public static IReadOnlyList<OfferEditionDocument> Editions(string june2021, string july2022) =>
    [
        new() { Edition = "juin 2021", On = "2021-06-15", Status = june2021 },
        new() { Edition = "juillet 2022", On = "2022-07-07", Status = july2022 },
    ];

    /// <summary>A change of status.</summary>
    public static LifecycleStepDocument Step(string status, string on, string? act = null, string? reason = null) => new()
    {
        Status = status,
        On = on,
        Act = act is null ? null : Typography.Fix(act),
        Reason = reason is null ? null : Typography.Fix(reason),
    };

    /// <summary>What a convention has to say: missions, means and financial terms.</summary>
    public static ConventionDocument Saying(
        this ConventionDocument convention, IReadOnlyList<string> missions, IReadOnlyList<string> means, string financialTerms) =>
        convention with
        {
            Missions = [.. missions.Select(Typography.Fix)],
            Means = [.. means.Select(Typography.Fix)],
            FinancialTerms = Typography.Fix(financialTerms),
        };
}
