using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>Something that was done in a campaign (宣传送达事项). It counts by its day and may come late.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record OutreachAct : Act<OutreachBook>
{
    internal const string ThingOf = "campaign";

    private protected OutreachAct(CampaignId id) => Id = id;

    /// <summary>The campaign.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no number that an id can have.</exception>
    public CampaignId Id
    {
        get;
        init => field = IdNumber.IsValid(value.Number) ? value : throw new ArgumentOutOfRangeException(nameof(Id), value, $"Allowed: {IdNumber.Allowed.English}.");
    }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new(ThingOf, Id.ToString());

    /// <inheritdoc/>
    public sealed override bool IsInOrder => false;
}

/// <summary>A campaign was opened (启动宣传送达): what it is called and what is handed over.</summary>
/// <param name="Id">Its number, given by the platform.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Materials">What is handed over: at least one material, each once.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutreachOpened(CampaignId Id, BilingualText Name, ItemList<OutreachMaterial> Materials) : OutreachAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "outreach-opened";

    /// <summary>What people call it (名称).</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>What is handed over (宣传材料).</summary>
    /// <exception cref="ArgumentException">There is no material, or one twice.</exception>
    public ItemList<OutreachMaterial> Materials { get; init => field = EachOnce(value); } = EachOnce(Materials);

    private static ItemList<OutreachMaterial> EachOnce(ItemList<OutreachMaterial> materials) =>
        !materials.IsEmpty && materials.DistinctBy(material => material.Code).Count() == materials.Length ? materials
        : throw new ArgumentException("A campaign needs at least one material, each once.", nameof(materials));
}

/// <summary>Businesses became targets of a campaign (纳入送达对象). Who is one stays one, also when its tier changes.</summary>
/// <param name="Id">The campaign.</param>
/// <param name="Businesses">The businesses, in any order; one that is a target already stays one since its first day.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutreachTargeted(CampaignId Id, ItemList<BusinessId> Businesses) : OutreachAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "outreach-targeted";
}

/// <summary>A material was handed to businesses (送达).</summary>
/// <param name="Id">The campaign.</param>
/// <param name="Material">The code of the material.</param>
/// <param name="Businesses">The businesses, in any order; of one that has the material already the first day counts.</param>
/// <param name="Receipt">How it is proved: a number, a photo, a signature; may be empty.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutreachDelivered(CampaignId Id, string Material, ItemList<BusinessId> Businesses, string Receipt = "") : OutreachAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "outreach-delivered";

    /// <summary>The code of the material (宣传材料).</summary>
    public string Material { get; init => field = TextRule.Key.Check(value, nameof(Material)); } = TextRule.Key.Check(Material, nameof(Material));

    /// <summary>How it is proved (送达回执).</summary>
    public string Receipt { get; init => field = Codes.CheckReceipt(value, nameof(Receipt)); } = Codes.CheckReceipt(Receipt, nameof(Receipt));
}

/// <summary>The number of a campaign (宣传送达编号), given by the user's platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<CampaignId>))]
public readonly record struct CampaignId(long Number) : ITextValue<CampaignId>
{
    static BilingualText ITextValue<CampaignId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static CampaignId Parse(string s, IFormatProvider? provider = null) => ITextValue<CampaignId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CampaignId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}
