using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>What a warning is about (预警事项): the danger, where, of which foods and businesses, and what to do.</summary>
/// <remarks>Equal to another that says the same, list by list.</remarks>
public sealed record WarningSubject
{
    /// <summary>Describes a danger.</summary>
    /// <param name="topic">The danger, in the words of the platform; not blank.</param>
    /// <param name="area">The area that is warned; none for the whole country.</param>
    /// <exception cref="ArgumentException">The topic is blank.</exception>
    public WarningSubject(string topic, AreaCode area)
    {
        TextRule.Name.Check(topic);
        (Topic, Area) = (topic, area);
    }

    /// <summary>The danger (警示事项).</summary>
    public string Topic { get; }

    /// <summary>The area that is warned (影响范围); none for the whole country.</summary>
    public AreaCode Area { get; }

    /// <summary>The foods in question (涉及食品); empty when it is about none in particular.</summary>
    public ItemList<string> Foods { get; init => field = TextRule.Name.CheckAll(value, nameof(Foods)); }

    /// <summary>The businesses in question (涉及主体); empty when it is about none in particular.</summary>
    public ItemList<BusinessId> Businesses { get; init; }

    /// <summary>What people should do (应当采取的措施); empty by default.</summary>
    public string Advice { get; init => field = TextRule.Note.CheckAny(value, nameof(Advice)); } = "";

    /// <summary>Whether an area is warned: the area of the warning and everything inside it.</summary>
    /// <param name="area">The area.</param>
    public bool Concerns(AreaCode area) => Area.IsNone || Area.Contains(area);
}
