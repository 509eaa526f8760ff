namespace Evaluation.Functions.Hosting.LocalTriggers;

/// <summary>Settings <c>LocalTriggers:…</c> of a local run.</summary>
internal sealed class LocalTriggerSettings
{
    private const string Section = "LocalTriggers";
    private const int LeastSecretLength = 32;

    /// <summary>Whether timers fire and queues are read.</summary>
    /// <value>True.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>For tests that play the host: what they send with a call.</summary>
    /// <value>None: the process makes its own.</value>
    public string? Secret { get; init; }

    /// <summary>Whether the app stops when standard input ends, so that it never outlives who started it.</summary>
    /// <value>False.</value>
    public bool StopWhenInputEnds { get; init; }

    /// <summary>The longest pause between two looks into an empty queue.</summary>
    /// <value>2 s. The host's own setting is made for a bill.</value>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a message stays hidden at a time while a function works on it.</summary>
    /// <value>30 s, renewed at half of it.</value>
    public TimeSpan MessageLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The settings in Development; the defaults, with nothing switched on, elsewhere.</summary>
    /// <exception cref="StartUpException">A setting cannot be read.</exception>
    public static LocalTriggerSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            return new LocalTriggerSettings { Enabled = false };
        }

        LocalTriggerSettings settings;
        try
        {
            settings = configuration.GetSection(Section).Get<LocalTriggerSettings>() ?? new LocalTriggerSettings();
        }
        catch (InvalidOperationException e)
        {
            throw new StartUpException(e.Message, e);
        }

        return settings switch
        {
            { Secret: { Length: > 0 and < LeastSecretLength } } =>
                throw new StartUpException($"The setting {Section}__Secret must have at least {LeastSecretLength} characters."),
            _ when settings.MessageLease < TimeSpan.FromSeconds(1) =>
                throw new StartUpException($"The setting {Section}__MessageLease must be at least one second."),
            _ when settings.MaxPollingInterval <= TimeSpan.Zero =>
                throw new StartUpException($"The setting {Section}__MaxPollingInterval must be more than zero."),
            _ => settings,
        };
    }
}
