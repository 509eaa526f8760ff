namespace Evaluation.Functions.Consult;

/// <summary>Someone for whom a developer may pass.</summary>
/// <param name="Id">Empty for nobody in particular.</param>
/// <param name="Title">What the person is.</param>
/// <param name="Part">What it answers for.</param>
public sealed record SignInChoice(string Id, string Title, string Part);
