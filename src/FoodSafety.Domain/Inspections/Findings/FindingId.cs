using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

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
