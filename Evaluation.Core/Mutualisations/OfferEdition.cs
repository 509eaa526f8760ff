namespace Evaluation.Core.Mutualisations;

/// <summary>Where a mutualisation stands in the offer made to communes.</summary>
public enum OfferStatus
{
    /// <summary>Runs and can be joined.</summary>
    Existante,

    /// <summary>Proposed, its terms being settled.</summary>
    Nouvelle,

    /// <summary>An idea to think about together.</summary>
    Exploratoire,
}

/// <summary>What one edition of the offer says of a mutualisation.</summary>
/// <param name="Edition">Name of the edition, such as « juin 2021 ».</param>
/// <param name="On">The day it was made.</param>
/// <param name="Status">Standing, until the next edition.</param>
public sealed record OfferEdition(string Edition, DateOnly On, OfferStatus Status);
