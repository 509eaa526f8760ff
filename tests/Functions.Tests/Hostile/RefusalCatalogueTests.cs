using System.Text.RegularExpressions;
using Evaluation.Core.Problems;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>The catalogue of refusals: one place, one wording a code, and the documentation says the same.</summary>
public sealed partial class RefusalCatalogueTests
{
    private const int MostThings = 9;

    private static readonly IReadOnlyList<RefusalCode> Catalogue =
        [.. RefusalCode.DeclaredBy(typeof(Refusals)), .. RefusalCode.DeclaredBy(typeof(EdgeRefusals))];

    // A row of a table: its codes, the status where the table has one, the meaning.
    private static readonly IReadOnlyList<(string Code, string? Status)> Documented =
        [.. Row().Matches(Documentation()).SelectMany(row => Word().Matches(row.Groups["codes"].Value)
            .Select(word => (word.Groups[1].Value, row.Groups["status"].Success ? row.Groups["status"].Value : null)))];

    [Fact]
    public void A_code_is_declared_once()
    {
        Assert.InRange(Catalogue.Count, 200, 500);
        Assert.Distinct(Catalogue.Select(code => code.Code), StringComparer.Ordinal);
    }

    [Fact]
    public void The_documentation_lists_the_codes_of_the_catalogue_and_no_other() => Assert.Equal(
        Catalogue.Select(code => code.Code).Order(StringComparer.Ordinal),
        Documented.Select(row => row.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void The_documentation_tells_the_status_that_answers()
    {
        var statuses = Catalogue.Where(code => code.Kind != RefusalKind.Told).ToDictionary(code => code.Code, code => $"{RefusalStatus.Of(code.Kind)}");
        var told = Documented.Where(row => row.Status is not (null or "4xx")).ToList();

        Assert.InRange(told.Count, 80, 300);
        Assert.All(told, row => Assert.Contains(statuses[row.Code], row.Status!, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_that_refuses_has_a_status_of_a_refusal() => Assert.All(
        Enum.GetValues<RefusalKind>().Where(kind => kind != RefusalKind.Told), kind => Assert.InRange(RefusalStatus.Of(kind), 400, 599));

    [Fact]
    public void No_code_is_written_outside_the_catalogue()
    {
        var codes = Catalogue.Select(code => $"\"{code.Code}\"").Where(code => code.Contains('.', StringComparison.Ordinal)).ToList();
        var sources = new[] { "Evaluation.Core", "Functions" }
            .SelectMany(root => Directory.EnumerateFiles(RepositoryRoot.PathOf(root), "*.*", SearchOption.AllDirectories))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .ToList();
        var catalogue = sources.Where(IsCatalogue).ToList();
        var declared = catalogue.ConvertAll(File.ReadAllText);

        Assert.InRange(catalogue.Count, 10, 30);
        Assert.All(codes, code => Assert.Single(declared, part => part.Contains(code, StringComparison.Ordinal)));
        Assert.All(sources.Except(catalogue), file =>
            Assert.DoesNotContain(Dotted().Matches(File.ReadAllText(file)), literal => !IsAnotherName(literal.Groups[1].Value)));
    }

    [Fact]
    public void Every_sentence_is_said_of_as_many_things_as_it_has_places_and_of_all_of_them() => Assert.All(Catalogue, code =>
    {
        var things = Enumerable.Range(0, MostThings).Select(n => (object?)$"chose-{n}").ToArray();
        var said = Assert.Single(Enumerable.Range(0, MostThings).Select(n => Said(code, things[..n])).OfType<string>());
        Assert.DoesNotContain("{", said, StringComparison.Ordinal);
        Assert.Equal(
            Things().Matches(said).Select(m => m.Value).Distinct(StringComparer.Ordinal).Count(),
            Enumerable.Range(0, MostThings).Single(n => Said(code, things[..n]) is not null));
    });

    private static string? Said(RefusalCode code, object?[] about)
    {
        try
        {
            return code.Say(about);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsCatalogue(string file) =>
        Path.GetFileName(file) is var name
        && (name.StartsWith("Refusals.", StringComparison.Ordinal) || name.StartsWith("EdgeRefusals.", StringComparison.Ordinal));

    // Files, and the words of telemetry and of the storage protocol.
    private static bool IsAnotherName(string literal) => OtherName().IsMatch(literal);

    private static string Documentation()
    {
        var text = File.ReadAllText(RepositoryRoot.PathOf("docs/api.md"));
        return text[text.IndexOf("### The request", StringComparison.Ordinal)..];
    }

    [GeneratedRegex(@"^\| (?<codes>`[a-zA-Z.]+`(?:, `[a-zA-Z.]+`)*) \|(?: (?<status>[0-9x, ]+) \|)?", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"chose-\d")]
    private static partial Regex Things();

    [GeneratedRegex("`([a-zA-Z.]+)`")]
    private static partial Regex Word();

    [GeneratedRegex("\"([a-z][a-zA-Z]*\\.[a-z][a-zA-Z]*)\"")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?:evaluation|http|odata)\.|\.(?:json|css|csv|docx|html|svg|xlsx|png|js|txt)$")]
    private static partial Regex OtherName();
}
