using Evaluation.Functions.Administer.Rights;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>What reminding needs.</summary>
internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton(provider => new NoticeStore(
            provider.GetRequiredService<Store.Tables.TableService>().Table(StorageNames.NoticesTable)))
        .AddSingleton(provider => NoticeOutlet.From(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<DeveloperMachine>()))
        .AddSingleton<ServiceCalendars>()
        .AddSingleton<ReminderDays>()
        .AddSingleton<NoticeDelivery>()
        .AddSingleton<NoticeDesk>();
}
