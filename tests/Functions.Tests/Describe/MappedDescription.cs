using System.Text;
using Evaluation.Functions.Describe;
using Evaluation.Functions.Tests.Consult;

namespace Evaluation.Functions.Tests.Describe;

/// <summary>The description of the API, made once from its routes as Azure has them.</summary>
internal static class MappedDescription
{
    private static readonly Lazy<ApiDescription> Made = new(() => new ApiDescription(() => MappedEndpoints.Of(isLocal: false)));

    /// <summary>As JSON.</summary>
    public static string Json => Encoding.UTF8.GetString(Made.Value.Json.Span);
}
