using System.Globalization;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>The plate of one assessee for one period (评牌结果), with what earned it.</summary>
/// <param name="Assessee">Who was assessed.</param>
/// <param name="Period">The period.</param>
/// <param name="Score">The score; of a longer period, as it was derived, not rounded.</param>
/// <param name="SeriousBreaches">How many serious breaches there were, which may have changed the plate.</param>
/// <param name="Plate">The plate.</param>
/// <param name="Counted">From how many shorter periods it was derived; 1 when it was scored itself.</param>
/// <param name="Expected">How many shorter periods there are in it; 1 when it was scored itself.</param>
public sealed record PlateEntry(
    Assessee Assessee, CadencePeriod Period, decimal Score, int SeriousBreaches, Plate Plate, int Counted = 1, int Expected = 1)
{
    /// <summary>True when no shorter period is missing: two months do not make a whole quarter.</summary>
    public bool IsComplete => Counted == Expected;

    /// <summary>Who, when, which plate and why, in both languages.</summary>
    public BilingualText Text
    {
        get
        {
            var score = Score.ToString("0.##", CultureInfo.InvariantCulture);
            var (who, label, plate) = (Assessee.Text, Period.Label, Plate.Name());
            var breach = SeriousBreaches == 0 ? ("", "") : ($"，严重违法行为 {SeriousBreaches} 次", $", serious breaches {SeriousBreaches}");
            var partly = IsComplete ? ("", "") : ($"（{Expected} 期中计 {Counted} 期）", $" ({Counted} of {Expected} periods)");
            return (
                $"{who.Chinese} {label.Chinese}：{plate.Chinese}，{score} 分{breach.Item1}{partly.Item1}",
                $"{who.English}, {label.English}: {plate.English}, {score} points{breach.Item2}{partly.Item2}");
        }
    }
}
