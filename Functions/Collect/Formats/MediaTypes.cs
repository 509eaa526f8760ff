namespace Evaluation.Functions.Collect.Formats;

/// <summary>What the formats of submissions are called over HTTP.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
