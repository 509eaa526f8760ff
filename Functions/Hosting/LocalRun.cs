namespace Evaluation.Functions.Hosting;

/// <summary>
/// Whether the stand-in of <c>infra/host</c> started the app on a developer’s machine. It says so by the setting
/// <c>LocalRun</c>; outside Development nothing is a local run.
/// </summary>
internal sealed record LocalRun(bool IsIt)
{
    private const string Setting = "LocalRun";

    /// <exception cref="StartUpException">The setting is neither true nor false.</exception>
    public static LocalRun From(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration[Setting];
        var said = string.IsNullOrEmpty(text)
            ? false
            : bool.TryParse(text, out var value)
                ? value
                : throw new StartUpException($"The setting {Setting} must be true or false, not \"{text}\".");
        return new LocalRun(said && environment.IsDevelopment());
    }
}
