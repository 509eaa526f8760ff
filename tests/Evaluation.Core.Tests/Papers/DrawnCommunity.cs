using Evaluation.Core.Assessments;
using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Decisions;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Papers;
using Evaluation.Core.Papers.BudgetDebate;
using Evaluation.Core.Papers.Charges;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Papers.MultiYear;
using Evaluation.Core.Papers.Statements;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Tests.Reports;

namespace Evaluation.Core.Tests.Papers;

/// <summary>
/// A community drawn from a number, of one commune or of 49, with services of which anything may be missing or contradict
/// itself: how the cost is shared, what is planned, received, observed, called, decided. The same number gives the same.
/// </summary>
internal sealed class DrawnCommunity(int number)
{
    public const int Year = SampleService.Year;

    private static readonly int[] Sizes = [1, 2, 3, 7, 7, 49];
    private static readonly int[] Lost = [0, 0, 0, 3, 15, 30, 97];
    private static readonly string[] Methods = ["split", "split", "unitPrice", "perAct", "lumpSum", "free", "composite"];
    private static readonly string[] Settlements = ["titreRecette", "gratuit"];
    private static readonly string[] Entries = ["2018-01-01", "2018-01-01", "2024-04-01", "2025-01-01", "2026-01-01"];
    private static readonly string?[] Exits = [null, null, null, "2025-10-01", "2026-01-01"];
    private static readonly DateOnly[] Days = [new(2025, 7, 15), new(2026, 2, 5), new(2026, 6, 12), new(2026, 6, 12), new(2027, 6, 12)];
    private static readonly int[] Told = [Year - 2, Year - 1, Year + 1, Year + 2];

    private readonly Draws _draws = new(number);

    public PaperEdition Edition => new(1 + _draws.Below(3, "version"), AsOf.AddDays(4), AsOf);

    private DateOnly AsOf => _draws.Pick(Days, "as of");

    private int Size => _draws.Pick(Sizes, "size");

    public IReadOnlyList<ServiceYears> Services { get; private set; } = [];

    /// <summary>Every paper of the community.</summary>
    public IReadOnlyList<Paper> Papers()
    {
        Services = [.. Enumerable.Range(1, _draws.Below(Size > 7 ? 2 : 4, "services") + 1).Select(Service)];
        return
        [
            BudgetDebatePaper.Of(Debated()),
            .. Services.Select(s => MultiYearPaper.Of(new MultiYearFacts(Services[0].Years[0].Dossier.Community, Edition, s))),
            .. Services.Select(s => StatementPaper.Of(Stated(s))),
            .. Services.SelectMany(s => StatementLetters.Of(Stated(s))),
            .. MembersTold().Take(3).Select(t => MemberStatementPaper.Of(new MemberStatementFacts(Services[0].Years[0].Dossier.Community, t, AsOf))),
            MemberStatementsPaper.Of(Services[0].Years[0].Dossier.Community, Year, AsOf, MembersTold()),
            ChargesPaper.Of(Services[0].Years[0].Dossier.Community, Year, AsOf, [.. Services.Select(s => ServiceCharges.Of(s.In(Year)!))]),
        ];
    }

    /// <summary>What each of the first communes is told of all services.</summary>
    private IReadOnlyList<MemberYear> MembersTold() =>
        [.. Services[0].Years[0].Dossier.Community.Members.Take(5).Select(m => GivenMemberYear.Of(m, [.. Services.Select(s => s.In(Year)!)]))];

    // Now and then a service comes without the evaluation of the year.
    public BudgetDebateFacts Debated() => new(
        Services[0].Years[0].Dossier.Community,
        Edition,
        Edition.DataAsOf,
        Year,
        [.. Services.Select((s, i) => s.Years.Count > 1 && _draws.Below(6, $"{i} not evaluated") == 0 ? s with { Years = [.. s.Years.Where(e => e.Dossier.Year != Year)] } : s)]);

    public StatementFacts Stated(ServiceYears service) => new(Edition, service.In(Year)!, service.In(Year + 1));

    private ServiceYears Service(int rank)
    {
        int Below(int below, string what) => _draws.Below(below, $"{rank} {what}");
        var communes = GrenobleCommunes.All.Take(Size).ToList();
        var sample = new SampleService
        {
            Communes = communes,
            AsOf = AsOf,
            Document = Document(rank, communes),
            Baseline = Below(4, "baseline") == 0 ? null : new SampleService().Baseline,
            Costs = [.. new[] { Year - 2, Year - 1, Year, Year + 1, Year + 2 }.Where(y => Below(6, $"cost {y}") != 0).Select(y => Costs(rank, y, communes))],
        };
        var dossier = sample.Dossier();
        var lost = _draws.Pick(Lost, $"{rank} lost");
        dossier = dossier with
        {
            Settled = Below(3, "settled") == 0 ? Settled(rank, dossier.Community.Members) : SettledYears.None,
            Values = new ValueBook(dossier.Values.All.Where(v => Below(100, $"{v.Key}") >= lost).Select(v => Answered(rank, v))),
        };
        return new ServiceYears(
            [.. Told.Where(y => Below(4, $"told {y}") != 0).Append(Year).Select(y => AnnualEvaluation.Of(dossier with { Year = y }))],
            new[] { Year - 1, Year }.Where(y => Below(2, $"decided {y}") == 0).ToDictionary(y => y, y => Decided(rank, y)));
    }

    // Now and then few answered in a year, and none was satisfied.
    private IndicatorValue Answered(int rank, IndicatorValue value) =>
        value.Key.Indicator is "TRV-08" or "TRV-09" && _draws.Below(3, $"{rank} few {value.Key.Period.Year}") == 0
            ? value with { Value = value.Key.Indicator == "TRV-08" ? _draws.Below(9, $"{rank} answers {value.Key.Period.Year}") : 0 }
            : value;

    // The year before was settled, and left some members something to settle with the call of the year.
    private SettledYears Settled(int rank, IReadOnlyList<Member> members) => new(
    [
        new SettledYear(Year - 1,
        [
            new YearSettling(
                new DateTimeOffset(Year, 6, 1, 8, 0, 0, TimeSpan.Zero), new DateOnly(Year, 6, 1), "someone", "direction des finances", "f", Year,
                [.. members.Take(3).Select(m => new SettledAmount(m.Siren, (_draws.Below(9_000, $"{rank} left {m.SortKey}") - 4_500) / 100m, 0, 0))]),
        ]),
    ]);

    private MutualisationDocument Document(int rank, List<GrenobleCommune> communes)
    {
        int Below(int below, string what) => _draws.Below(below, $"{rank} {what}");
        var planning = new SampleService().Document;
        return planning with
        {
            Provider = Below(4, "provider") == 0 ? communes[0].Insee : planning.Provider,
            Label = $"Service d'essai n°\u00A0{rank}",
            LegalForm = Below(8, "form") == 0 ? "reseauThematique" : "serviceCommun",
            OfferStatus = Below(10, "offer") == 0 ? "exploratoire" : null,
            Memberships =
            [
                .. communes.Select(c => (c.Insee, From: _draws.Pick(Entries, $"{rank} from {c.Insee}"), To: _draws.Pick(Exits, $"{rank} to {c.Insee}")))
                    .Select(m => new MembershipDocument { Member = m.Insee, From = m.From, To = m.From.StartsWith("2026", StringComparison.Ordinal) ? null : m.To }),
            ],
            Convention = Below(10, "convention") == 0 || Below(8, "form") == 0 ? null : planning.Convention! with
            {
                SignedOn = Below(4, "signed") == 0 ? null : "2017-12-01",
                Settlement = _draws.Pick(Settlements, $"{rank} settlement"),
                Allocation = Key(rank, _draws.Pick(Methods, $"{rank} method")),
                ForecastUnits = Below(3, "forecast") == 0 ? null :
                [
                    .. communes.Where(c => Below(5, $"units {c.Insee}") != 0)
                        .Select(c => new ForecastUnitsDocument { Member = c.Insee, Units = Below(4_000, $"units of {c.Insee}") / 10m }),
                ],
            },
            Amendments = null,
        };
    }

    private AllocationDocument Key(int rank, string method) => method switch
    {
        "perAct" => new() { Method = method, Prices = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ADS-01"] = 1.5m } },
        "lumpSum" => new() { Method = method, LumpSum = 12 },
        "free" => new() { Method = method },
        "composite" => new()
        {
            Method = "split",
            Criteria =
            [
                new KeyCriterionDocument { Criterion = "population", Weight = 0.3m },
                new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-01", Weight = 0.7m },
            ],
        },
        _ => new()
        {
            Method = method,
            FranchiseUnits = _draws.Below(4, $"{rank} franchise") == 0 ? 2 : null,
            Criteria = [new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 }],
        },
    };

    private CostYear Costs(int rank, int year, IReadOnlyList<GrenobleCommune> communes)
    {
        int Below(int below, string what) => _draws.Below(below, $"{rank} {year} {what}");
        var scale = Below(3, "scale") == 0 ? 300 : 40_000_000;
        List<CostLine> lines =
        [
            .. Below(5, "planned") == 0 ? (CostLine[])[] : [new(CostCategory.Personnel, CostStage.Forecast, Below(scale, "plan") / 100m)],
            .. Below(5, "plans") == 0 ? (CostLine[])[] : [new(CostCategory.Fournitures, CostStage.Forecast, Below(scale, "plan too") / 100m)],
            .. Below(4, "observed") == 0 || year > Year ? (CostLine[])[] : [new(CostCategory.Personnel, CostStage.Actual, Below(scale, "cost") / 100m)],
            .. Below(4, "observes") == 0 || year > Year ? (CostLine[])[] : [new(CostCategory.Fournitures, CostStage.Actual, Below(scale, "cost too") / 100m)],
        ];
        return new CostYear(year, lines)
        {
            Calls = Below(2, "called") == 0
                ? []
                : [.. communes.Take(3).Select(c => new FundsCall(Exact.Siren(c.Siren), Below(9_000, $"call {c.Insee}") / 100m, new DateOnly(year, 6, 1), Below(4, $"kind {c.Insee}") == 0 ? CallKind.Balance : CallKind.Provisional) { Standing = Standing(year, Below(4, $"standing {c.Insee}")) })],
        };
    }

    private static CallStanding? Standing(int year, int which) => which switch
    {
        0 => new CallStanding(CallState.Paid, new DateOnly(year, 7, 1), null),
        1 => new CallStanding(CallState.Disputed, new DateOnly(year, 7, 2), "L'usage n'est pas celui de la commune."),
        _ => null,
    };

    private SignedDecision Decided(int rank, int year)
    {
        int Below(int below, string what) => _draws.Below(below, $"{rank} {year} {what}");
        return new SignedDecision(
            new Decision(
                _draws.Pick(Enum.GetValues<DecisionKind>(), $"{rank} {year} kind"),
                "Le service rend ce que l'on attend de lui.",
                new DateOnly(year + 2, 1, 1),
                [
                    .. Enumerable.Range(1, Below(4, "actions")).Select(i => new DecidedAction(
                        $"Action n°\u00A0{i}.", "direction générale", new DateOnly(year + 1, 5, 1).AddMonths(Below(12, $"due {i}")),
                        _draws.Pick(Enum.GetValues<ActionState>(), $"{rank} {year} state {i}"), "Note.")),
                ],
                null,
                null,
                null),
            new DateOnly(year + 1, 4, 2));
    }
}
