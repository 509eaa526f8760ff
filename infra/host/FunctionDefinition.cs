using System.Text.Json;
using Evaluation.StandIn.Protocol;

namespace Evaluation.StandIn;

/// <summary>A function as its worker declares it.</summary>
/// <param name="Name">Of the function.</param>
/// <param name="Id">By which the worker knows it.</param>
/// <param name="Trigger">What makes it run.</param>
internal sealed record FunctionDefinition(string Name, string Id, Trigger Trigger)
{
    /// <exception cref="StandInException">It has no trigger that can be played.</exception>
    public static FunctionDefinition Of(FunctionMetadata metadata)
    {
        var triggers = metadata.RawBindings.Select(binding => Trigger.Read(metadata.Name, binding)).OfType<Trigger>().ToArray();
        return triggers is [var trigger]
            ? new FunctionDefinition(metadata.Name, metadata.FunctionId, trigger)
            : throw new StandInException($"The function {metadata.Name} must have one trigger: HTTP, a timer or a queue.");
    }
}

/// <summary>The trigger of a function.</summary>
/// <param name="Binding">The name of the parameter that takes what the trigger brings.</param>
internal abstract record Trigger(string Binding)
{
    /// <summary>The trigger that a binding declares; null when it declares something else.</summary>
    public static Trigger? Read(string function, string binding)
    {
        var declared = JsonElement.Parse(binding);
        var name = Text(declared, "name") ?? "";
        string Needed(string member) => Text(declared, member)
            ?? throw new StandInException($"The trigger of {function} says no {member}.");

        return Needed("type").ToUpperInvariant() switch
        {
            "HTTPTRIGGER" => new HttpTrigger(name, Text(declared, "route") ?? function, Methods(declared)),
            "TIMERTRIGGER" => new TimerTrigger(
                name, Needed("schedule"), !declared.TryGetProperty("useMonitor", out var monitor) || monitor.GetBoolean()),
            "QUEUETRIGGER" => new QueueTrigger(name, Needed("queueName")),
            _ => null,
        };
    }

    private static string? Text(JsonElement declared, string member) =>
        declared.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static string[] Methods(JsonElement declared) =>
        declared.TryGetProperty("methods", out var methods) ? [.. methods.EnumerateArray().Select(m => m.GetString()!)] : [];
}

/// <summary>Requests to a route; with no methods, all of them.</summary>
internal sealed record HttpTrigger(string Binding, string Route, IReadOnlyList<string> Methods) : Trigger(Binding);

/// <summary>A schedule of six cron fields, or a setting that holds it between percent signs.</summary>
internal sealed record TimerTrigger(string Binding, string Schedule, bool UseMonitor) : Trigger(Binding);

/// <summary>The messages of a queue.</summary>
internal sealed record QueueTrigger(string Binding, string Queue) : Trigger(Binding);
