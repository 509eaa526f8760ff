using Evaluation.Local;

namespace Evaluation.Functions.Tests.Architecture;

/// <summary>The house stands on floors: what docs/architecture.md says is what the built program does.</summary>
public sealed class FloorsTests
{
    // What a queue’s trigger gives, in Azure.Storage.Queues.Models, is no client of storage.
    private static readonly string[] OfStorage =
        ["Azure.Data.Tables", "Azure.Storage.Blobs", "Azure.Storage.Queues;", "Store.Tables;", "Store.Tables."];

    public static TheoryData<string, string> Parts { get; } = new()
    {
        { "Evaluation.Core", "Evaluation.Core" },
        { "Functions", "Evaluation.Functions" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_folder_has_a_floor_and_every_floor_a_folder(string heading, string root)
    {
        var floors = Floors.Of(heading, root);

        var folders = floors.Uses.SelectMany(use => new[] { use.From, use.To }).Select(Floors.Top).ToHashSet(StringComparer.Ordinal);

        Assert.True(folders.Count > 10);
        Assert.Equal(folders.Order(StringComparer.Ordinal), floors.OfFolder.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_folder_uses_folders_of_lower_floors_only(string heading, string root)
    {
        var floors = Floors.Of(heading, root);

        var up = floors.Uses
            .Where(use => Floors.Top(use.From) != Floors.Top(use.To))
            .Where(use => floors.OfFolder[Floors.Top(use.To)] >= floors.OfFolder[Floors.Top(use.From)])
            .Select(use => $"{use.User} uses {use.Used}");

        AssertNone(up);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Nothing_inside_a_folder_goes_round_in_a_circle(string heading, string root)
    {
        var uses = Floors.Of(heading, root).Uses.Where(use => Floors.Top(use.From) == Floors.Top(use.To)).ToList();
        var next = uses.ToLookup(use => use.From, use => use.To, StringComparer.Ordinal);

        AssertNone(uses
            .Where(use => Reached(use.To, next).Contains(use.From))
            .Select(use => $"{use.User} uses {use.Used}, which leads back to {use.From}"));
    }

    [Fact]
    public void A_type_of_storage_is_named_in_the_store_and_on_the_roof_only()
    {
        var root = RepositoryRoot.PathOf("Functions");
        var naming = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => OfStorage.Any(File.ReadAllText(file).Contains))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .ToLookup(file => file.StartsWith("Store/", StringComparison.Ordinal) || !file.Contains('/', StringComparison.Ordinal));

        Assert.True(naming[true].Count() > 10);
        AssertNone(naming[false]);
    }

    [Theory]
    [InlineData("Evaluation.Core", "Evaluation.Core")]
    [InlineData("Functions", "Evaluation.Functions")]
    public void A_namespace_is_its_folder(string folder, string root)
    {
        var path = RepositoryRoot.PathOf(folder);

        AssertNone(Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
            .Where(file => !File.ReadAllText(file).Contains($"namespace {Expected(file)};", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(path, file))
            .Where(file => file is not ("Program.cs" or "AssemblyInfo.cs")));

        string Expected(string file) =>
            string.Join('.', [root, .. Path.GetRelativePath(path, Path.GetDirectoryName(file)!).Split('/').Where(part => part != ".")]);
    }

    private static void AssertNone(IEnumerable<string> faults) =>
        Assert.Equal("", string.Join('\n', faults.Order(StringComparer.Ordinal)));

    private static HashSet<string> Reached(string start, ILookup<string, string> next)
    {
        HashSet<string> reached = [start];
        Queue<string> open = new([start]);
        while (open.TryDequeue(out var at))
        {
            foreach (var to in next[at].Where(reached.Add))
            {
                open.Enqueue(to);
            }
        }

        return reached;
    }
}
