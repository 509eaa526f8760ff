namespace Evaluation.Functions.Collect.Formats;

/// <summary>What came in, before anything of it was understood.</summary>
/// <param name="Bytes">As they came, once decompressed.</param>
/// <param name="MediaType">As announced, without parameters: one of <see cref="MediaTypes"/>.</param>
/// <param name="Source">The application that sends, where the body itself does not say it.</param>
/// <param name="Period">The period of rows that have none, where the body itself does not say it.</param>
/// <param name="Sheet">The sheet of a workbook; the first that lists values when null.</param>
/// <param name="Reason">Why, where the body itself does not say it; null when not given.</param>
internal sealed record ReceivedBody(
    BinaryData Bytes, string MediaType, string? Source, string? Period, string? Sheet, string? Reason)
{
    /// <summary>A JSON body that says everything itself.</summary>
    public static ReceivedBody Json(BinaryData bytes) => new(bytes, MediaTypes.Json, null, null, null, null);
}
