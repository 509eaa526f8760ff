using System.Text.Json.Serialization.Metadata;

namespace Evaluation.Functions.Http;

/// <summary>What an address is about: developers find the addresses of one subject together.</summary>
/// <param name="Id">Its name for programs, and in addresses.</param>
/// <param name="Title">Its name in French.</param>
internal sealed record Subject(string Id, string Title);

/// <summary>A form in which an address takes a body.</summary>
/// <param name="MediaType">As it is announced.</param>
/// <param name="Shape">What reads it, which is its description; null for a file.</param>
internal sealed record BodyTaken(string MediaType, Func<JsonTypeInfo>? Shape);

/// <summary>A form in which an address answers what it did; how it refuses is known without saying.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="MediaType">As it is announced; empty where nothing is.</param>
/// <param name="Shape">What writes it, which is its description; null for a file, and for nothing.</param>
internal sealed record AnswerGiven(int Status, string MediaType, Func<JsonTypeInfo>? Shape);

/// <summary>Answers carry an entity tag, and who has it already is told so.</summary>
internal sealed record AnswerTagged;

/// <summary>A change that depends on what is there: <c>If-Match</c>, <c>If-None-Match</c>.</summary>
internal sealed record ChangeConditional;

/// <summary>An answer that says where to go on: <c>Location</c>.</summary>
internal sealed record AnswerLocated;

/// <summary>A header that an address takes beside those that are the same everywhere.</summary>
/// <param name="Name">Of the header.</param>
/// <param name="Meaning">In French.</param>
internal sealed record HeaderTaken(string Name, string Meaning);

/// <summary>What a parameter of an address takes, where its name does not say it.</summary>
/// <param name="Name">As it is written in the address.</param>
internal sealed record ParameterTaken(string Name)
{
    /// <summary>In French; null for what the name says everywhere.</summary>
    public string? Meaning { get; init; }

    /// <summary>All that it may be; null when it may be more than can be listed.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>What it is taken for when it is absent; null when that is not one thing.</summary>
    public string? Usual { get; init; }

    /// <summary>Whether it is a day, year-month-day.</summary>
    public bool IsDay { get; init; }

    /// <summary>Whether nothing is answered without it.</summary>
    public bool IsNeeded { get; init; }
}

/// <summary>Addresses say what they take and answer, where they are mapped: the document of the API is made from that.</summary>
internal static class DescribedExtensions
{
    public const string Json = "application/json";

    /// <summary>A body of JSON.</summary>
    /// <param name="builder">Of the address.</param>
    /// <param name="shape">What reads it.</param>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder builder, Func<JsonTypeInfo> shape) =>
        builder.WithMetadata(new BodyTaken(Json, shape));

    /// <summary>A body that is a file.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder builder, string mediaType) =>
        builder.WithMetadata(new BodyTaken(mediaType, null));

    /// <summary>An answer of JSON.</summary>
    /// <param name="builder">Of the address.</param>
    /// <param name="shape">What writes it.</param>
    /// <param name="status">The status of HTTP.</param>
    public static RouteHandlerBuilder Answers(
        this RouteHandlerBuilder builder, Func<JsonTypeInfo> shape, int status = StatusCodes.Status200OK) =>
        builder.WithMetadata(new AnswerGiven(status, Json, shape));

    /// <summary>An answer without a body: it was done.</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder builder) =>
        builder.WithMetadata(new AnswerGiven(StatusCodes.Status204NoContent, "", null));

    /// <summary>An answer that is a file, in any of some forms.</summary>
    public static RouteHandlerBuilder AnswersFile(this RouteHandlerBuilder builder, params ReadOnlySpan<string> mediaTypes)
    {
        foreach (var mediaType in mediaTypes)
        {
            builder.WithMetadata(new AnswerGiven(StatusCodes.Status200OK, mediaType, null));
        }

        return builder;
    }

    /// <summary>Work that goes on after its answer, which says where it is followed.</summary>
    public static RouteHandlerBuilder AnswersLater(this RouteHandlerBuilder builder, Func<JsonTypeInfo> shape) =>
        builder.Answers(shape, StatusCodes.Status202Accepted).WithMetadata(new AnswerLocated());

    /// <summary>Answers carry an entity tag.</summary>
    public static RouteHandlerBuilder Tagged(this RouteHandlerBuilder builder) => builder.WithMetadata(new AnswerTagged());

    /// <summary>A document that is read, with its tag.</summary>
    public static RouteHandlerBuilder Gives(this RouteHandlerBuilder builder, Func<JsonTypeInfo> shape) => builder.Answers(shape).Tagged();

    /// <summary>A document that is put: created or changed under conditions, and answered.</summary>
    /// <param name="builder">Of the address.</param>
    /// <param name="shape">What reads what is sent.</param>
    /// <param name="stored">What wrote what is answered; the same unless said.</param>
    public static RouteHandlerBuilder Puts(this RouteHandlerBuilder builder, Func<JsonTypeInfo> shape, Func<JsonTypeInfo>? stored = null) => builder
        .Takes(shape)
        .Gives(stored ?? shape)
        .Answers(stored ?? shape, StatusCodes.Status201Created)
        .Conditional();

    /// <summary>Takes <c>If-Match</c> and <c>If-None-Match</c>.</summary>
    public static RouteHandlerBuilder Conditional(this RouteHandlerBuilder builder) => builder.WithMetadata(new ChangeConditional());

    /// <summary>A parameter takes one of some words.</summary>
    /// <param name="builder">Of the address.</param>
    /// <param name="name">Of the parameter.</param>
    /// <param name="choices">All of them.</param>
    /// <param name="usual">The one that it is taken for when it is absent.</param>
    public static RouteHandlerBuilder Choice(
        this RouteHandlerBuilder builder, string name, IEnumerable<string> choices, string? usual = null) =>
        builder.WithMetadata(new ParameterTaken(name) { Choices = [.. choices], Usual = usual });

    /// <summary>Parameters without which nothing is answered.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder builder, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            builder.WithMetadata(new ParameterTaken(name) { IsNeeded = true });
        }

        return builder;
    }

    /// <summary>A parameter means something else here than elsewhere.</summary>
    public static RouteHandlerBuilder Means(this RouteHandlerBuilder builder, string name, string meaning) =>
        builder.WithMetadata(new ParameterTaken(name) { Meaning = meaning });

    /// <summary>A parameter that is a day.</summary>
    public static RouteHandlerBuilder Day(this RouteHandlerBuilder builder, string name, string meaning) =>
        builder.WithMetadata(new ParameterTaken(name) { Meaning = meaning, IsDay = true });
}
