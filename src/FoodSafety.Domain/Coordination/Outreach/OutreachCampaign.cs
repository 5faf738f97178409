using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A campaign that hands materials to businesses (宣传送达): the letter and the card to every business of tier B.</summary>
/// <remarks>
/// Immutable. Of each business the first day counts: on which it became a target, and on which it got a material. What a business got before it
/// was a target it has.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class OutreachCampaign
{
    private readonly DeliveryDays _days;

    internal OutreachCampaign(OutreachOpened opened, string by, LocalDate on)
        : this(opened.Id, opened.Name, opened.Materials, by, on, new DeliveryDays(opened.Materials.Length))
    {
    }

    private OutreachCampaign(CampaignId id, BilingualText name, ItemList<OutreachMaterial> materials, string by, LocalDate on, DeliveryDays days) =>
        (Id, Name, Materials, By, OpenedOn, _days) = (id, name, materials, by, on, days);

    /// <summary>Its number (编号).</summary>
    public CampaignId Id { get; }

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; }

    /// <summary>What is handed over (宣传材料).</summary>
    public ItemList<OutreachMaterial> Materials { get; }

    /// <summary>Who opened it: a key in the user's platform.</summary>
    public string By { get; }

    /// <summary>The day on which it was opened (启动日期).</summary>
    public LocalDate OpenedOn { get; }

    /// <summary>The businesses that have one of some tiers (分级筛选), in the order of the register: whom a campaign targets, as a rule.</summary>
    /// <param name="register">The businesses.</param>
    /// <param name="grades">Their tiers, as they stand.</param>
    /// <param name="tiers">The tiers.</param>
    /// <exception cref="ArgumentException">The tiers are of another register.</exception>
    public static ImmutableArray<BusinessId> BusinessesOf(BusinessRegister register, GradeSheet<Tier> grades, params ReadOnlySpan<Tier> tiers)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(grades);
        if (!ReferenceEquals(grades.Table, register.Facts))
        {
            throw new ArgumentException("The tiers are of another register. Allowed: those of its own businesses.", nameof(grades));
        }

        var businesses = ImmutableArray.CreateBuilder<BusinessId>();
        for (var row = 0; row < register.Count; row++)
        {
            if (grades[row].FindGrade() is { } tier && tiers.Contains(tier))
            {
                businesses.Add(register.IdAt(row));
            }
        }

        return businesses.DrainToImmutable();
    }

    /// <summary>The day on which a business became a target; null while it is none.</summary>
    /// <param name="business">The business.</param>
    public LocalDate? FindTargeted(BusinessId business) => _days.Find(DeliveryDays.Targets, business);

    /// <summary>The day on which a business got a material; null while it has not.</summary>
    /// <param name="business">The business.</param>
    /// <param name="material">The material.</param>
    /// <exception cref="ArgumentException">The campaign has no such material.</exception>
    public LocalDate? FindDelivery(BusinessId business, OutreachMaterial material) => _days.Find(ColumnOf(material), business);

    /// <summary>What it would bring to hand a material over now (送达预览): asked before the act, it says who has it already and who is no target.</summary>
    /// <param name="material">The material.</param>
    /// <param name="businesses">The businesses, in any order.</param>
    /// <exception cref="ArgumentException">The campaign has no such material.</exception>
    public OutreachDelivery Expect(OutreachMaterial material, params IEnumerable<BusinessId> businesses)
    {
        ArgumentNullException.ThrowIfNull(businesses);
        var column = ColumnOf(material);
        var (delivered, again, outside) = (ImmutableArray.CreateBuilder<BusinessId>(), ImmutableArray.CreateBuilder<BusinessId>(), ImmutableArray.CreateBuilder<BusinessId>());
        foreach (var business in businesses)
        {
            (FindTargeted(business) is null ? outside : _days.Find(column, business) is null ? delivered : again).Add(business);
        }

        return new OutreachDelivery(delivered.DrainToImmutable(), again.DrainToImmutable(), outside.DrainToImmutable());
    }

    /// <summary>How far the campaign has come on a day (送达覆盖情况).</summary>
    /// <param name="on">The day; what was done later is not known yet.</param>
    public OutreachCoverage CoverageOn(LocalDate on) => _days.CoverageOn(on);

    /// <summary>The targets that lack at least one material on a day (未送达名单), in the order of their ids.</summary>
    /// <param name="on">The day; what was done later is not known yet.</param>
    public ImmutableArray<BusinessId> RestOn(LocalDate on) => _days.RestOn(on, 0..Materials.Length);

    /// <summary>The targets that lack a material on a day (未送达名单), in the order of their ids.</summary>
    /// <param name="on">The day; what was done later is not known yet.</param>
    /// <param name="material">The material.</param>
    /// <exception cref="ArgumentException">The campaign has no such material.</exception>
    public ImmutableArray<BusinessId> RestOn(LocalDate on, OutreachMaterial material)
    {
        var column = ColumnOf(material);
        return _days.RestOn(on, (column - 1)..column);
    }

    /// <summary>The place of a material, from 0; null when the campaign has none with the code.</summary>
    internal int? PlaceOf(string material)
    {
        for (var place = 0; place < Materials.Length; place++)
        {
            if (Materials[place].Code == material)
            {
                return place;
            }
        }

        return null;
    }

    internal OutreachCampaign After(OutreachTargeted act, LocalDate on) => With(_days.With(DeliveryDays.Targets, act.Businesses, on));

    internal OutreachCampaign After(OutreachDelivered act, LocalDate on) => With(_days.With(PlaceOf(act.Material)!.Value + 1, act.Businesses, on));

    /// <summary>The campaign without what was done after a day.</summary>
    internal OutreachCampaign Until(LocalDate day) => With(_days.Until(day));

    private OutreachCampaign With(DeliveryDays days) => new(Id, Name, Materials, By, OpenedOn, days);

    private int ColumnOf(OutreachMaterial material)
    {
        ArgumentNullException.ThrowIfNull(material);
        return PlaceOf(material.Code) + 1 ?? throw new ArgumentException(
            $"Campaign {Id} has no material '{material.Code}'. Allowed: {string.Join(", ", Materials.Select(known => known.Code))}.", nameof(material));
    }
}

/// <summary>How far a campaign has come on a day (送达覆盖情况).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutreachCoverage
{
    internal OutreachCoverage(LocalDate on, int targets, int complete, ImmutableArray<int> delivered) =>
        (On, Targets, Complete, Delivered) = (on, targets, complete, delivered);

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>How many businesses are targets (应送达).</summary>
    public int Targets { get; }

    /// <summary>How many targets have every material (已全部送达).</summary>
    public int Complete { get; }

    /// <summary>How many targets lack at least one material (未全部送达).</summary>
    public int Rest => Targets - Complete;

    /// <summary>How many targets have each material, in the order of the campaign's materials.</summary>
    public ItemList<int> Delivered { get; }
}

/// <summary>What a delivery brings (送达结果): every business given is in one of the three lists.</summary>
/// <param name="Delivered">The targets that have the material from then on (新送达).</param>
/// <param name="Again">The targets that have it already (重复送达): the first day counts.</param>
/// <param name="Outside">The businesses that are no targets (非送达对象): they count nowhere while they are none.</param>
public sealed record OutreachDelivery(ItemList<BusinessId> Delivered, ItemList<BusinessId> Again, ItemList<BusinessId> Outside);

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
