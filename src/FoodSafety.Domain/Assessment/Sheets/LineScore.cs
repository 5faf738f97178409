using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>What one line of a sheet came to (单项得分), with what it rests on: the counts of an indicator, or the events.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LineScore
{
    private LineScore(ScoreLine line, decimal points, decimal uncapped, IndicatorValue? value, ImmutableArray<Done<PointsGiven>> events) =>
        (Line, Points, Uncapped, Value, Events) = (line, points, uncapped, value, events);

    /// <summary>The line.</summary>
    public ScoreLine Line { get; }

    /// <summary>The points; negative when they are taken off.</summary>
    public decimal Points { get; }

    /// <summary>The points before the cap of the line.</summary>
    public decimal Uncapped { get; }

    /// <summary>The counts; null for a line of events.</summary>
    public IndicatorValue? Value { get; }

    /// <summary>The events of the period, in the order recorded; empty for an indicator.</summary>
    public ItemList<Done<PointsGiven>> Events { get; }

    /// <summary>True when the cap took effect (已封顶).</summary>
    public bool IsCapped => Points != Uncapped;

    /// <summary>How the points came about, in both languages.</summary>
    public BilingualText Text => Line is IndicatorLine measured ? Measured(measured) : Counted((EventLine)Line);

    internal static LineScore Of(IndicatorLine line, IndicatorValue value, int decimals)
    {
        var points = line.PointsOf(value, decimals);
        return new(line, points, points, value, []);
    }

    internal static LineScore Of(EventLine line, ImmutableArray<Done<PointsGiven>> events)
    {
        var sum = events.Sum(given => given.Act.Points!.Value);
        return new(line, line.Capped(sum), line.Signed(sum), value: null, events);
    }

    private BilingualText Measured(IndicatorLine line)
    {
        var (value, scale, points) = (Value!.TextBeside(line.Scale.Limits.AsSpan()), line.Scale.Text, NumberText.Exact(Points));
        return Value.Denominator == 0
            ? ($"{line.Name.Chinese}无可考核事项，得 {points} 分", $"{line.Name.English}: nothing to measure, {points} points")
            : ($"{value.Chinese}，得 {points}/{NumberText.Exact(line.Weight)} 分（{scale.Chinese}）", $"{value.English}: {points} of {NumberText.Exact(line.Weight)} points ({scale.English})");
    }

    private BilingualText Counted(EventLine line)
    {
        var (points, side) = (NumberText.Exact(Math.Abs(Points)), line.Side.Name());
        if (Events.IsEmpty)
        {
            return ($"{line.Name.Chinese}：无", $"{line.Name.English}: none");
        }

        var cap = IsCapped ? ($"，{NumberText.Exact(Math.Abs(Uncapped))} 分封顶为 {points} 分", $", {NumberText.Exact(Math.Abs(Uncapped))} capped at {points}") : ("", "");
        return (
            $"{line.Name.Chinese}：{Events.Length} 次，{side.Chinese} {points} 分{cap.Item1}；依据：{string.Join("；", Events.Select(given => given.Act.Evidence.Text.Chinese))}",
            $"{line.Name.English}: {Events.Length} {(Events.Length == 1 ? "time" : "times")}, {points} {side.English}{cap.Item2}; evidence: {string.Join("; ", Events.Select(given => given.Act.Evidence.Text.English))}");
    }
}

/// <summary>Whether points are added or taken off (正负评价).</summary>
/// <remarks>The default value 0 is no side.</remarks>
public enum PointSide
{
    /// <summary>Added for what was done well (正向评价，加分).</summary>
    [BilingualName("加分", "points added")]
    Positive = 1,

    /// <summary>Taken off for what went wrong (负向评价，扣分).</summary>
    [BilingualName("扣分", "points taken off")]
    Negative = 2,
}
