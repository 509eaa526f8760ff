using System.Reflection;
using Evaluation.Core.Problems;
using Evaluation.Functions.Describe;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Evaluation.Functions.Tests.Describe;

/// <summary>
/// The codes of the catalogue that the code of a method can reach, read from the built program: every method that it calls, makes
/// or hands on, in turn. What a store reads back was checked when it was put, so that its readers are not followed there.
/// </summary>
internal sealed class ReachedRefusals : IDisposable
{
    private const string Told = "told";
    private const string IfRaised = "?";
    private const string Ours = "Evaluation.";
    private const string OfStore = "Evaluation.Functions.Store";

    private static readonly Dictionary<string, RefusalCode> ByField = new[] { typeof(Refusals), typeof(EdgeRefusals) }
        .SelectMany(part => part.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(RefusalCode))
        .ToDictionary(field => $"{field.DeclaringType!.FullName}::{field.Name}", field => (RefusalCode)field.GetValue(null)!, StringComparer.Ordinal);

    // What is no refusal until it is answered (ApiErrors).
    private static readonly Dictionary<string, RefusalCode> ByException = new(StringComparer.Ordinal)
    {
        [typeof(StaleDocumentException).FullName!] = EdgeRefusals.DocumentStale,
        [typeof(DocumentTooLargeException).FullName!] = EdgeRefusals.DocumentTooLarge,
        [typeof(DamagedSubmissionException).FullName!] = EdgeRefusals.SubmissionDamaged,
    };

    private readonly DefaultAssemblyResolver _assemblies = new();
    private readonly ModuleDefinition _functions;
    private readonly ILookup<string, TypeDefinition> _implementing;
    private readonly Dictionary<string, Step> _steps = new(StringComparer.Ordinal);

    private sealed record Step(List<MethodDefinition> Next, HashSet<(string Status, string Code)> Codes);

    public ReachedRefusals()
    {
        var file = typeof(ApiDescription).Assembly.Location;
        _assemblies.AddSearchDirectory(Path.GetDirectoryName(file));
        _functions = ModuleDefinition.ReadModule(file, new ReaderParameters { AssemblyResolver = _assemblies });
        var core = _assemblies.Resolve(AssemblyNameReference.Parse(typeof(Refusals).Assembly.FullName)).MainModule;
        _implementing = new[] { _functions, core }
            .SelectMany(module => module.GetTypes())
            .SelectMany(type => type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType)
                .Where(parent => parent is not null)
                .Select(parent => (parent.GetElementType().FullName, Type: type)))
            .ToLookup(pair => pair.FullName, pair => pair.Type, StringComparer.Ordinal);
    }

    public void Dispose()
    {
        _functions.Dispose();
        _assemblies.Dispose();
    }

    /// <summary>Status, or <c>told</c>, and code of each.</summary>
    public IReadOnlySet<(string Status, string Code)> Of(MethodInfo handler)
    {
        var codes = new HashSet<(string, string)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<MethodDefinition>([(MethodDefinition)_functions.LookupToken(handler.MetadataToken)]);
        while (open.TryPop(out var method))
        {
            if (seen.Add(method.FullName))
            {
                var step = StepOf(method);
                codes.UnionWith(step.Codes);
                step.Next.ForEach(open.Push);
            }
        }

        // Faults that nothing raises are told in the answer.
        var isRaised = seen.Any(IsRaising);
        return codes.Select(c => c.Item1.StartsWith(IfRaised, StringComparison.Ordinal) ? (isRaised ? c.Item1[1..] : Told, c.Item2) : c).ToHashSet();
    }

    private static bool IsRaising(string method) =>
        method.Contains($"{nameof(RefusingExtensions)}::{nameof(RefusingExtensions.OfDocument)}", StringComparison.Ordinal)
        || method.Contains($"{nameof(RefusingExtensions)}::{nameof(RefusingExtensions.Required)}", StringComparison.Ordinal)
        || method.Contains($"{nameof(RefusingExtensions)}::{nameof(RefusingExtensions.Refused)}(Evaluation.Core.Problems.Refusal)", StringComparison.Ordinal);

    private Step StepOf(MethodDefinition method)
    {
        if (!_steps.TryGetValue(method.FullName, out var step))
        {
            _steps[method.FullName] = step = new Step([], []);
            Read(method, step);
        }

        return step;
    }

    private void Read(MethodDefinition method, Step step)
    {
        // The body of an async method or an iterator is that of its machine.
        if (method.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name is "AsyncStateMachineAttribute" or "IteratorStateMachineAttribute" or "AsyncIteratorStateMachineAttribute") is { } machine)
        {
            step.Next.AddRange(((TypeReference)machine.ConstructorArguments[0].Value).Resolve().Methods.Where(m => m.Name == "MoveNext"));
        }

        foreach (var instruction in method.HasBody ? method.Body.Instructions : [])
        {
            if (instruction.Operand is FieldReference field)
            {
                Read(method, instruction, field, step);
            }
            else if (instruction.Operand is MethodReference called && IsOurs(called.DeclaringType) && called.Resolve() is { } target)
            {
                if (instruction.OpCode == OpCodes.Newobj && ByException.TryGetValue(target.DeclaringType.FullName, out var code))
                {
                    step.Codes.Add(Answered(code));
                }

                step.Next.AddRange(Targets(method, target));
            }
        }
    }

    private static void Read(MethodDefinition method, Instruction instruction, FieldReference field, Step step)
    {
        if (ByField.TryGetValue($"{field.DeclaringType.FullName}::{field.Name}", out var code))
        {
            if (instruction.OpCode == OpCodes.Ldsfld)
            {
                step.Codes.Add(UseOf(instruction, code));
            }
        }
        else if (instruction.OpCode == OpCodes.Ldsfld && IsOurs(field.DeclaringType) && field.DeclaringType.FullName != method.DeclaringType.FullName)
        {
            step.Next.AddRange(field.DeclaringType.Resolve().Methods.Where(m => m.IsConstructor && m.IsStatic));
        }
    }

    private IEnumerable<MethodDefinition> Targets(MethodDefinition caller, MethodDefinition target)
    {
        if (caller.DeclaringType.FullName.StartsWith(OfStore, StringComparison.Ordinal) && target.ReturnType.Name == typeof(Outcome<>).Name)
        {
            return [];
        }

        return target.IsVirtual
            ? Overrides(target.DeclaringType).Prepend(target.DeclaringType).SelectMany(type => type.Methods)
                .Where(m => m.Name == target.Name && m.Parameters.Count == target.Parameters.Count)
            : [target];
    }

    private IEnumerable<TypeDefinition> Overrides(TypeDefinition type) =>
        _implementing[type.FullName].SelectMany(child => Overrides(child).Prepend(child));

    // What is done with a code tells how it is answered: thrown, as its kind or another; put in a list of faults, which is a 422.
    private static (string Status, string Code) UseOf(Instruction instruction, RefusalCode code)
    {
        for (var next = instruction.Next; next is not null; next = next.Next)
        {
            if (next.Operand is MethodReference called
                && (called.Parameters.Any(p => p.ParameterType.Name == nameof(RefusalCode)) || called.DeclaringType.Name == nameof(RefusalCode)))
            {
                return called.Name switch
                {
                    nameof(RefusingExtensions.RefusedAs) => Answered(code, (RefusalKind)ConstantOf(instruction.Next)),
                    nameof(RefusalCode.At) or "Add" => Faulty(code),
                    _ when IsOurs(called.DeclaringType) && called.DeclaringType.FullName.StartsWith("Evaluation.Core", StringComparison.Ordinal) => Faulty(code),
                    _ => Answered(code),
                };
            }
        }

        return Faulty(code);
    }

    private static int ConstantOf(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldc_I4_S => (sbyte)instruction.Operand,
        Code.Ldc_I4 => (int)instruction.Operand,
        >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 and var small => small - Code.Ldc_I4_0,
        _ => throw new InvalidOperationException($"A refusal of another kind does not name it: {instruction}."),
    };

    // A fault of what is sent makes it invalid, whatever the fault is elsewhere; what does not go with what is there is a conflict.
    private static (string Status, string Code) Faulty(RefusalCode code) => code.Kind == RefusalKind.Told
        ? Answered(code)
        : (IfRaised + Answered(code, code.Kind == RefusalKind.Conflict ? code.Kind : RefusalKind.Invalid).Status, code.Code);

    private static (string Status, string Code) Answered(RefusalCode code) => Answered(code, code.Kind);

    private static (string Status, string Code) Answered(RefusalCode code, RefusalKind kind) =>
        (kind == RefusalKind.Told ? Told : $"{RefusalStatus.Of(kind)}", code.Code);

    private static bool IsOurs(TypeReference type) => type.FullName.StartsWith(Ours, StringComparison.Ordinal);
}
