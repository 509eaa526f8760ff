using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Confirmations;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Confirm;

/// <summary>The units of a member in a period as an address names them, with what was said of them.</summary>
/// <param name="Standing">Where they stand.</param>
/// <param name="Kept">What was said, as it is kept; null when nothing was.</param>
internal sealed record AddressedUnits(UnitsStanding Standing, KeptUnits? Kept);

/// <summary>
/// Records what a member says of its units, and what the provider answers, whether by the API or by a page. The same again
/// changes nothing, on whatever reading it rests; of two at once the first wins and the other is told. Whom it concerns is told at
/// once: a request that is made again after a crash adds the notice that is missing.
/// </summary>
internal sealed class UnitsDesk(UnitsStore store, ValueStore values, NoticeStore notices, ClosingStore closings, TimeProvider clock)
{
    /// <summary>Today, in Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>The units of a member in a period, and what was said of them.</summary>
    /// <exception cref="RefusalException">
    /// 422 when the service confirms no such period, it is not over, the member takes no part in it, or nothing is transmitted.
    /// </exception>
    public async Task<AddressedUnits> FindAsync(
        Community community, Mutualisation mutualisation, Member member, Period period, CancellationToken cancellationToken)
    {
        var reading = store.FindAsync(community.Siren, mutualisation.Id, member.Siren, period, cancellationToken);
        var units = await UnitsAsync(community, mutualisation, member, period, cancellationToken);
        var kept = await reading;
        return new AddressedUnits(new UnitsStanding(units, kept?.Value), kept);
    }

    /// <summary>Records what a member says.</summary>
    /// <exception cref="RefusalException">
    /// As of <see cref="FindAsync"/>; 422 when the document breaks a rule; 409 when the units changed since they were read, or
    /// something else was said and the caller does not name it.
    /// </exception>
    /// <exception cref="StaleDocumentException">What is there is not what the caller asks for.</exception>
    public async Task<(StoredDocument Document, bool Changed)> AnswerAsync(
        Caller caller,
        Community community,
        Mutualisation mutualisation,
        Member member,
        Period period,
        UnitsAnswerDocument sent,
        PutTerms terms,
        CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("confirm");
        var units = await UnitsAsync(community, mutualisation, member, period, cancellationToken);
        var signed = sent with { AnsweredBy = caller.Name, AnsweredAt = ParisTime.LocalOf(clock.GetUtcNow()), Reply = null };
        var answer = Documents.Require(UnitsAnswerReader.Read(member.Siren, period, signed));
        var (kept, changed) = await DecideAsync(
            community,
            mutualisation,
            units,
            before => After(before, answer, signed, units, terms),
            known => known.SaysAs(answer),
            terms,
            cancellationToken);
        if (!terms.DryRun && kept.Value.Verdict == UnitsVerdict.Contested)
        {
            var closed = await closings.ClosedAsync(community, mutualisation, Today, cancellationToken);
            await TellAsync(
                community, mutualisation, UnitsNotices.Contested(units, kept.Value, mutualisation, closed), mutualisation.Governance.ContactMailbox, cancellationToken);
        }

        work.Done();
        return (kept.Stored, changed);
    }

    /// <summary>Records that the provider keeps what a member contests.</summary>
    /// <exception cref="RefusalException">
    /// As of <see cref="FindAsync"/>; 422 when the words are missing or not valid; 409 when nothing is contested, or it was
    /// answered otherwise.
    /// </exception>
    /// <exception cref="StaleDocumentException">What is there is not what the caller asks for.</exception>
    public async Task<StoredDocument> MaintainAsync(
        Community community,
        Mutualisation mutualisation,
        Member member,
        Period period,
        UnitsReplyDocument sent,
        PutTerms terms,
        CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("confirm");
        var units = await UnitsAsync(community, mutualisation, member, period, cancellationToken);
        var signed = sent with { At = ParisTime.LocalOf(clock.GetUtcNow()) };
        var reply = Documents.Require(UnitsAnswerReader.ReadReply(signed));
        var (kept, _) = await DecideAsync(
            community,
            mutualisation,
            units,
            before =>
            {
                if (before is null)
                {
                    throw EdgeRefusals.UnitsUnanswered.Refused();
                }

                var after = UnitsAnswers.Maintain(before.Value, units, reply).Required();
                return ReferenceEquals(after, before.Value)
                    ? before.Document
                    : before.Document with { Reply = signed with { Words = reply.Words } };
            },
            known => known.Reply?.Words == reply.Words,
            terms,
            cancellationToken);
        if (!terms.DryRun)
        {
            await TellAsync(
                community, mutualisation, UnitsNotices.Replied(units, kept.Value.Reply ?? reply, mutualisation), member.Mailbox, cancellationToken);
        }

        work.Done();
        return kept.Stored;
    }

    // Who says the same on an earlier reading pressed a button twice, or asks again after a crash: it is said, and told to whom it concerns.
    private async Task<(KeptUnits Kept, bool Changed)> DecideAsync(
        Community community,
        Mutualisation mutualisation,
        MemberUnits units,
        Func<KeptUnits?, UnitsAnswerDocument> decide,
        Func<UnitsAnswer, bool> saysSame,
        PutTerms terms,
        CancellationToken cancellationToken)
    {
        var (member, period) = (units.Member.Siren, units.Period);
        try
        {
            return await store.DecideAsync(community.Siren, mutualisation.Id, member, period, decide, terms, cancellationToken);
        }
        catch (StaleDocumentException)
        {
            if (await store.FindAsync(community.Siren, mutualisation.Id, member, period, cancellationToken) is { } known && saysSame(known.Value))
            {
                return (known, false);
            }

            throw;
        }
    }

    private Task<bool> TellAsync(
        Community community, Mutualisation mutualisation, DueNotice due, string? mailbox, CancellationToken cancellationToken) =>
        notices.AddAsync(new Notice(community.Siren, mutualisation.Id, due, mailbox, clock.GetUtcNow()), cancellationToken);

    private async Task<MemberUnits> UnitsAsync(
        Community community, Mutualisation mutualisation, Member member, Period period, CancellationToken cancellationToken)
    {
        var periodicity = MemberUnits.PeriodicityIn(mutualisation, Catalogue.Standard, period.Year)
            ?? throw EdgeRefusals.UnitsNoKey.Refused(period.Year);
        if (period.Periodicity != periodicity)
        {
            throw EdgeRefusals.UnitsPeriod.Refused(UnitsWords.Each(periodicity), Period.Of(period.Year, periodicity, 1));
        }

        if (period.LastDay >= Today)
        {
            throw EdgeRefusals.UnitsNotOver.Refused(FrenchPeriod.De(period), FrenchDate.InWords(period.End));
        }

        var known = new ValueBook(await values.ValuesAsync(community.Siren, mutualisation.Id, [period.Year], cancellationToken));
        var units = MemberUnits.Of(known, mutualisation, Catalogue.Standard, member, period);
        return units.Figures.Count == 0 ? throw EdgeRefusals.UnitsNotMember.Refused(Typography.Apostrophes(member.Name), FrenchPeriod.De(period))
            : units.HasAny ? units
            : throw EdgeRefusals.UnitsNone.Refused(FrenchPeriod.De(period));
    }

    private static UnitsAnswerDocument After(
        KeptUnits? before, UnitsAnswer answer, UnitsAnswerDocument signed, MemberUnits units, PutTerms terms)
    {
        if (UnitsAnswers.WhyNot(answer, units) is { } why)
        {
            throw why.Refused();
        }

        return before is null ? signed
            : before.Value.SaysAs(answer) ? before.Document
            : terms.IfMatch is null ? throw EdgeRefusals.UnitsAnswered.Refused()
            : signed;
    }
}
