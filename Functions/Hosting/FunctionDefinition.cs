using System.Text.Json;

namespace Evaluation.Functions.Hosting;

/// <summary>One function as its <c>function.json</c> declares it.</summary>
internal sealed record FunctionDefinition(string Name, TriggerBinding Trigger)
{
    /// <exception cref="StartUpException">The file declares something this app cannot serve.</exception>
    public static FunctionDefinition Read(string file)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(file)) ?? "";
        try
        {
            var declared = JsonSerializer.Deserialize(File.ReadAllBytes(file), HostingJson.Default.FunctionFile);
            var triggers = declared?.Bindings.Where(binding => binding.IsTrigger).ToArray() ?? [];
            return triggers is [var trigger]
                ? new FunctionDefinition(name, trigger.Checked(name))
                : throw new StartUpException($"{name}/function.json must declare one trigger.");
        }
        catch (JsonException e)
        {
            throw new StartUpException($"{name}/function.json cannot be read: {e.Message}", e);
        }
    }
}

/// <summary>The content of a <c>function.json</c>, as far as this app needs it.</summary>
internal sealed record FunctionFile(IReadOnlyList<TriggerBinding> Bindings);

/// <summary>The trigger of a function; which members are set depends on its type.</summary>
internal sealed record TriggerBinding(
    string Type, string Name, string? Schedule, bool? UseMonitor, string? QueueName, string? DataType)
{
    public bool IsHttp => Type == "httpTrigger";

    public bool IsTimer => Type == "timerTrigger";

    public bool IsQueue => Type == "queueTrigger";

    public bool IsTrigger => IsHttp || IsTimer || IsQueue;

    // Names are fixed because payloads carry the values under them. Binary, because the host then sends the body once
    // encoded and does not mix its properties into the metadata.
    public TriggerBinding Checked(string function) => this switch
    {
        { IsTimer: true, Name: not "timer" } =>
            throw new StartUpException($"{function}/function.json must name its trigger \"timer\"."),
        { IsTimer: true, Schedule: null or "" } =>
            throw new StartUpException($"{function}/function.json has no schedule."),
        { IsQueue: true, Name: not "message" } =>
            throw new StartUpException($"{function}/function.json must name its trigger \"message\"."),
        { IsQueue: true, QueueName: null or "" } =>
            throw new StartUpException($"{function}/function.json has no queueName."),
        { IsQueue: true, DataType: not "binary" } =>
            throw new StartUpException($"{function}/function.json must have dataType \"binary\"."),
        _ => this,
    };
}
