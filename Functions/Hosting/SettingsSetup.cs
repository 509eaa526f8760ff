using Microsoft.Extensions.Options;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// Settings of a step: one class of options a section, with its defaults. They are read and checked when the app starts;
/// what cannot be read, and a name that no option has, stops it.
/// </summary>
/// <remarks>
/// Storage, the clock, a local run and who listens to signals are read before there is anything to put options into:
/// <c>StorageConnection</c>, <see cref="ClockSetting"/>, <see cref="LocalRun"/>, <see cref="TelemetrySetup"/>.
/// </remarks>
internal static class SettingsSetup
{
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section)
        where T : class, new() => services.AddOptions<T>()
            .Configure<IConfiguration>((options, configuration) => Read(options, configuration, section))
            .ValidateOnStart();

    /// <summary>The name of a setting as an app setting or a variable of the environment writes it.</summary>
    public static string NameOf(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    private static void Read<T>(T options, IConfiguration configuration, string section)
    {
        try
        {
            // What is left empty is not set.
            var written = configuration.GetSection(section).AsEnumerable().Where(setting => setting.Value is { Length: > 0 });
            new ConfigurationBuilder().AddInMemoryCollection(written).Build().GetSection(section)
                .Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            var told = e.Message.Replace($"{section}:", NameOf($"{section}:"), StringComparison.Ordinal);
            throw new StartUpException($"The settings {NameOf(section)}__… cannot be read. {told}", e);
        }
    }
}
