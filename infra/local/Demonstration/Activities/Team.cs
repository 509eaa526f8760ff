using Evaluation.Core.Periods;

namespace Evaluation.Local.Demonstration.Activities;

/// <summary>What the cross-service indicators say of a service.</summary>
internal sealed record Team
{
    /// <summary>Full-time equivalents of the first year.</summary>
    public required decimal Staff2024 { get; init; }

    /// <summary>Full-time equivalents of the second year.</summary>
    public required decimal Staff2025 { get; init; }

    /// <summary>Answers to the yearly survey.</summary>
    public required decimal Answers { get; init; }

    /// <summary>Part of the answers that are satisfied, first year.</summary>
    public required decimal Satisfied2024 { get; init; }

    /// <summary>Part of the answers that are satisfied, second year.</summary>
    public required decimal Satisfied2025 { get; init; }

    /// <summary>Posts vacant from the summer of the second year.</summary>
    public int Vacancies { get; init; }

    /// <summary>Complaints expected of one member in a quarter.</summary>
    public decimal ComplaintsPerQuarter { get; init; } = 0.03m;

    public decimal Value(string code, Period period, Chance chance) => code switch
    {
        "TRV-02" => Staff(period),
        "TRV-08" => Surveyed(period, chance),
        "TRV-09" => decimal.Floor(Surveyed(period, chance) * (period.Year == 2024 ? Satisfied2024 : Satisfied2025)),
        "TRV-16" => AfterSummer(period) ? Vacancies : 0,
        _ => throw new ArgumentException($"No figure is described for {code}.", nameof(code)),
    };

    private static bool AfterSummer(Period period) => period.Year == 2025 && period.Start.Month >= 7;

    private decimal Staff(Period period) => period.Year == 2024
        ? Staff2024
        : AfterSummer(period) ? Staff2025 - Vacancies : Staff2025;

    private decimal Surveyed(Period period, Chance chance) => chance.Part(Answers, 0.9m, $"survey|{period}");
}
