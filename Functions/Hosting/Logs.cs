using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration.Memory;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// Events go to the host over its own channel, which puts the invocation to them; standard error is for a start that
/// fails. What the frameworks say of every request stays here.
/// </summary>
internal static class Logs
{
    public static void AddLogs(this FunctionsApplicationBuilder builder)
    {
        // First among the sources, so that any setting says otherwise. Start-up failures are told once, by StartUp.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Information",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
                ["Logging:LogLevel:System.Net.Http"] = "Warning",
                ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
            },
        });
    }
}
