using System.Globalization;
using System.Text;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Office;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Functions.Tests.Collect.Formats;

/// <summary>The same rows in any format are the same rows.</summary>
public sealed class FileProperties
{
    private static readonly string[] Headers = ["Indicateur", "Membre", "Période", "Valeur", "Statut", "Qualité", "Commentaire"];

    private static readonly Gen<SubmittedRow> AnyRow =
        from indicator in Gen.Elements("ADS-01", "DSI-05", "TRV-12")
        from member in Gen.Elements("38185", "213801855", null)
        from period in Gen.Elements("2025-03", "2025-Q1", "2025-S1", "2025", null)
        from units in Gen.Choose(-99_999_999, 99_999_999)
        from decimals in Gen.Choose(0, 3)
        from status in Gen.Elements("provisional", "final", "corrected", null)
        from quality in Gen.Elements("measured", "estimated", null)
        from comment in Gen.Elements("été", "deux\nlignes", "guillemets \" ici", "point ; virgule, et\ttabulation", "_x0041_", null)
        select new SubmittedRow(0, indicator, member, period, Value(units, decimals), status, quality, comment);

    private static readonly Arbitrary<(IReadOnlyList<SubmittedRow> Rows, int[] Order)> AnyFile =
        (from rows in AnyRow.NonEmptyListOf()
         from order in Gen.Shuffle(Enumerable.Range(0, Headers.Length).ToArray())
         select ((IReadOnlyList<SubmittedRow>)[.. rows], order)).ToArbitrary();

    private static readonly Arbitrary<(char Separator, string Encoding, string EndOfLine)> AnyForm =
        (from separator in Gen.Elements(';', ',', '\t')
         from encoding in Gen.Elements("utf-8", "utf-8 with mark", "windows-1252", "utf-16")
         from endOfLine in Gen.Elements("\r\n", "\n", "\r")
         select (separator, encoding, endOfLine)).ToArbitrary();

    [Fact]
    public void Rows_written_as_CSV_are_read_back_whatever_the_separator_the_encoding_and_the_order() => Prop.ForAll(
        AnyFile,
        AnyForm,
        (file, form) =>
        {
            var (separator, encoding, endOfLine) = form;
            var lines = file.Rows.Select(Texts).Prepend(Headers)
                .Select(cells => string.Join(separator, file.Order.Select(column => Quoted(cells[column], separator))));
            var read = SubmissionFormats.Read(GivenFiles.Csv(Encoded(string.Join(endOfLine, lines), encoding)));
            return Same(file.Rows, read.Rows);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_written_as_a_workbook_are_read_back_whatever_the_order() => Prop.ForAll(AnyFile, file =>
    {
        var rows = file.Rows.Select(Texts).Prepend(Headers)
            .Select((cells, rank) => GivenFiles.Row(rank + 1, [.. file.Order.Select(column => XlsxText.Encode(cells[column]))]));
        return Same(
            file.Rows, SubmissionFormats.Read(GivenFiles.Xlsx(GivenFiles.Workbook(string.Concat(rows)))).Rows);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_of_a_cell_survives_a_workbook() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), text => text is null || XlsxText.Decode(XlsxText.Encode(text)) == text)
        .QuickCheckThrowOnFailure();

    private static bool Same(IReadOnlyList<SubmittedRow> given, IReadOnlyList<SubmittedRow> read) =>
        given.Select(GivenFiles.Text).SequenceEqual(read.Select(GivenFiles.Text));

    private static string[] Texts(SubmittedRow row) =>
        [row.Indicator ?? "", row.Member ?? "", row.Period ?? "", row.Value!, row.Status ?? "", row.Quality ?? "", row.Comment ?? ""];

    private static string Value(int units, int decimals)
    {
        var value = new decimal(Math.Abs(units), 0, 0, units < 0, (byte)decimals);
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Quoted(string text, char separator) =>
        text.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static byte[] Encoded(string text, string encoding) => encoding switch
    {
        "utf-8 with mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };
}
