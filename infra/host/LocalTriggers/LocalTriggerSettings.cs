namespace Evaluation.StandIn.LocalTriggers;

/// <summary>Settings <c>LocalTriggers:…</c> of a local run.</summary>
internal sealed class LocalTriggerSettings
{
    private const string Section = "LocalTriggers";

    /// <summary>Whether timers fire and queues are read.</summary>
    /// <value>True.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>The longest pause between two looks into an empty queue.</summary>
    /// <value>2 s. The host's own setting is made for a bill.</value>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a message stays hidden at a time while a function works on it.</summary>
    /// <value>30 s, renewed at half of it.</value>
    public TimeSpan MessageLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="StandInException">A setting cannot be read.</exception>
    public static LocalTriggerSettings From(IConfiguration configuration)
    {
        LocalTriggerSettings settings;
        try
        {
            settings = configuration.GetSection(Section).Get<LocalTriggerSettings>() ?? new LocalTriggerSettings();
        }
        catch (InvalidOperationException e)
        {
            throw new StandInException(e.Message, e);
        }

        return settings switch
        {
            _ when settings.MessageLease < TimeSpan.FromSeconds(1) =>
                throw new StandInException($"The setting {Section}__MessageLease must be at least one second."),
            _ when settings.MaxPollingInterval <= TimeSpan.Zero =>
                throw new StandInException($"The setting {Section}__MaxPollingInterval must be more than zero."),
            _ => settings,
        };
    }
}
