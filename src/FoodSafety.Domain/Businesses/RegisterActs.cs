using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Businesses;

/// <summary>What is told to the register (主体登记事项). A fact told late about an earlier day than the one that stands goes into the history only.</summary>
internal abstract record RegisterAct : Act<RegisterBook>;

/// <summary>What is told about one business.</summary>
internal abstract record BusinessAct(BusinessId Business) : RegisterAct
{
    public sealed override Thing? Thing => new("business", Business.Value);

    public sealed override bool IsInOrder => false;
}

/// <summary>Businesses came under guarantee (新增包保主体).</summary>
internal sealed record BusinessesOpened(ItemList<Business> Businesses) : RegisterAct
{
    public override string Kind => "businesses-opened";
}

/// <summary>Some facts of a business are these from the day of the stamp (状态变化).</summary>
internal sealed record FactsStated(BusinessId Business, FactRecord Facts) : BusinessAct(Business)
{
    public override string Kind => "facts-stated";
}

/// <summary>A business moved to another area (迁址).</summary>
internal sealed record BusinessRelocated(BusinessId Business, AreaCode Area) : BusinessAct(Business)
{
    public override string Kind => "business-relocated";
}

/// <summary>A business has another name (更名).</summary>
internal sealed record BusinessRenamed(BusinessId Business, string Name) : BusinessAct(Business)
{
    public override string Kind => "business-renamed";

    public string Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name);
}
