using System.Globalization;
using Evaluation.Core.Assessments.Facts;

namespace Evaluation.Core.Calendar;

/// <summary>A source whose last pull failed.</summary>
/// <param name="Since">Day of its last success; of its declaration when it never had one.</param>
/// <param name="Cause">Why it failed, a French sentence.</param>
public sealed record FailingSource(DateOnly Since, string Cause);

/// <summary>
/// The calendar of one service on a day: what is late, what comes next, who is to be told (docs/spec/calendar.md).
/// </summary>
public sealed class ServiceCalendar
{
    private readonly Dossier _dossier;
    private readonly FailingSource? _source;
    private readonly IReadOnlyList<Deadline> _actions;

    private ServiceCalendar(
        Dossier dossier, FailingSource? source, IReadOnlyList<Deadline> actions, DateOnly on, IReadOnlyList<OverduePeriod> overdue)
    {
        _actions = actions;
        _dossier = dossier;
        _source = source;
        On = on;
        Overdue = overdue;
        Next = [.. ServiceDeadlines.Next(dossier, on).Concat(actions.Where(a => a.On >= on)).OrderBy(d => d.On)];
    }

    /// <summary>The day.</summary>
    public DateOnly On { get; }

    /// <summary>Periods that lack values after their deadline, the earliest first; closed ones too.</summary>
    public IReadOnlyList<OverduePeriod> Overdue { get; }

    /// <summary>What there is to settle about the term of the convention, its date passed or not; null for nothing.</summary>
    public ConventionTerm? Term => ConventionTerm.Of(_dossier.Mutualisation, On);

    /// <summary>What comes next, in order: one deadline of each kind, one of each periodicity of values, every open action.</summary>
    public IReadOnlyList<Deadline> Next { get; }

    /// <summary>The calendar of a service.</summary>
    /// <param name="dossier">The service in the year of the day, with the values that count as received and what takes no more of them.</param>
    /// <param name="source">How its source fails; null when it does not, or when values are pushed.</param>
    /// <param name="on">Local day in Europe/Paris, in the year of the dossier.</param>
    /// <param name="actions">Open actions of decisions on the service.</param>
    public static ServiceCalendar Of(
        Dossier dossier, FailingSource? source, DateOnly on, IReadOnlyList<Deadline> actions) =>
        new(dossier, source, actions, on, Lateness.Of(dossier, on));

    /// <summary>
    /// Who is to be told what on the day: what fell due on it exactly, so that each day gives its own notices and no
    /// other, however late they are looked for.
    /// </summary>
    public IReadOnlyList<DueNotice> Notices() =>
    [
        .. Overdue.Where(o => !o.IsClosed).Select(o => OverdueWords.Deadline(o, _dossier.Mutualisation.Referent))
            .Concat(_source is null ? [] : [Failing(_source)])
            .Concat(ContestedUnits.Of(_dossier, On))
            .Concat(ServiceDeadlines.OfConvention(_dossier, On))
            .Concat(_actions)
            .SelectMany(d => d.NoticesOn(On, _dossier.Mutualisation.Label)),
    ];

    private static Deadline Failing(FailingSource source) => new(
        CalendarKind.Source,
        source.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        source.Since,
        "la source ne répond plus comme elle devrait",
        $"Dernière lecture réussie ou déclaration : {French.FrenchDate.InWords(source.Since)}. Dernière erreur : {source.Cause}\n\n" +
        "Corrigez la source ou sa déclaration, puis relancez la collecte ; en attendant, transmettez les valeurs par le modèle de classeur.");
}
