using System.Reflection;
using System.Text.RegularExpressions;
using Evaluation.Core.Assessments;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Architecture;

/// <summary>
/// A new member of an enum finds no words but its own: where no arm takes the rest, a switch that lacks one does not compile
/// (CS8509).
/// </summary>
public sealed partial class ExhaustiveWordsTests
{
    private static readonly Assembly Core = typeof(AnnualEvaluation).Assembly;

    [Fact]
    public void A_member_without_its_words_does_not_compile()
    {
        var rules = Repository.Read(".editorconfig");

        Assert.Contains("dotnet_diagnostic.CS8509.severity = error", rules, StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.CS8524.severity = none", rules, StringComparison.Ordinal);
    }

    [Fact]
    public void No_arm_of_a_switch_over_an_enum_takes_the_rest()
    {
        var files = new[] { "Evaluation.Core", "Functions" }
            .SelectMany(folder => Repository.Files(folder, "*.cs").Concat(Repository.Files(folder, "*.razor")))
            .Select(file => (Name: file, Lines: Repository.Read(file).Split('\n')))
            .ToList();
        var enums = files
            .SelectMany(file => file.Lines)
            .Select(line => Declared().Match(line).Groups[1].Value)
            .Where(name => name.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("LegalForm", enums);
        Assert.Empty(files.SelectMany(file => Discards(file.Lines, enums).Select(line => $"{file.Name}:{line}")));
        Assert.Equal([5], Discards(
            ["form switch", "{", "    LegalForm.ServiceCommun => 1,", "    // the others", "    _ => 2,", "};"], enums));
        Assert.Equal([4], Discards(
            ["form switch", "{", "    A.LegalForm.ServiceCommun or A.LegalForm.Prestation => 1,", "    _ when x => 2,", "};"], enums));
    }

    public static TheoryData<string> Words =>
        [.. EnumWords.In(Core).Select(EnumWords.NameOf)];

    [Theory]
    [MemberData(nameof(Words))]
    public void Each_member_has_a_word_of_its_own(string words) =>
        EnumWords.AssertDistinct(EnumWords.In(Core).Single(method => EnumWords.NameOf(method) == words));

    [Fact]
    public void The_words_of_the_domain_are_all_looked_at() => Assert.Superset(
        new HashSet<string>
        {
            "CalendarKinds", "LegalForms", "LifecycleStatuses", "GovernanceWords", "CriteriaWords", "CommunityKinds", "Periodicities",
        },
        EnumWords.In(Core).Select(words => words.DeclaringType!.Name).ToHashSet(StringComparer.Ordinal));

    // Numbers of the lines, from 1, of arms that begin with a discard below an arm that names a member.
    private static IEnumerable<int> Discards(string[] lines, HashSet<string> enums)
    {
        foreach (var (index, line) in lines.Index().Where(l => Discard().IsMatch(l.Item)))
        {
            var indent = line.Length - line.TrimStart().Length;
            var arms = lines.Take(index).Reverse().TakeWhile(l => l.Trim() != "{" || l.Length - l.TrimStart().Length >= indent);
            if (arms.Any(arm => Member().Match(arm) is { Success: true } named
                && named.Groups[1].Length == indent && enums.Contains(named.Groups[2].Value)))
            {
                yield return index + 1;
            }
        }
    }

    [GeneratedRegex(@"\benum (\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"^\s*_ (=>|when\b)")]
    private static partial Regex Discard();

    [GeneratedRegex(@"^(\s*)(?:\w+\.)*([A-Z]\w*)\.[A-Z]\w*( or [\w.]+)*( when .*)?( =>|$)")]
    private static partial Regex Member();
}
