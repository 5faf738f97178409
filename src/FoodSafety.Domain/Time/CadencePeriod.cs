using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Time;

/// <summary>One period of a cadence (周期): the third quarter of 2026, the 47th week of 2026. Made by a <see cref="Time.Cadence"/>.</summary>
/// <remarks>The default value is the first day of the year 1, a period of <see cref="Cadence.Day"/>.</remarks>
[JsonConverter(typeof(TextJsonConverter<CadencePeriod>))]
public readonly record struct CadencePeriod : ITextValue<CadencePeriod>, IJsonText
{
    private readonly Cadence? _cadence;

    internal CadencePeriod(Cadence cadence, LocalDate first, LocalDate last)
    {
        _cadence = cadence;
        First = first;
        Last = last;
    }

    /// <summary>The cadence of which it is a period.</summary>
    public Cadence Cadence => _cadence ?? Cadence.Day;

    /// <summary>Its first day.</summary>
    public LocalDate First { get; }

    /// <summary>Its last day, inclusive.</summary>
    public LocalDate Last { get; }

    /// <summary>Its days, both ends inclusive.</summary>
    public DateInterval Interval => new(First, Last);

    /// <summary>The law by which it was computed that its day is worked, while no notice has confirmed it (暂定依据); null otherwise, and for all periods of the calendar.</summary>
    public Citation? ProvisionalBy { get; internal init; }

    /// <summary>True while no notice has confirmed that its day is worked (暂定).</summary>
    public bool IsProvisional => ProvisionalBy is not null;

    /// <summary>What people call it: "2026年第3季度", "Q3 2026"; a week bears the ISO year its Thursday lies in. A provisional one says so.</summary>
    public BilingualText Label => IsProvisional
        ? ($"{Cadence.LabelOf(First).Chinese}（暂定）", $"{Cadence.LabelOf(First).English} (provisional)")
        : Cadence.LabelOf(First);

    /// <summary>True when a day belongs to the period.</summary>
    /// <param name="date">Any day.</param>
    public bool Contains(LocalDate date) => First <= date.Iso() && date.Iso() <= Last;

    static BilingualText ITextValue<CadencePeriod>.Allowed =>
        ("频次与首日，如 quarter/2026-07-01", "a cadence and its first day, as quarter/2026-07-01");

    string IJsonText.JsonText => $"{Cadence.Code}/{LocalDatePattern.Iso.Format(First)}";

    static CadencePeriod IParsable<CadencePeriod>.Parse(string s, IFormatProvider? provider) => ITextValue<CadencePeriod>.Read(s);

    static bool IParsable<CadencePeriod>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CadencePeriod result)
    {
        result = default;
        if (s?.Split('/') is not [var code, var day] || Cadence.Find(code) is not { } cadence || LocalDatePattern.Iso.Parse(day) is not { Success: true, Value: var first })
        {
            return false;
        }

        // A period of working days is one day, and says itself that it is worked.
        result = cadence is CalendarCadence calendar ? calendar.PeriodOf(first) : new(cadence, first, first);
        return result.First == first;
    }

    /// <summary>The label in both languages.</summary>
    public override string ToString() => Label.ToString();

    /// <summary>The same cadence and the same days; a notice that confirms it leaves it the same period.</summary>
    /// <param name="other">The period to compare with.</param>
    public bool Equals(CadencePeriod other) => Cadence == other.Cadence && First == other.First && Last == other.Last;

    /// <summary>A hash of cadence and days.</summary>
    public override int GetHashCode() => HashCode.Combine(Cadence, First);
}
