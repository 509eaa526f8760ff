using System.Globalization;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.Closing;
using Evaluation.Core.Decisions;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions about what is late and who is told.</summary>
internal static partial class SpecificationWords
{
    private static Dictionary<string, Func<string[], string>> Calendar => new()
    {
        ["late"] = Late,
        ["told"] = Told,
    };

    private static string Late(string[] words)
    {
        var day = Exact.Day(words[2]);
        int? closesAfter = words.SkipWhile(w => w != "closed-after").Skip(1).Select(Whole).Select(d => (int?)d).FirstOrDefault();
        var received = words.SkipWhile(w => w != "received").Skip(1);
        var overdue = CalendarOn(day, words[0], received, null, closesAfter).Overdue
            .SingleOrDefault(o => o.Period == Exact.Span(words[0]));
        return overdue is null
            ? "nothing"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{overdue.Missing} of {overdue.Expected}, {overdue.DaysLate} {(overdue.DaysLate == 1 ? "day" : "days")}{(overdue.IsClosed ? ", closed" : "")}");
    }

    private static string Told(string[] words)
    {
        var kind = Parsed<CalendarKind>(words[0]);
        var day = Exact.Day(words[^1]);
        var source = kind == CalendarKind.Source ? new FailingSource(Exact.Day(words[1]), "La source ne répond pas.") : null;
        var calendar = CalendarOn(day, kind == CalendarKind.Values ? words[1] : null, [], source, null);
        var actions = kind == CalendarKind.Action ? ActionDeadlines.Of(2025, DecidedWith(words[1], words[2])) : [];
        var notices = calendar.Notices()
            .Concat(CommunityDeadlines.NoticesOn(GivenCommunity.Of("A", "B"), day))
            .Concat(actions.SelectMany(d => d.NoticesOn(day, "Essai")))
            .Where(n => n.Kind == kind)
            .Select(n => $"{DomainCode.Of(n.Recipient)} {n.Occurrence}")
            .ToList();
        return notices.Count == 0 ? "nobody" : string.Join(", ", notices);
    }

    private static Decision DecidedWith(string dueOn, string state) => DecisionReader.Read(new DecisionDocument
    {
        Decision = "continue",
        Reasons = "Essai.",
        EffectiveOn = "2026-07-01",
        Actions = [new() { Label = "Revoir la clé.", Owner = "direction", DueOn = dueOn, State = state, Note = "Essai." }],
    }).Value!;

    /// <summary>Everything came in time but one period, of which some members sent something.</summary>
    private static ServiceCalendar CalendarOn(
        DateOnly day, string? late, IEnumerable<string> received, FailingSource? source, int? closesAfter)
    {
        var community = GivenCommunity.Of("A", "B");
        var document = GivenMutualisation.Document(community);
        var mutualisation = MutualisationReader.Read(
            "essai",
            document with
            {
                LegalForm = "miseADispositionService",
                Convention = document.Convention! with { SignedOn = "2024-11-15", StartsOn = "2025-01-01", EndsOn = "2025-12-31", Renewal = "tacite" },
            },
            community,
            Catalogue.Standard).Value!;
        var values = new GivenValues(community);
        foreach (var period in new[] { day.Year - 1, day.Year }.SelectMany(y => Period.InYear(y, Periodicity.Monthly)))
        {
            foreach (var member in period.ToString() == late ? received : ["A", "B"])
            {
                values.Add("ADS-01", member, period.ToString(), 1);
            }
        }

        var dossier = new Dossier(community, mutualisation, Catalogue.Standard, day.Year, day, values.Book, [])
        {
            Closed = new ClosedPeriods(
                community.Name, closesAfter, new Dictionary<Period, PeriodApproval>(), new Dictionary<int, FiscalYearClosing>(), SettledYears.None, _ => false, day),
        };
        return ServiceCalendar.Of(dossier, source, day, []);
    }
}
