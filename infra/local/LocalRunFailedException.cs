namespace Evaluation.Local;

/// <summary>The app did not do what was asked of it; the message is a French line that says what.</summary>
public sealed class LocalRunFailedException(string message) : Exception(message);
