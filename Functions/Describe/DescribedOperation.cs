using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;

namespace Evaluation.Functions.Describe;

/// <summary>Describes one method of an address from what hangs on its endpoint.</summary>
internal sealed class DescribedOperation(OpenApiDocument document, DescribedSchemas schemas)
{
    /// <summary>The name of the extension that holds the right.</summary>
    public const string RightExtension = "x-right";

    /// <summary>The name of the extension that holds the codes of a response.</summary>
    public const string CodesExtension = "x-codes";

    private const string Problem = "application/problem+json";

    /// <summary>The operation.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not say what it does, takes or answers.</exception>
    public OpenApiOperation Of(RouteEndpoint endpoint, string method)
    {
        var right = endpoint.Metadata.GetRequiredMetadata<RightAsked>().Right;
        return new OpenApiOperation
        {
            OperationId = IdOf(endpoint.Metadata.GetRequiredMetadata<MethodInfo>()),
            Tags = new HashSet<OpenApiTagReference> { new(endpoint.Metadata.GetRequiredMetadata<Subject>().Id, document) },
            Summary = Typography.Fix(endpoint.Metadata.GetRequiredMetadata<IEndpointSummaryMetadata>().Summary),
            Description = Typography.Fix(DescribedRights.Of(right)),
            Parameters = DescribedParameters.Of(endpoint),
            RequestBody = BodyOf(endpoint),
            Responses = ResponsesOf(endpoint, DescribedRefusals.Of(endpoint, method)),
            Security = right == Right.None ? [] : null,
            Extensions = new Dictionary<string, IOpenApiExtension> { [RightExtension] = new JsonNodeExtension(DomainCode.Of(right)) },
        };
    }

    // The class says of what, the method what is done: periods_list.
    private static string IdOf(MethodInfo handler)
    {
        var subject = handler.DeclaringType!.Name;
        subject = subject.EndsWith("Api", StringComparison.Ordinal) ? subject[..^"Api".Length] : subject;
        var act = handler.Name.EndsWith("Async", StringComparison.Ordinal) ? handler.Name[..^"Async".Length] : handler.Name;
        return $"{Camel(subject)}_{Camel(act)}";
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private OpenApiRequestBody? BodyOf(RouteEndpoint endpoint)
    {
        var taken = endpoint.Metadata.OfType<BodyTaken>().ToList();
        return taken.Count == 0 ? null : new OpenApiRequestBody
        {
            Required = true,
            Content = taken.ToDictionary(body => body.MediaType, IOpenApiMediaType (body) => Media(body.MediaType, body.Shape), StringComparer.Ordinal),
        };
    }

    private OpenApiResponses ResponsesOf(RouteEndpoint endpoint, IReadOnlyList<DescribedRefusal> refusals)
    {
        var given = endpoint.Metadata.OfType<AnswerGiven>().ToLookup(answer => answer.Status);
        var refused = refusals.Where(r => r.Status is not null).ToLookup(r => r.Status!.Value, r => r.Code);
        var isTagged = endpoint.Metadata.GetMetadata<AnswerTagged>() is not null;
        var responses = new OpenApiResponses();
        foreach (var status in given.Select(g => g.Key).Concat(refused.Select(r => r.Key)).Distinct().Order())
        {
            var codes = refused[status].ToList();
            var told = status == StatusCodes.Status200OK ? refusals.Where(r => r.Status is null).Select(r => r.Code).ToList() : [];
            var response = new OpenApiResponse
            {
                Description = DescriptionOf(status, given.Contains(status), codes, told),
                Content = given[status].Where(answer => answer.MediaType.Length > 0).ToDictionary(answer => answer.MediaType, IOpenApiMediaType (answer) => Media(answer.MediaType, answer.Shape), StringComparer.Ordinal),
            };
            if (codes.Count > 0)
            {
                response.Content[Problem] = Media(Problem, () => ApiJson.Answers.ApiProblem);
            }

            if (codes.Count + told.Count > 0)
            {
                response.AddExtension(CodesExtension, new JsonNodeExtension(new JsonArray([.. codes.Concat(told).Select(c => (JsonNode)c.Code)])));
            }

            response.Headers = HeadersOf(endpoint, status, isTagged);
            responses[status.ToString(CultureInfo.InvariantCulture)] = response;
        }

        if (isTagged && endpoint.Metadata.GetMetadata<ChangeConditional>() is null)
        {
            responses["304"] = new OpenApiResponse { Description = Typography.Fix("Rien n’a changé depuis la lecture dont l’ETag est donné.") };
        }

        return responses;
    }

    private static Dictionary<string, IOpenApiHeader>? HeadersOf(RouteEndpoint endpoint, int status, bool isTagged)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        if (isTagged && status is StatusCodes.Status200OK or StatusCodes.Status201Created)
        {
            Add("ETag", "Étiquette de ce qui est répondu.");
        }

        if (status is StatusCodes.Status201Created or StatusCodes.Status202Accepted && endpoint.Metadata.GetMetadata<AnswerLocated>() is not null)
        {
            Add("Location", "Adresse où poursuivre.");
        }

        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            Add("Retry-After", "Secondes à attendre.");
        }

        return headers.Count == 0 ? null : headers;

        void Add(string name, string meaning) =>
            headers[name] = new OpenApiHeader { Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    private static string DescriptionOf(int status, bool isAnswer, List<RefusalCode> codes, List<RefusalCode> told)
    {
        var text = new StringBuilder(isAnswer ? AnswerWords(status) : "Refus :");
        if (isAnswer && codes.Count > 0)
        {
            text.Append(" Refus :");
        }

        Append(codes);
        if (told.Count > 0)
        {
            text.Append(" Ce que la réponse peut signaler sans refuser :");
            Append(told);
        }

        return Typography.Fix(text.ToString());

        void Append(List<RefusalCode> listed)
        {
            foreach (var code in listed)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n- `{code.Code}` — {code.Described}");
            }
        }
    }

    private static string AnswerWords(int status) => status switch
    {
        StatusCodes.Status201Created => "Créé.",
        StatusCodes.Status202Accepted => "Demandé : le travail continue.",
        StatusCodes.Status422UnprocessableEntity => "Aucune ligne n’est gardée : la réponse dit pourquoi, ligne par ligne.",
        _ => "Fait.",
    };

    private OpenApiMediaType Media(string mediaType, Func<JsonTypeInfo>? shape) => new()
    {
        Schema = shape is not null ? schemas.Of(shape())
            : mediaType == DescribedExtensions.Json ? new OpenApiSchema { Description = "Le fichier est lui-même du JSON." }
            : new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
    };
}
