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
    public sealed override Thing? Thing => ThingOf(Business);

    /// <inheritdoc/>
    public sealed override bool IsInOrder => false;

    /// <summary>A business as acts are about it.</summary>
    internal static Thing ThingOf(BusinessId business) => new("business", business.Value);
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

/// <summary>
/// What was told of a business was wrong from the beginning, and these are its facts (更正). They count from the day of record as any
/// facts do, but nothing rests on the slip: no observation period runs from it, and whoever answered before it answers again.
/// </summary>
/// <param name="Business">The business.</param>
/// <param name="Facts">The facts as they should have been told.</param>
/// <param name="Mistake">Where the act stands that told it wrongly.</param>
/// <param name="Reason">How it came about.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactsCorrected(BusinessId Business, FactRecord Facts, ActPlace Mistake, string Reason) : BusinessAct(Business)
{
    /// <inheritdoc/>
    public override string Kind => "facts-corrected";

    /// <summary>How it came about.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
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

/// <summary>A business has another unified social credit code, or none any more (统一社会信用代码变更).</summary>
/// <param name="Business">The business.</param>
/// <param name="CreditCode">The code that it has since; the default value for none.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CreditCodeChanged(BusinessId Business, UnifiedSocialCreditCode CreditCode) : BusinessAct(Business)
{
    /// <inheritdoc/>
    public override string Kind => "credit-code-changed";
}

/// <summary>A business has another food licence, or none any more (许可证变更、换发、注销). A renewal that keeps the number is none of the register's matters.</summary>
/// <param name="Business">The business.</param>
/// <param name="Licence">The number of the licence that it has since; the default value for none.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LicenceChanged(BusinessId Business, FoodLicenceNumber Licence) : BusinessAct(Business)
{
    /// <inheritdoc/>
    public override string Kind => "licence-changed";
}

/// <summary>What the district computed of its businesses, by its declarations (派生指标更新). It follows from other acts or from the day, and nobody tells it.</summary>
/// <param name="Values">Which businesses have which facts since.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FactsDerived(params ItemList<DerivedValues> Values) : RegisterAct
{
    /// <inheritdoc/>
    public override string Kind => "facts-derived";

    /// <summary>The entries of the acts that do not count any more and that it follows from, so that nothing rests on what they had made of these facts; none for most.</summary>
    public ItemList<long> Mistakes { get; init; }
}

/// <summary>Businesses of which the same was computed.</summary>
/// <param name="Facts">The derived facts with their new values.</param>
/// <param name="Businesses">The businesses, in the order of the register.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DerivedValues(FactRecord Facts, ItemList<BusinessId> Businesses);
