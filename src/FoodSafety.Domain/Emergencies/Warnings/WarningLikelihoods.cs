using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The names of <see cref="WarningLikelihood"/>.</summary>
public static class WarningLikelihoods
{
    /// <summary>The likelihood as people read it.</summary>
    /// <param name="likelihood">The likelihood.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="likelihood"/> is not one of the named values.</exception>
    public static BilingualText Name(this WarningLikelihood likelihood) => likelihood.Named() switch
    {
        WarningLikelihood.Unlikely => ("不太可能", "unlikely"),
        WarningLikelihood.Possible => ("可能", "possible"),
        WarningLikelihood.VeryLikely => ("很可能", "very likely"),
        WarningLikelihood.AlmostCertain => ("几乎肯定", "almost certain"),
    };
}
