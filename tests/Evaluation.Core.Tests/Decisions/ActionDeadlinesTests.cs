using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;

namespace Evaluation.Core.Tests.Decisions;

public sealed class ActionDeadlinesTests
{
    private static readonly DecidedAction Key = new(
        "Réviser la clé de répartition.", "direction des finances", new DateOnly(2026, 9, 30), ActionState.InProgress, null);

    [Fact]
    public void An_open_action_is_a_deadline_that_says_what_is_to_be_done_by_whom_and_where_to_tell()
    {
        var notice = Assert.Single(Assert.Single(ActionDeadlines.Of(2025, Deciding(Key))).NoticesOn(new DateOnly(2026, 10, 1), "Urbanisme"));

        Assert.Equal((CalendarKind.Action, NoticeRecipient.Service), (notice.Kind, notice.Recipient));
        Assert.Equal(
            "Action en retard\u00A0: Urbanisme, action à mener au plus tard le 30\u00A0septembre 2026 (direction des finances), décidée après l’évaluation de 2025",
            notice.Subject);
        Assert.Contains("Réviser la clé de répartition.\n\nÉtat\u00A0: en cours.", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_its_day_it_is_an_action_to_come_and_a_fortnight_after_it_goes_to_the_direction()
    {
        var deadline = Assert.Single(ActionDeadlines.Of(2025, Deciding(Key)));

        Assert.StartsWith(
            "Échéance du 30\u00A0septembre 2026", Assert.Single(deadline.NoticesOn(new DateOnly(2026, 9, 23), "Urbanisme")).Subject, StringComparison.Ordinal);
        var late = Assert.Single(deadline.NoticesOn(new DateOnly(2026, 10, 15), "Urbanisme"));
        Assert.Equal(NoticeRecipient.Director, late.Recipient);
        Assert.StartsWith("Action en retard depuis 15\u00A0jours", late.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActionState.CarriedOut)]
    [InlineData(ActionState.Dropped)]
    public void What_is_done_or_given_up_is_silent(ActionState state) =>
        Assert.Empty(ActionDeadlines.Of(2025, Deciding(Key with { State = state, Note = "Fait." })));

    [Fact]
    public void Where_an_action_stands_in_the_list_makes_no_other_deadline_but_another_day_does()
    {
        var other = Key with { Label = "Former un agent." };
        string[] KeysOf(params DecidedAction[] actions) => [.. ActionDeadlines.Of(2025, Deciding(actions)).Select(d => d.Key)];

        Assert.Equal(KeysOf(Key, other), KeysOf(other, Key).Reverse());
        Assert.NotEqual(KeysOf(Key), KeysOf(Key with { DueOn = Key.DueOn.AddDays(1) }));
        Assert.Equal(KeysOf(Key), KeysOf(Key with { State = ActionState.ToDo }));
    }

    private static Decision Deciding(params DecidedAction[] actions) =>
        new(DecisionKind.Continue, "Les délais sont tenus.", new DateOnly(2026, 7, 1), actions, null, null, null);
}
