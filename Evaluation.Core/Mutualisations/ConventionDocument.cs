using Evaluation.Core.Keys;

namespace Evaluation.Core.Mutualisations;

/// <summary>What a convention says and an amendment may say anew. Absent in an amendment means unchanged.</summary>
public abstract record ConventionTermsDocument
{
    /// <summary>What the service does.</summary>
    public IReadOnlyList<string>? Missions { get; init; }

    /// <summary>Staff, premises and equipment.</summary>
    public IReadOnlyList<string>? Means { get; init; }

    /// <summary>Financial terms in words.</summary>
    public string? FinancialTerms { get; init; }

    /// <summary>Last day in force, ISO.</summary>
    public string? EndsOn { get; init; }

    /// <summary>A <see cref="ConventionRenewal"/>, written; <c>aucune</c> when absent.</summary>
    public string? Renewal { get; init; }

    /// <summary>Notice in months; 0 when absent.</summary>
    public int? NoticeMonths { get; init; }

    /// <summary>Months between two bills; 12 when absent.</summary>
    public int? BillingMonths { get; init; }

    /// <summary>A <see cref="SettlementMode"/>, written.</summary>
    public string? Settlement { get; init; }

    /// <summary>The key.</summary>
    public AllocationDocument? Allocation { get; init; }

    /// <summary>Forecast use of a year, by member.</summary>
    public IReadOnlyList<ForecastUnitsDocument>? ForecastUnits { get; init; }

    /// <summary>Terms of the end.</summary>
    public string? Reversibility { get; init; }
}

/// <summary>A convention as written: its first version.</summary>
public sealed record ConventionDocument : ConventionTermsDocument
{
    /// <summary>Reference.</summary>
    public string? Number { get; init; }

    /// <summary>What it is for.</summary>
    public string? Object { get; init; }

    /// <summary>Day of signature, ISO.</summary>
    public string? SignedOn { get; init; }

    /// <summary>First day in force, ISO.</summary>
    public string? StartsOn { get; init; }
}

/// <summary>An amendment as written.</summary>
public sealed record AmendmentDocument : ConventionTermsDocument
{
    /// <summary>Reference.</summary>
    public string? Number { get; init; }

    /// <summary>Day of signature, ISO.</summary>
    public string? SignedOn { get; init; }

    /// <summary>First day of effect, ISO.</summary>
    public string? EffectiveOn { get; init; }

    /// <summary>What it changes.</summary>
    public string? Purpose { get; init; }
}

/// <summary>A forecast of use as written.</summary>
public sealed record ForecastUnitsDocument
{
    /// <summary>SIREN or INSEE code.</summary>
    public string? Member { get; init; }

    /// <summary>Units of functioning of a year, 0 or more.</summary>
    public decimal Units { get; init; }
}
