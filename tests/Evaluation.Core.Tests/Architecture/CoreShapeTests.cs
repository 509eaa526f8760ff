using System.Reflection;
using System.Runtime.CompilerServices;
using Evaluation.Core.Assessments;

namespace Evaluation.Core.Tests.Architecture;

public sealed class CoreShapeTests
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Core = typeof(AnnualEvaluation).Assembly;

    [Fact]
    public void Core_rests_on_the_base_class_library_alone() => Assert.All(
        Core.GetReferencedAssemblies(),
        reference => Assert.True(
            reference.Name is "netstandard" or "mscorlib" || reference.Name!.StartsWith("System.", StringComparison.Ordinal),
            reference.Name));

    // What no one outside sees is no more exact for it: every type and every member, fields of closures included.
    [Fact]
    public void No_figure_is_a_binary_fraction_outside_charts() => Assert.Empty(
        from type in Core.GetTypes()
        where !type.FullName!.StartsWith("Evaluation.Core.Reports.Charts", StringComparison.Ordinal)
        from member in type.GetMembers(Own | BindingFlags.NonPublic)
        where SignatureOf(member).SelectMany(Unfolded).Any(t => t == typeof(double) || t == typeof(float) || t == typeof(Half))
        select $"{type.Name}.{member.Name}");

    [Fact]
    public void What_is_public_never_changes_once_made() => Assert.Empty(
        from type in Core.GetExportedTypes()
        from property in type.GetProperties(Own)
        where property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void No_public_field_can_be_written() => Assert.Empty(
        from type in Core.GetExportedTypes()
        where !type.IsEnum
        from field in type.GetFields(Own)
        where field is { IsLiteral: false, IsInitOnly: false }
        select $"{type.Name}.{field.Name}");

    private static IEnumerable<Type> SignatureOf(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(p => p.ParameterType)
            .Concat(method is MethodInfo { ReturnType: var returned } ? [returned] : []),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    // IReadOnlyList<double?> is made of a list, a nullable and a double.
    private static IEnumerable<Type> Unfolded(Type type) => type.GetGenericArguments()
        .Concat(type.GetElementType() is { } element ? [element] : [])
        .SelectMany(Unfolded)
        .Prepend(type);
}
