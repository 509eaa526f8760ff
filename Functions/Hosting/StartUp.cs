using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// Runs the app and turns what stops it into an exit code. The Functions host never restarts a worker that ends
/// with 0 and takes 200 for a wanted restart, so a failure is neither. It shows the last three lines of standard
/// error, so the message comes last.
/// </summary>
internal static class StartUp
{
    public const int Failed = 1;

    [SuppressMessage("Design", "CA1031", Justification = "The last catch of the process: it reports and ends it.")]
    public static async Task<int> RunAsync(Func<IHost> build)
    {
        var asked = CancellationToken.None;
        try
        {
            var app = build();
            asked = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            await app.RunAsync();
            return 0;
        }
        catch (OperationCanceledException) when (asked.IsCancellationRequested)
        {
            // The host asked it to end before it had started to the end.
            return 0;
        }
        catch (StartUpException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (Exception e) when (SettingsToldIn(e) is { } told)
        {
            await Console.Error.WriteLineAsync(told);
            return Failed;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(e.ToString());
            await Console.Error.WriteLineAsync($"The app stopped: {e.Message.ReplaceLineEndings(" ")}");
            return Failed;
        }
    }
    // One section of settings that is wrong is thrown as it is, several together.
    private static string? SettingsToldIn(Exception e) => e switch
    {
        OptionsValidationException one => string.Join(' ', one.Failures),
        AggregateException { InnerExceptions: var all } when all.All(each => each is OptionsValidationException) =>
            string.Join(' ', all.Cast<OptionsValidationException>().SelectMany(each => each.Failures)),
        _ => null,
    };
}
