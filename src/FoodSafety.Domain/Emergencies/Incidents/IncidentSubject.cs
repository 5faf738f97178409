using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>What happened where (事故概况).</summary>
/// <remarks>Equal to another that says the same, business by business.</remarks>
public sealed record IncidentSubject
{
    /// <summary>Describes an incident.</summary>
    /// <param name="title">What happened, in the words of the platform; not blank.</param>
    /// <param name="area">Where.</param>
    /// <exception cref="ArgumentException">The title is blank, or there is no area.</exception>
    public IncidentSubject(string title, AreaCode area)
    {
        TextRule.Name.Check(title);
        if (area.IsNone)
        {
            throw new ArgumentException("An incident has a place. Allowed: the code of an area.", nameof(area));
        }

        (Title, Area) = (title, area);
    }

    /// <summary>What happened (事件名称).</summary>
    public string Title { get; }

    /// <summary>Where (事发地).</summary>
    public AreaCode Area { get; }

    /// <summary>The businesses whose food is in question (涉事主体); empty while none is known.</summary>
    public ItemList<BusinessId> Businesses { get; init; }
}
