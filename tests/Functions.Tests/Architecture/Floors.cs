using System.Globalization;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Evaluation.Core.Assessments;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Architecture;

/// <summary>The folders of one part of the product and their floors, as docs/architecture.md gives them, and what uses what.</summary>
internal sealed partial class Floors
{
    private const string Roof = "roof";

    private static readonly ArchUnitNET.Domain.Architecture Built = new ArchLoader()
        .LoadAssemblies(typeof(AnnualEvaluation).Assembly, typeof(Steps).Assembly)
        .Build();

    private readonly string _root;

    private Floors(string root, IReadOnlyDictionary<string, int> ofFolder) => (_root, OfFolder) = (root, ofFolder);

    /// <summary>Floor of each folder, 1 for the lowest.</summary>
    public IReadOnlyDictionary<string, int> OfFolder { get; }

    /// <summary>Every use of a type of this part by another one of it: the namespaces below its root, and both names.</summary>
    public IEnumerable<Use> Uses =>
        from type in Built.Types
        where IsHere(type)
        from target in type.Dependencies.Select(d => d.Target).Where(IsHere).Distinct()
        let use = new Use(Below(type), Below(target), type.FullName, target.FullName)
        where use.From != use.To
        select use;

    /// <summary>The table under a heading of docs/architecture.md.</summary>
    public static Floors Of(string heading, string root) => new(
        root,
        Row().Matches(File.ReadAllText(RepositoryRoot.PathOf("docs/architecture.md")).Split($"### {heading}\n")[1].Split("\n#")[0])
            .ToDictionary(
                row => row.Groups["folder"].Value,
                row => int.Parse(row.Groups["floor"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
                StringComparer.Ordinal));

    /// <summary>The folder of the first level; the roof for what stands in none.</summary>
    public static string Top(string below) => below.Length == 0 ? Roof : below.Split('.')[0];

    private bool IsHere(IType type) =>
        // ArchUnitNET 0.13.5 takes the type parameter of one method for that of another (findings/archunitnet-type-parameters.sh).
        type is not GenericParameter && type.Namespace?.FullName is { } name && (name == _root || name.StartsWith(_root + ".", StringComparison.Ordinal));

    private string Below(IType type) => type.Namespace.FullName[_root.Length..].TrimStart('.');

    [GeneratedRegex(@"^\| (?<floor>\d+) \| `?(?<folder>\w+)`? \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    /// <summary>A type that uses another.</summary>
    internal sealed record Use(string From, string To, string User, string Used);
}
