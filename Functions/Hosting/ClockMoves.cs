using System.Globalization;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// <c>PUT /clock?at=2025-04-07T07:00:00Z&amp;runs=false</c>: lets a local run live two years in half a minute. It only
/// exists beside a simulated clock, which is Development, and never under a Functions host.
/// </summary>
internal static class ClockMoves
{
    public static void MapClockMoves(this IEndpointRouteBuilder app, IServiceProvider services)
    {
        if (services.GetRequiredService<TimeProvider>() is Clock clock
            && !services.GetRequiredService<ListeningPoint>().Hosted)
        {
            app.MapPut("/clock", (string at, bool runs) => Move(clock, at, runs));
        }
    }

    private static IResult Move(Clock clock, string at, bool runs) =>
        !Clock.TryReadInstant(at, out var instant)
            ? Results.Text("Not an instant such as 2026-01-15T08:00:00Z.", statusCode: StatusCodes.Status400BadRequest)
            : clock.TryMoveTo(instant, runs)
                ? Results.Text(instant.ToString("O", CultureInfo.InvariantCulture))
                : Results.Text("The clock only moves forward.", statusCode: StatusCodes.Status409Conflict);
}
