using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What people call the classes and parties of recalls.</summary>
public static class RecallClassNames
{
    /// <summary>The name of a class.</summary>
    /// <param name="recallClass">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this RecallClass recallClass) => recallClass.Named() switch
    {
        RecallClass.I => ("一级召回", "class I recall"),
        RecallClass.II => ("二级召回", "class II recall"),
        RecallClass.III => ("三级召回", "class III recall"),
    };

    /// <summary>The name of a party.</summary>
    /// <param name="party">The party.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this RecallParty party) => party.Named() switch
    {
        RecallParty.Business => ("食品生产经营者", "business"),
        RecallParty.MarketBureau => ("市场监管局", "market regulation bureau"),
    };
}
