namespace Evaluation.Functions.Time.Schedules;

/// <summary>Every so many hours, counted in UTC since 2000: slots that no change of the clocks makes longer or shorter.</summary>
internal sealed record EveryHours(int Hours) : Schedule
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected override TimeSpan LongestGap => TimeSpan.FromHours(Hours);

    public override IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo)
    {
        for (var slot = SlotOf(after) + 1; slot <= SlotOf(upTo); slot++)
        {
            yield return Epoch + (slot * LongestGap);
        }
    }

    // Floor, before 2000 too.
    private long SlotOf(DateTimeOffset instant)
    {
        var (slot, rest) = Math.DivRem((instant - Epoch).Ticks, LongestGap.Ticks);
        return rest < 0 ? slot - 1 : slot;
    }
}
