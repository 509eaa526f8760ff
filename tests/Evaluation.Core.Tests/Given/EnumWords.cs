using System.Reflection;

namespace Evaluation.Core.Tests.Given;

/// <summary>The methods of an assembly that say the members of an enum: one enum in, one text out.</summary>
internal static class EnumWords
{
    public static IEnumerable<MethodInfo> In(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where method.ReturnType == typeof(string)
            && new NullabilityInfoContext().Create(method.ReturnParameter).ReadState == NullabilityState.NotNull
            && method.GetParameters() is [{ ParameterType.IsEnum: true }]
        select method;

    public static string NameOf(MethodInfo words) =>
        $"{words.DeclaringType!.FullName}/{words.GetParameters()[0].ParameterType.Name}/{words.Name}";

    public static void AssertDistinct(MethodInfo words)
    {
        var said = Enum.GetValues(words.GetParameters()[0].ParameterType)
            .Cast<object>()
            .Select(member => (string)words.Invoke(null, [member])!)
            .ToList();

        Assert.DoesNotContain(said, string.IsNullOrWhiteSpace);
        Assert.Equal(said.Count, said.Distinct(StringComparer.Ordinal).Count());
    }
}
