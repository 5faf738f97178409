using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>What is told to the register (主体登记事项). A fact told late about an earlier day than the one that stands goes into the history only.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record RegisterAct : Act<RegisterBook>
{
    private protected RegisterAct()
    {
    }
}

/// <summary>What is told about one business.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record BusinessAct : RegisterAct
{
    private protected BusinessAct(BusinessId business) => Business = business;

    /// <summary>The business.</summary>
    public BusinessId Business { get; init; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new("business", Business.Value);

    /// <inheritdoc/>
    public sealed override bool IsInOrder => false;
}

/// <summary>Businesses came under guarantee (新增包保主体).</summary>
/// <param name="Businesses">The businesses, in the order in which the register gets them.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BusinessesOpened(ItemList<Business> Businesses) : RegisterAct
{
    /// <inheritdoc/>
    public override string Kind => "businesses-opened";
}

/// <summary>Some facts of a business are these from the day of the stamp on (状态变化).</summary>
/// <param name="Business">The business.</param>
/// <param name="Facts">The facts with their new values; those that it does not name stay.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactsStated(BusinessId Business, FactRecord Facts) : BusinessAct(Business)
{
    /// <inheritdoc/>
    public override string Kind => "facts-stated";
}

/// <summary>A business moved to another area (迁址).</summary>
/// <param name="Business">The business.</param>
/// <param name="Area">The area to which it moved.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BusinessMoved(BusinessId Business, AreaCode Area) : BusinessAct(Business)
{
    /// <inheritdoc/>
    public override string Kind => "business-moved";
}

/// <summary>A business has another name (更名).</summary>
/// <param name="Business">The business.</param>
/// <param name="Name">The name that it has since.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BusinessRenamed(BusinessId Business, string Name) : BusinessAct(Business)
{
    /// <inheritdoc/>
    public override string Kind => "business-renamed";

    /// <summary>The name that it has since.</summary>
    public string Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));
}
