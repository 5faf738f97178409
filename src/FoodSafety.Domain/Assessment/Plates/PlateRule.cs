using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>Which plate a score earns (评牌规则): two limits, and the best plate that a serious breach leaves.</summary>
public sealed record PlateRule
{
    /// <summary>Declares a rule.</summary>
    /// <param name="greenFrom">The least score for green, inclusive.</param>
    /// <param name="yellowFrom">The least score for yellow, inclusive; below it is red.</param>
    /// <param name="bestAfterBreach">The best plate that is left after a serious breach: yellow or red; green when breaches change nothing.</param>
    /// <param name="basis">The rule that sets the limits.</param>
    /// <exception cref="ArgumentException">Green begins below yellow.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bestAfterBreach"/> is not one of the named values.</exception>
    public PlateRule(decimal greenFrom, decimal yellowFrom, Plate bestAfterBreach, Citation basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        _ = bestAfterBreach.Name();
        if (greenFrom < yellowFrom)
        {
            throw new ArgumentException($"Green from {greenFrom} would begin below yellow from {yellowFrom}.", nameof(greenFrom));
        }

        (GreenFrom, YellowFrom, BestAfterBreach, Basis) = (greenFrom, yellowFrom, bestAfterBreach, basis);
    }

    /// <summary>
    /// As Zhangzhou hangs plates on towns for their school canteens: green from 85 points, and another colour from 70 points or after
    /// a serious breach. That the colour is yellow, and red below 70, is our reading.
    /// </summary>
    public static PlateRule Zhangzhou { get; } = new(
        85, 70, Plate.Yellow,
        new Citation(
            ("中国消费者报：漳州市校园食品安全“红黄绿”牌", "China Consumer News: plates for the canteens of Zhangzhou"),
            SourceStanding.PressReport, url: new Uri("http://edu.menmings.cc/html/04d8599910.html")));

    /// <summary>The least score for green, inclusive.</summary>
    public decimal GreenFrom { get; }

    /// <summary>The least score for yellow, inclusive; below it is red.</summary>
    public decimal YellowFrom { get; }

    /// <summary>The best plate that is left after a serious breach.</summary>
    public Plate BestAfterBreach { get; }

    /// <summary>The rule that sets the limits (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The plate for a score.</summary>
    /// <param name="score">The score.</param>
    /// <param name="seriousBreaches">How many serious breaches there were, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seriousBreaches"/> is negative.</exception>
    public Plate PlateOf(decimal score, int seriousBreaches)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seriousBreaches);
        var earned = score >= GreenFrom ? Plate.Green : score >= YellowFrom ? Plate.Yellow : Plate.Red;
        return seriousBreaches > 0 && earned < BestAfterBreach ? BestAfterBreach : earned;
    }
}

/// <summary>The colour under which an assessed place hangs (绿牌、黄牌、红牌).</summary>
/// <remarks>Numbered from the best; the default value 0 is no plate.</remarks>
public enum Plate
{
    /// <summary>Green (绿牌): well done.</summary>
    [BilingualName("绿牌", "green plate")]
    Green = 1,

    /// <summary>Yellow (黄牌): a warning.</summary>
    [BilingualName("黄牌", "yellow plate")]
    Yellow = 2,

    /// <summary>Red (红牌): failed.</summary>
    [BilingualName("红牌", "red plate")]
    Red = 3,
}
