using Evaluation.Functions.Hosting;


namespace Evaluation.Functions.Operate.Notices;

/// <summary>What reminding needs.</summary>
internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton(provider => NoticeOutlet.From(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<DeveloperMachine>()))
        .AddSingleton<ServiceCalendars>()
        .AddSingleton<ReminderDays>()
        .AddSingleton<NoticeDelivery>()
        .AddSingleton<NoticeDesk>();
}
