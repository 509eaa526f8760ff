using System.Globalization;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// <c>PUT clock?at=2025-04-07T07:00:00Z&amp;runs=false</c>: lets a local run live two years in half a minute. It only
/// exists beside a simulated clock and in a local run, never in Azure.
/// </summary>
internal static class ClockMoves
{
    /// <summary>The address below <paramref name="endpoints"/>; null where there is none.</summary>
    public static IEndpointConventionBuilder? MapClockMoves(this IEndpointRouteBuilder endpoints) =>
        endpoints.ServiceProvider.GetRequiredService<TimeProvider>() is Clock clock
        && endpoints.ServiceProvider.GetRequiredService<LocalRun>().IsIt
            ? endpoints.MapPut("/clock", (string at, bool runs) => Move(clock, at, runs)).ExcludeFromDescription()
            : null;

    private static IResult Move(Clock clock, string at, bool runs) =>
        !Clock.TryReadInstant(at, out var instant)
            ? Results.Text("Not an instant such as 2026-01-15T08:00:00Z.", statusCode: StatusCodes.Status400BadRequest)
            : clock.TryMoveTo(instant, runs)
                ? Results.Text(instant.ToString("O", CultureInfo.InvariantCulture))
                : Results.Text("The clock only moves forward.", statusCode: StatusCodes.Status409Conflict);
}
