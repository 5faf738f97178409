namespace FoodSafety.Domain.Emergencies;

/// <summary>How likely what is warned of is to come about (发生可能性), the least likely first.</summary>
/// <remarks>The default value 0 is none. Names are in <see cref="WarningLikelihoods"/>.</remarks>
public enum WarningLikelihood
{
    /// <summary>Unlikely (不太可能).</summary>
    Unlikely = 1,

    /// <summary>Possible (可能).</summary>
    Possible = 2,

    /// <summary>Very likely (很可能).</summary>
    VeryLikely = 3,

    /// <summary>Almost certain (几乎肯定).</summary>
    AlmostCertain = 4,
}
