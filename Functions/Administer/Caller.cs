using Microsoft.AspNetCore.Http.Features;

namespace Evaluation.Functions.Administer;

/// <summary>Who asks: an application by its key, or a person.</summary>
/// <param name="Name">How trails name it, such as <c>key:3f2a</c>, <c>user:a.martin@ville.fr</c>, <c>timer</c>; never a secret.</param>
internal sealed record Caller(string Name)
{
    /// <summary>Scheduled work.</summary>
    public static readonly Caller Schedule = new("schedule");

    /// <summary>Whoever works on a developer’s machine, where no key is asked.</summary>
    public static readonly Caller Local = new("local");
}

/// <summary>The caller of a request.</summary>
internal static class CallerExtensions
{
    /// <exception cref="InvalidOperationException">The request went past <see cref="Access"/>.</exception>
    public static Caller Caller(this HttpContext context) => context.Features.GetRequiredFeature<Caller>();
}
