using System.Net;
using Evaluation.Functions.Hosting;
using Microsoft.Extensions.Options;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>What reminding needs.</summary>
internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSettings<NoticesOptions>(NoticesOptions.Section)
            .Validate(
                o => !(o.Smtp.IsSet && o.Webhook.IsSet),
                "Notices go out by mail or by webhook: set Notices__Smtp__Host or Notices__Webhook__Url, not both.")
            .Validate(
                o => !o.Smtp.IsSet || SmtpSettings.TryReadAddress(o.Smtp.From, out _),
                "The setting Notices__Smtp__From must be the address of the sender.")
            .Validate(
                o => o.Smtp.Port is >= 1 and <= IPEndPoint.MaxPort, "The setting Notices__Smtp__Port must be a number from 1 to 65535.")
            .Validate(
                o => o.Smtp.UseTls || string.IsNullOrEmpty(o.Smtp.User),
                "Notices__Smtp__User and its password are never sent without Notices__Smtp__UseTls.")
            .Validate<DeveloperMachine>(
                (o, machine) => string.IsNullOrEmpty(o.Site) || o.IsSiteRight(machine),
                "The setting Notices__Site must be an https address without path, such as https://evaluation.exemple.fr.")
            .Validate<DeveloperMachine>(
                (o, machine) => !o.Webhook.IsSet || o.Webhook.IsAddressRight(machine),
                "The setting Notices__Webhook__Url must be an https address without user or password.")
            .Validate(
                o => !o.Webhook.IsSet || o.Webhook.IsSecretRight,
                "The setting Notices__Webhook__Secret must be a secret of at least 32 characters.");
        return services
            .AddSingleton(provider => NoticeOutlet.Of(provider.GetRequiredService<IOptions<NoticesOptions>>().Value))
            .AddSingleton(provider => SiteAddress.Of(
                provider.GetRequiredService<IOptions<NoticesOptions>>().Value, provider.GetRequiredService<IConfiguration>()))
            .AddSingleton<ReportEnclosures>()
            .AddSingleton<ServiceCalendars>()
            .AddSingleton<ReminderDays>()
            .AddSingleton<SubscriptionStandings>()
            .AddSingleton<SubscriptionDesk>()
            .AddSingleton<NoticeDelivery>()
            .AddSingleton<NoticeDesk>();
    }
}
