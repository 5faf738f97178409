using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A campaign was opened (启动宣传送达): what it is called and what is handed over.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutreachOpened : OutreachEvent
{
    /// <summary>Records it.</summary>
    /// <param name="code">What files call the campaign: 1 to 64 characters without white space.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="materials">What is handed over: at least one material, each once.</param>
    /// <param name="by">Who opened it: a key in the user's platform, not blank.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentException">The code is none, the name is empty, nobody acts, or there is no material or one twice.</exception>
    public OutreachOpened(string code, BilingualText name, IEnumerable<OutreachMaterial> materials, string by, LocalDate on)
        : base(by, on)
    {
        ArgumentNullException.ThrowIfNull(materials);
        (Code, Name) = Codes.Check(code, name);
        Materials = [.. materials];
        if (Materials.IsEmpty || Materials.DistinctBy(material => material.Code).Count() < Materials.Length)
        {
            throw new ArgumentException($"Campaign '{code}' needs at least one material, each once.", nameof(materials));
        }
    }

    /// <summary>What files call the campaign (编码).</summary>
    public string Code { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>What is handed over (宣传材料).</summary>
    public ItemList<OutreachMaterial> Materials { get; }
}
