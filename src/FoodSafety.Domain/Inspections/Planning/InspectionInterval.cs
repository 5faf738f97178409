using System.Globalization;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>How long after the last inspection the next one is due at which businesses (检查间隔): at the earliest and at the latest.</summary>
/// <remarks>
/// Of several that hold for a business the one counts by which it is due first: "the worse of two grades" is an interval for each grade of each of two gradings.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionInterval
{
    private const int Most10Years = 120;
    private const int Most10YearsOfDays = 3_660;

    /// <summary>Makes an interval for all businesses, without end.</summary>
    /// <param name="id">Its key in a <see cref="FrequencyPolicy"/>.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="kind">What kind of inspection is due.</param>
    /// <param name="least">How long after the last one it may come at the earliest, from 0.</param>
    /// <param name="most">How long after the last one it has to come at the latest, from 1 and not less than <paramref name="least"/>; at most 120 months, or 3,660 days.</param>
    /// <param name="unit">What both are counted in.</param>
    /// <param name="basis">Where the numbers come from.</param>
    /// <exception cref="ArgumentException">The key is empty or the name is.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or <paramref name="kind"/> or <paramref name="unit"/> is not one of the named values.</exception>
    public InspectionInterval(string id, BilingualText name, InspectionKind kind, int least, int most, IntervalUnit unit, Citation basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        var limit = unit switch
        {
            IntervalUnit.Month => Most10Years,
            IntervalUnit.Day => Most10YearsOfDays,
        };
        Id = TextRule.Key.Check(id);
        Name = TextRule.Name.Check(name);
        Kind = kind.Named();
        Most = most >= 1 && most <= limit ? most : throw new ArgumentOutOfRangeException(nameof(most), most, $"Allowed: 1 to {limit}.");
        Least = least >= 0 && least <= most ? least : throw new ArgumentOutOfRangeException(nameof(least), least, $"Allowed: 0 to {most}.");
        (Unit, Basis) = (unit, basis);
    }

    /// <summary>Its key in a policy.</summary>
    public string Id { get; }

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; }

    /// <summary>What kind of inspection is due.</summary>
    public InspectionKind Kind { get; }

    /// <summary>How long after the last one it may come at the earliest.</summary>
    public int Least { get; }

    /// <summary>How long after the last one it has to come at the latest.</summary>
    public int Most { get; }

    /// <summary>What both are counted in.</summary>
    public IntervalUnit Unit { get; }

    /// <summary>Where the numbers come from.</summary>
    public Citation Basis { get; }

    /// <summary>After which kinds of inspections it counts; empty for the kind that is due alone.</summary>
    public ItemList<InspectionKind> After { get; init; }

    /// <summary>True when only an inspection of all items counts (全覆盖检查).</summary>
    public bool FullOnly { get; init; }

    /// <summary>The grades for which it holds, of each grading one selection; empty for all. One with a selection holds for no business without such a grade.</summary>
    public ItemList<GradeSelection> Grades { get; init; }

    /// <summary>Which businesses it is about besides, by their facts; null for all.</summary>
    public Condition? When { get; init; }

    /// <summary>The areas for which it holds (适用地区), all that lies in them included; empty for all. One that the register does not know holds for nobody.</summary>
    public ItemList<AreaCode> Areas { get; init; }

    /// <summary>When it holds; always, by default.</summary>
    public Term InForce { get; init; }

    /// <summary>The first day on which the next one may come.</summary>
    /// <param name="last">The day of the last one.</param>
    public LocalDate FromAfter(LocalDate last) => Counted(last, Least);

    /// <summary>The last day on which the next one has to come; in months, the day of the same number, or the last of a month that has none.</summary>
    /// <param name="last">The day of the last one.</param>
    public LocalDate LatestAfter(LocalDate last) => Counted(last, Most);

    /// <summary>The interval as people read it: "11 to 13 months after the last".</summary>
    public BilingualText Text
    {
        get
        {
            var (chinese, english) = Unit switch
            {
                IntervalUnit.Month => ("个月", "month"),
                IntervalUnit.Day => ("日", "day"),
            };
            var span = Least == Most || Least == 0 ? Most.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Least}–{Most}");
            return Least == 0
                ? ($"上次检查后 {span} {chinese}内", $"within {span} {english}{(Most == 1 ? "" : "s")} after the last")
                : ($"上次检查后 {span} {chinese}", $"{span} {english}{(Most == 1 ? "" : "s")} after the last");
        }
    }

    /// <summary>Key and numbers, for logs and the debugger.</summary>
    public override string ToString() => $"{Id}: {Text.English}";

    internal bool Counts(DoneInspection done) => (After.IsEmpty ? done.Kind == Kind : After.Contains(done.Kind)) && (done.IsFull || !FullOnly);

    private LocalDate Counted(LocalDate last, int amount) => Unit switch
    {
        IntervalUnit.Month => DateBounds.PlusMonthsOrLast(last, amount),
        IntervalUnit.Day => DateBounds.FindPlusDays(last, amount) ?? LocalDate.MaxIsoValue,
    };
}

/// <summary>What an <see cref="InspectionInterval"/> is counted in (间隔单位).</summary>
/// <remarks>The default value 0 is no unit.</remarks>
public enum IntervalUnit
{
    /// <summary>Months of the calendar (月).</summary>
    [BilingualName("月", "month")]
    Month = 1,

    /// <summary>Days (日).</summary>
    [BilingualName("日", "day")]
    Day = 2,
}
