using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Evaluation.Core.Communities;

namespace Evaluation.Functions.Store;

/// <summary>What the journal keeps of a submission.</summary>
public enum SubmissionPart
{
    /// <summary>The body as it came.</summary>
    Body,

    /// <summary>What was decided of each row.</summary>
    Entry,

    /// <summary>What became of it.</summary>
    Answer,
}

/// <summary>The name of a blob of the journal: <c>{siren}/{mutualisation}/{yyyy}/{MM}/{dd}/{submission}.body</c>.</summary>
internal sealed record JournalName(Siren Siren, string Mutualisation, SubmissionId Submission, SubmissionPart Part)
{
    private const int Levels = 6;

    private static readonly (SubmissionPart Part, string Text)[] Endings =
        [(SubmissionPart.Body, ".body"), (SubmissionPart.Entry, ".entry.json"), (SubmissionPart.Answer, ".answer.json")];

    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{Siren}/{Mutualisation}/{Submission.ReceivedAt:yyyy/MM/dd}/{Submission.Text}{Endings[(int)Part].Text}");

    /// <summary>Reads a name; false when the journal holds nothing of that name.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out JournalName? name)
    {
        var levels = text.Split('/');
        var (part, ending) = Array.Find(Endings, e => text.EndsWith(e.Text, StringComparison.Ordinal));
        name = ending is not null
            && levels.Length == Levels
            && Siren.TryParse(levels[0], out var siren)
            && levels[1].Length > 0
            && SubmissionId.TryParse(levels[^1][..^ending.Length], out var id)
                ? new JournalName(siren, levels[1], id, part)
                : null;
        name = name?.Text == text ? name : null;
        return name is not null;
    }
}
