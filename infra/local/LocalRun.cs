using System.Runtime.InteropServices;
using System.Text;

namespace Evaluation.Local;

/// <summary>The program behind <c>local.cs</c>: options, signals, exit codes.</summary>
public static class LocalRun
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int ToFix = 2;
    private const int Interrupted = 130;

    /// <summary>Runs the command line and gives the exit code.</summary>
    public static async Task<int> MainAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, Console.Out, Console.Error, stop.Token);
    }

    /// <summary>The same, without the console.</summary>
    /// <param name="args">Words of the command line.</param>
    /// <param name="output">Receives progress.</param>
    /// <param name="errors">Receives one line when something is wrong.</param>
    /// <param name="stop">Ends the run in good order.</param>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        try
        {
            var options = LocalOptions.Parse(args);
            if (options.Help)
            {
                await output.WriteLineAsync(LocalHelp.Text);
                return Done;
            }

            await new LocalSession(options, output).RunAsync(stop);
            return Done;
        }
        catch (LocalRunException e)
        {
            await errors.WriteLineAsync(e.Message);
            return ToFix;
        }
        catch (Exception e) when (e is LocalRunFailedException or HttpRequestException)
        {
            await errors.WriteLineAsync($"Échec\u00A0: {e.Message}");
            return Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Interrompu avant la fin.");
            return Interrupted;
        }
    }
}
