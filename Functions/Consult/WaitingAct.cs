namespace Evaluation.Functions.Consult;

/// <summary>An act that waits for whoever looks, as the home of a community lists it.</summary>
/// <param name="What">What to do and of which service, in French without a full stop.</param>
/// <param name="Address">The page on which it is done.</param>
/// <param name="DueOn">Last day to do it; null where no text sets one.</param>
/// <param name="Why">What it rests on or leads to, one French sentence.</param>
public sealed record WaitingAct(string What, string Address, DateOnly? DueOn, string Why);
