using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats;

/// <summary>The format of a file that somebody chose: browsers announce what the machine believes, not what it is.</summary>
internal static class FileFormat
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    // Of an old workbook, or of one with a password: as a workbook it is refused with what to do about it.
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>One of <see cref="MediaTypes"/>: what the content tells, else what the name does.</summary>
    /// <exception cref="RefusalException">415 when it is neither a workbook nor CSV.</exception>
    public static string MediaTypeOf(string name, ReadOnlySpan<byte> content)
    {
        var isWorkbook = content.StartsWith(Zip) || content.StartsWith(CompoundFile) || HasExtension(name, ".xlsx");
        return isWorkbook ? MediaTypes.Xlsx
            : HasExtension(name, ".csv") ? MediaTypes.Csv
            : throw EdgeRefusals.FileType.Refused();
    }

    private static bool HasExtension(string name, string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
