using Evaluation.Functions.Tests.Administer.Rights;
using static Evaluation.Functions.Tests.Decide.EvaluatedService;

namespace Evaluation.Functions.Tests.Decide;

/// <summary>What was decided after a year is followed in the next one.</summary>
[Collection(Hosted.Name)]
public sealed class DecisionsOverYearsTests(HostedPeople people)
{
    private const string Decided =
        """
        { "decision": "continue", "reasons": "Le service rend ce que l’on attend de lui.", "departsBecause": "Les élus l’ont souhaité.",
          "effectiveOn": "2025-07-01", "correctedBecause": null, "actions": [
            { "label": "Recruter un instructeur.", "owner": "ressources humaines", "dueOn": "2025-09-30", "state": "carriedOut" },
            { "label": "Revoir la clé.", "owner": "finances", "dueOn": "2025-10-31", "state": "inProgress" },
            { "label": "Ouvrir un guichet.", "owner": "accueil", "dueOn": "2025-11-30", "state": "dropped", "note": "Sans objet depuis la dématérialisation." },
            { "label": "Former les communes.", "owner": "urbanisme", "dueOn": "2099-06-30", "state": "toDo" } ] }
        """;

    [Fact]
    public async Task The_report_of_a_year_says_what_became_of_the_actions_decided_after_the_year_before()
    {
        var service = await PublishAsync(people);
        await service.Declared.FillAsync(2024);
        await service.BuildAsync(2024);
        var decided = await service.AskAsync(HttpMethod.Put, "/decisions/2024", Decided);
        Assert.True(decided.Status == 201, decided.Body.GetRawText());
        await service.BuildAsync();

        var report = (await service.AskAsync(HttpMethod.Get, Reports + "/latest/report.json")).Body;
        var page = await (await service.SendAsync(HttpMethod.Get, Reports + "/latest/report.html")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var before = report.GetProperty("governance").GetProperty("decidedBefore");
        Assert.Equal(
            ["réalisée False", "en cours True", "abandonnée False", "à faire False"],
            before.GetProperty("actions").EnumerateArray().Select(a => $"{a.GetProperty("stateWord")} {a.GetProperty("isLate")}"));
        var sentence = before.GetProperty("sentence").GetString()!;
        Assert.Contains("Sur 4\u00A0actions, ", sentence, StringComparison.Ordinal);
        Assert.EndsWith("1\u00A0est réalisée, 1\u00A0est abandonnée et 1\u00A0est en retard.", sentence, StringComparison.Ordinal);
        Assert.All(["Recruter un instructeur.", "Revoir la clé.", "Ouvrir un guichet.", "Sans objet depuis la dématérialisation."], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_action_is_in_the_calendar_and_on_its_page_and_one_that_is_done_is_in_neither()
    {
        var service = await PublishAsync(people);
        await service.Declared.FillAsync(2024);
        await service.BuildAsync(2024);
        Assert.Equal(201, (await service.AskAsync(HttpMethod.Put, "/decisions/2024", Decided)).Status);

        var then = await ActionsAsync(service, "2025-10-01");
        var now = await ActionsAsync(service, "2025-11-01");
        var page = await people.GetAsync($"/portal/communities/{service.Siren}/calendar", $"director:{service.Siren}");

        Assert.Equal(["2025-10-31", "2099-06-30"], then);
        Assert.Equal(["2099-06-30"], now);
        Assert.Contains("urbanisme), décidée après l’évaluation de 2024", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ressources humaines), décidée", page.Body, StringComparison.Ordinal);
    }

    private static async Task<string?[]> ActionsAsync(EvaluatedService service, string on) =>
    [
        .. (await service.AskAsync(HttpMethod.Get, $"/calendar?on={on}")).Body.GetProperty("deadlines").EnumerateArray()
            .Where(d => d.GetProperty("kind").GetString() == "action")
            .Select(d => d.GetProperty("on").GetString()),
    ];
}
