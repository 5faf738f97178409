using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>A food business under guarantee (食品生产经营包保主体).</summary>
/// <remarks>Immutable. In a register it lies in columns; the register makes this view of it when asked.</remarks>
public sealed record Business : IFactSource, IKeyed
{
    /// <summary>Describes a business.</summary>
    /// <param name="id">Its key in the register.</param>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="area">The village or community it stands in, or the nearest area above that is known.</param>
    /// <param name="type">Its business type.</param>
    /// <exception cref="ArgumentException">There is no id, the name is blank, there is no area or no type.</exception>
    public Business(BusinessId id, string name, AreaCode area, BusinessType type)
    {
        TextRule.Name.Check(name);
        Id = id.IsNone ? throw new ArgumentException("A business has an id.", nameof(id)) : id;
        Name = name;
        Area = area;
        Type = type;
    }

    /// <summary>Its key in the register (主体编号).</summary>
    public BusinessId Id { get; }

    string IKeyed.Key => Id.ToString();

    /// <summary>Its name (主体名称).</summary>
    public string Name { get; }

    /// <summary>The area it stands in (所在区划).</summary>
    /// <exception cref="ArgumentException">It is set to no area.</exception>
    public AreaCode Area
    {
        get;
        init => field = value.IsNone ? throw new ArgumentException("A business stands in an area.", nameof(Area)) : value;
    }

    /// <summary>Its business type (主体业态).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to no type.</exception>
    public BusinessType Type
    {
        get;
        init => field = EnumCodes.All<BusinessType>().Contains(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Type), value, $"Allowed: {string.Join(", ", EnumCodes.All<BusinessType>())}.");
    }

    /// <summary>Whether it operates (经营状态); operating unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to no status.</exception>
    public OperatingStatus Status
    {
        get;
        init => field = EnumCodes.All<OperatingStatus>().Contains(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Status), value, $"Allowed: {string.Join(", ", EnumCodes.All<OperatingStatus>())}.");
    } = OperatingStatus.Operating;

    /// <summary>Its unified social credit code (统一社会信用代码); none unless stated.</summary>
    public UnifiedSocialCreditCode CreditCode { get; init; }

    /// <summary>Its food licence (许可证编号); none unless stated.</summary>
    public FoodLicenceNumber Licence { get; init; }

    /// <summary>The facts that grading reads (经营情况).</summary>
    public OperatingProfile Profile { get; init; } = OperatingProfile.Unstated;

    /// <summary>Facts that the user declared beside the standard ones (自定义事实).</summary>
    public FactRecord OwnFacts { get; init; } = FactRecord.Empty;

    /// <inheritdoc/>
    public long Read(IFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return BusinessFacts.IsStandard(fact) ? BusinessFacts.Map.Read(this, fact) : OwnFacts.Read(fact);
    }
}
