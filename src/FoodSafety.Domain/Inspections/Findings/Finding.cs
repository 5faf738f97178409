using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A problem that was found (发现问题): about whom, which item, how severe, on what evidence.</summary>
/// <remarks>Immutable: a finding says what was found on the day. What becomes of it is rectification, which begins from it.</remarks>
public sealed record Finding
{
    /// <summary>Its id.</summary>
    public FindingId Id { get; init; }

    /// <summary>Whom it is about.</summary>
    public required InspectionSubject Subject { get; init; }

    /// <summary>How it came to light.</summary>
    public required FindingSource Source { get; init; }

    /// <summary>The inspection that found it; null when it came from another source.</summary>
    public InspectionId? Inspection => Id.Inspection;

    /// <summary>The item that is not met, with the version of its list; no item when it was found without a list.</summary>
    public ChecklistItemId Item { get; init; }

    /// <summary>Since which version of its list the code of the item names what it names (项目起始版本); null where it always did.</summary>
    public string? ItemSince { get; init => field = TextRule.Key.CheckAny(value, nameof(ItemSince)); }

    /// <summary>How much it weighs.</summary>
    /// <exception cref="ArgumentException">It is no severity.</exception>
    public required FindingSeverity Severity { get; init => field = FindingSeverity.Some(value, nameof(Severity)); }

    /// <summary>What was found, in the words of who found it (问题描述).</summary>
    public required string Description { get; init => field = TextRule.Note.Check(value, nameof(Description)); }

    /// <summary>The evidence, in the order given; empty when there is none.</summary>
    public ItemList<EvidenceReference> Evidence { get; init; }

    /// <summary>What was measured, in the order given; empty when nothing was.</summary>
    public ItemList<Measurement> Measurements { get; init; }

    /// <summary>The day on which it was found.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public required LocalDate FoundOn { get; init; }

    /// <summary>Who recorded it: the key of the person or body in the user's platform.</summary>
    public required string By { get; init => field = TextRule.Key.Check(value, nameof(By)); }

    /// <summary>Whether it was put right before the inspectors left (当场整改); false unless stated.</summary>
    public bool IsCorrectedOnTheSpot { get; init; }

    /// <summary>The earlier finding that it carries on, which was still uncorrected at the follow-up (遗留问题); null for a new one.</summary>
    public FindingId? CarriedFrom { get; init; }

    /// <summary>The finding of the same item in the record that a substantive correction replaced; null when there is none.</summary>
    public FindingId? Replaces { get; init; }

    /// <summary>The business it is about; no id when it is about a cadre or an area.</summary>
    public BusinessId Business => Subject.Business;

    /// <summary>True when both are of the same item, of whatever versions of its list; never when either is of no item, or the code named another one then.</summary>
    /// <param name="other">The other finding.</param>
    public bool IsOfSameItem(Finding other) => Item.IsSameCode((other ?? throw new ArgumentNullException(nameof(other))).Item) && ItemSince == other.ItemSince;

    /// <summary>Whether it carries on an earlier finding.</summary>
    public bool IsCarriedOver => CarriedFrom is not null;
}

/// <summary>How a problem came to light (问题来源).</summary>
/// <remarks>Zero, the default, is no source.</remarks>
public enum FindingSource : byte
{
    /// <summary>An inspection found it: a visit, a bureau's inspection or oversight (检查发现).</summary>
    [BilingualName("检查发现", "inspection")]
    Inspection = 1,

    /// <summary>The business found it itself (企业自查).</summary>
    [BilingualName("企业自查", "self-check")]
    SelfCheck = 2,

    /// <summary>Somebody complained of it or reported it (投诉举报).</summary>
    [BilingualName("投诉举报", "complaint or report")]
    Complaint = 3,

    /// <summary>A sample failed its test (监督抽检).</summary>
    [BilingualName("监督抽检", "sampling test")]
    SamplingTest = 4,

    /// <summary>A higher level handed it down, or another body handed it over (上级交办、部门移送).</summary>
    [BilingualName("交办移送", "handed down or over")]
    HandedOver = 5,
}

/// <summary>Names a finding (问题编号): the inspection that found it and the place of the item, as <c>20260000005-3</c>; the default is none.</summary>
/// <remarks>
/// Nobody gives these numbers out: they follow from the inspection and its list. What no inspection found has a number of its own, given by
/// the platform, and no place: <c>20260000007</c>.
/// </remarks>
/// <param name="Number">The number of the inspection, or its own where no inspection found it.</param>
/// <param name="Place">
/// The place of the item in the list, from 1; behind the last item for what was found at the inspection and stands on no list. 0 where no
/// inspection found it.
/// </param>
[JsonConverter(typeof(TextJsonConverter<FindingId>))]
public readonly record struct FindingId(long Number, int Place = 0) : ITextValue<FindingId>
{
    /// <summary>The place of the item in the list, from 1; 0 where no inspection found it.</summary>
    public int Place { get; init => field = NotNegative(value); } = NotNegative(Place);

    /// <summary>The inspection that found it; null where none did.</summary>
    public InspectionId? Inspection => Place > 0 ? new(Number) : null;

    static BilingualText ITextValue<FindingId>.Allowed => (
        $"{IdNumber.Allowed.Chinese}，检查发现的再加连字符和项目位次，如 20260000005-3",
        $"{IdNumber.Allowed.English}; of an inspection, a hyphen and the place of the item after it, as 20260000005-3");

    /// <summary>Reads an id.</summary>
    /// <param name="s">A number, or a number, a hyphen and a place.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such id.</exception>
    public static FindingId Parse(string s, IFormatProvider? provider = null) => ITextValue<FindingId>.Read(s);

    /// <summary>Reads an id; false when the text is none.</summary>
    /// <param name="s">A number, or a number, a hyphen and a place.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FindingId result)
    {
        result = default;
        if (s is null)
        {
            return false;
        }

        var (hyphen, place) = (s.IndexOf('-', StringComparison.Ordinal), 0L);
        if (IdNumber.TryParse(hyphen < 0 ? s : s[..hyphen], out var number)
            && (hyphen < 0 || (IdNumber.TryParse(s[(hyphen + 1)..], out place) && place <= int.MaxValue)))
        {
            result = new(number, (int)place);
        }

        return !result.IsNone;
    }

    /// <summary>True when there is no finding.</summary>
    public bool IsNone => Number == 0;

    /// <summary>As people and files write it: <c>20260000005-3</c>.</summary>
    public override string ToString() => IsNone ? "" : Place == 0 ? IdNumber.Show(Number) : string.Create(CultureInfo.InvariantCulture, $"{Number}-{Place}");

    private static int NotNegative(int place) => place >= 0 ? place : throw new ArgumentOutOfRangeException(nameof(place), place, "Allowed: 0 and more.");

    internal static int Compare(FindingId one, FindingId other) => one.Number.CompareTo(other.Number) is not 0 and var numbers ? numbers : one.Place.CompareTo(other.Place);
}
