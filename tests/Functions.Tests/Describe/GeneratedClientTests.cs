using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

namespace Evaluation.Functions.Tests.Describe;

/// <summary>A client that a usual generator makes from the description compiles, and works with the running app.</summary>
public sealed class GeneratedClientTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_made_from_the_description_pushes_and_reads()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var document = await OpenApiDocument.FromJsonAsync(
            await running.Http.GetStringAsync("/api/openapi.json", Cancellation), Cancellation);
        var run = Compile(Client(document), Program()).GetType("Generated.ClientProgram")!.GetMethod("RunAsync")!;

        var told = await (Task<string[]>)run.Invoke(null, [running.Http, service.Siren])!;

        Assert.Equal(
            ["accepted 2", "ADS-01 2025-03 17, ADS-01 2025-03 42", "Communauté d’essai 3", "404 mutualisation.unknown"], told);
        Assert.Equal(["ADS-01 213801517 2025-03 17", "ADS-01 213801855 2025-03 42"], await service.ValuesAsync());
    }

    private static string Client(OpenApiDocument document) => new CSharpClientGenerator(document, new CSharpClientGeneratorSettings
    {
        ClassName = "{controller}Client",
        GenerateOptionalParameters = true,
        OperationNameGenerator = new MultipleClientsFromOperationIdOperationNameGenerator(),
        CSharpGeneratorSettings =
        {
            Namespace = "Generated",
            JsonLibrary = CSharpJsonLibrary.SystemTextJson,
            GenerateNullableReferenceTypes = true,
            GenerateOptionalPropertiesAsNullable = true,
        },
    }).GenerateFile();

    private static string Program()
    {
        using var reader = new StreamReader(typeof(GeneratedClientTests).Assembly.GetManifestResourceStream("ClientProgram.txt")!);
        return reader.ReadToEnd();
    }

    private static Assembly Compile(params string[] sources)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "generated",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, cancellationToken: Cancellation)),
            platform.Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var library = new MemoryStream();
        var result = compilation.Emit(library, cancellationToken: Cancellation);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(10)));
        library.Position = 0;
        return new AssemblyLoadContext("generated").LoadFromStream(library);
    }
}
