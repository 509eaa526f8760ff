namespace Evaluation.Functions.Store;

/// <summary>Turns a table key into a folder path; keys are made of parts that are safe in paths.</summary>
internal static class BlobPath
{
    public static string Of(string key) => string.Join('/', Tables.TableKey.Split(key).Select(Uri.EscapeDataString));
}
