using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>One line of a score sheet (考核项): an <see cref="IndicatorLine"/> or an <see cref="EventLine"/>; there is no other.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record ScoreLine
{
    private protected ScoreLine(string code, BilingualText name, Citation basis)
    {
        TextRule.Key.Check(code);
        ArgumentNullException.ThrowIfNull(basis);
        (Code, Name, Basis) = (code, TextRule.Name.Check(name), basis);
    }

    /// <summary>What files and events call it, unique in its sheet.</summary>
    public string Code { get; }

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; }

    /// <summary>The rule that sets it (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The most points it can add, 0 or more.</summary>
    public abstract decimal Most { get; }

    /// <summary>The least it can come to, 0 or less.</summary>
    public abstract decimal Least { get; }
}
