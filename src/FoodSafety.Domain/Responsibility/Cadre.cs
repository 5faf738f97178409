using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A cadre who answers for food businesses (包保干部).</summary>
/// <remarks>Where and since when is said by the cadre's <see cref="Post"/>s.</remarks>
public sealed record Cadre
{
    /// <summary>Describes a cadre.</summary>
    /// <param name="id">The key of the cadre.</param>
    /// <param name="name">The name, not blank.</param>
    /// <exception cref="ArgumentException">There is no id, or the name is blank.</exception>
    public Cadre(CadreId id, string name)
    {
        TextRule.Name.Check(name);
        Id = id.IsNone ? throw new ArgumentException("A cadre has an id.", nameof(id)) : id;
        Name = name;
    }

    /// <summary>The key of the cadre (干部编号).</summary>
    public CadreId Id { get; }

    /// <summary>The name (姓名).</summary>
    public string Name { get; }

    /// <summary>The sectors that the cadre knows (专业特长); none unless stated.</summary>
    public Expertise Expertise { get; init; }
}
