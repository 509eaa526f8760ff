namespace Evaluation.Functions.Http;

/// <summary>Leads from a form back to a page: 303, so that reloading the page sends nothing again.</summary>
/// <param name="address">Of the page, on this site.</param>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
