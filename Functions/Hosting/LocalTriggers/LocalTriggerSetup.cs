namespace Evaluation.Functions.Hosting.LocalTriggers;

/// <summary>What a run without a Functions host needs in its place; outside Development, nothing.</summary>
internal static class LocalTriggerSetup
{
    public static void AddLocalTriggers(this WebApplicationBuilder builder, ListeningPoint listening)
    {
        var settings = LocalTriggerSettings.From(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings).AddSingleton<LocalSecret>();
        if (settings.StopWhenInputEnds)
        {
            builder.Services.AddHostedService<StopWhenInputEnds>();
        }

        if (listening.Hosted || !builder.Environment.IsDevelopment())
        {
            return;
        }

        builder.Services.AddHostedService<LocalQueueCreation>();
        if (settings.Enabled)
        {
            builder.Services
                .AddSingleton(services =>
                    HostFile.Read(services.GetRequiredService<FunctionFolders>().Root, builder.Configuration))
                .AddSingleton<TimerStatusBlob>()
                .AddSingleton<HostCall>()
                .AddHostedService<LocalTriggerService>();
        }
    }
}
