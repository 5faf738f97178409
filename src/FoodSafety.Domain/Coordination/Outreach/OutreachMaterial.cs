using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>Something handed to businesses (宣传材料): the letter, the card, or another.</summary>
public sealed record OutreachMaterial
{
    /// <summary>Names a material.</summary>
    /// <param name="code">What files call it: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <exception cref="ArgumentException">The code is none, or the name is empty.</exception>
    public OutreachMaterial(string code, BilingualText name) => (Code, Name) = Codes.Check(code, name);

    /// <summary>The letter to the person in charge of a business (一封信).</summary>
    public static OutreachMaterial Letter { get; } = new("letter", ("一封信", "Letter"));

    /// <summary>The card that says what a business must do (明白卡).</summary>
    public static OutreachMaterial Card { get; } = new("card", ("明白卡", "Guidance card"));

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }
}
