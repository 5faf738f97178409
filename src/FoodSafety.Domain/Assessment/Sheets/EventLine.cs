using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>A line of positive or negative points (正向、负向评价项): so many for each event, up to a cap.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record EventLine : ScoreLine
{
    /// <summary>Declares a line.</summary>
    /// <param name="code">What events call it, unique in its sheet.</param>
    /// <param name="name">What earns or costs the points.</param>
    /// <param name="side">Whether points are added or taken off.</param>
    /// <param name="each">The points for one event where none are stated, more than 0 and up to 1,000,000,000.</param>
    /// <param name="cap">The most that the events of a period add or take off together, 0 to 1,000,000,000 (封顶).</param>
    /// <param name="basis">The rule that sets points and cap.</param>
    /// <param name="isSerious">Whether an event is a serious breach, which changes a plate whatever the score (严重违法行为).</param>
    /// <exception cref="ArgumentException">Code or name is empty, or a line that adds points is called serious.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number or the side is outside its range.</exception>
    public EventLine(string code, BilingualText name, PointSide side, decimal each, decimal cap, Citation basis, bool isSerious = false)
        : base(code, name, basis)
    {
        _ = side.Name();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(each);
        Shares.CheckPoints(each, nameof(each));
        Shares.CheckPoints(cap, nameof(cap));
        if (isSerious && side == PointSide.Positive)
        {
            throw new ArgumentException($"Line '{code}' adds points and is no serious breach.", nameof(isSerious));
        }

        (Side, Each, Cap, IsSerious) = (side, each, cap, isSerious);
    }

    /// <summary>Whether points are added or taken off.</summary>
    public PointSide Side { get; }

    /// <summary>The points for one event where none are stated, more than 0.</summary>
    public decimal Each { get; }

    /// <summary>The most that the events of a period add or take off together (封顶).</summary>
    public decimal Cap { get; }

    /// <summary>Whether an event is a serious breach.</summary>
    public bool IsSerious { get; }

    /// <inheritdoc/>
    public override decimal Most => Side switch { PointSide.Positive => Cap, PointSide.Negative => 0 };

    /// <inheritdoc/>
    public override decimal Least => Side switch { PointSide.Positive => 0, PointSide.Negative => -Cap };

    internal decimal Capped(decimal sum) => Signed(Math.Min(sum, Cap));

    internal decimal Signed(decimal sum) => Side switch { PointSide.Positive => sum, PointSide.Negative => -sum };
}
