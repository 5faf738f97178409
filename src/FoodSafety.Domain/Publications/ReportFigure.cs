using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Publications;

/// <summary>A figure as it was published (公布指标): what it is of, and the counts that make it; never a percentage typed in.</summary>
/// <remarks>It brings its name along, so that it can be read when nobody measures it any more.</remarks>
/// <param name="Measure">What files call it: <c>tied</c>, <c>coverage</c>.</param>
/// <param name="Name">What people called it then.</param>
/// <param name="Count">How many (分子), 0 or more; null where nothing was known of it (未填报), which is not 0.</param>
/// <param name="Of">Of how many (分母), 0 or more; null for a count that is no share.</param>
public sealed record ReportFigure(string Measure, BilingualText Name, long? Count, long? Of = null)
{
    /// <summary>What files call it.</summary>
    public string Measure { get; init => field = TextRule.Key.Check(value, nameof(Measure)); } = TextRule.Key.Check(Measure, nameof(Measure));

    /// <summary>What people called it then.</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>How many; null where nothing was known of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long? Count { get; init => field = NotNegative(value, nameof(Count)); } = NotNegative(Count, nameof(Count));

    /// <summary>Of how many; null for a count that is no share.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long? Of { get; init => field = NotNegative(value, nameof(Of)); } = NotNegative(Of, nameof(Of));

    /// <summary>Whether it rests on days that no notice had confirmed (暂定).</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Whether it did not reach back to the first day that is counted (不完整).</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>The counts with what is to be known of them: <c>9,709/9,723</c>, <c>12 (provisional)</c>.</summary>
    public BilingualText Value
    {
        get
        {
            var number = Of is null ? string.Create(CultureInfo.InvariantCulture, $"{Count:#,0}") : string.Create(CultureInfo.InvariantCulture, $"{Count:#,0}/{Of:#,0}");
            var (chinese, english) = Count is null ? ("未填报", "not stated") : (number, number);

            if (IsProvisional)
            {
                (chinese, english) = ($"{chinese}（暂定）", $"{english} (provisional)");
            }

            return IsIncomplete ? ($"{chinese}（不完整）", $"{english} (incomplete)") : (chinese, english);
        }
    }

    /// <summary>Whether another says the same of the same measure, whatever it is called.</summary>
    internal bool Agrees(ReportFigure other) => this == other with { Name = Name };

    private static long? NotNegative(long? count, string name) =>
        count is null or >= 0 ? count : throw new ArgumentOutOfRangeException(name, count, "Allowed: 0 and more, or null where nothing is known.");
}

/// <summary>A figure that is another than was published, or stands in one report alone (公布差异).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FigureDifference
{
    // One of them is there.
    internal FigureDifference(ReportFigure? was, ReportFigure? now) => (Was, Is) = (was, now);

    /// <summary>The figure as it was published; null when it was not.</summary>
    public ReportFigure? Was { get; }

    /// <summary>The figure as it is now; null when nobody measures it any more.</summary>
    public ReportFigure? Is { get; }

    /// <summary>What files call it.</summary>
    public string Measure => (Is ?? Was)!.Measure;

    /// <summary>What people call it.</summary>
    public BilingualText Name => (Is ?? Was)!.Name;

    /// <summary>The difference as people read it.</summary>
    public BilingualText Text
    {
        get
        {
            var (was, now) = (Was?.Value ?? ("未公布", "not published"), Is?.Value ?? ("不再统计", "no longer measured"));
            return ($"{Name.Chinese}：公布 {was.Chinese}，现为 {now.Chinese}。", $"{Name.English}: published {was.English}, now {now.English}.");
        }
    }
}
