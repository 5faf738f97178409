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
/// <param name="Incomplete">How many of those counted are not complete themselves: a quarter that lacks a month, a result with events that were not scored.</param>
public sealed record PlateEntry(
    Assessee Assessee, CadencePeriod Period, decimal Score, int SeriousBreaches, Plate Plate, int Counted = 1, int Expected = 1, int Incomplete = 0)
{
    /// <summary>
    /// True when nothing is missing at any depth: two months do not make a whole quarter, and four quarters of which one lacks a month no whole
    /// year.
    /// </summary>
    public bool IsComplete => Counted == Expected && Incomplete == 0;

    /// <summary>The rule under which it hangs, whose limits its text does not contradict; null for an entry that is in no <see cref="PlateHistory"/>.</summary>
    public PlateRule? Rule { get; init; }

    /// <summary>Who, when, which plate and why, in both languages.</summary>
    public BilingualText Text
    {
        get
        {
            var score = Rule is null ? NumberText.Exact(Score) : NumberText.Beside(Score, 2, Rule.GreenFrom, Rule.YellowFrom);
            var (who, label, plate) = (Assessee.Text, Period.Label, Plate.Name());
            var breach = SeriousBreaches == 0 ? ("", "") : ($"，严重违法行为 {SeriousBreaches} 次", $", serious breaches {SeriousBreaches}");
            var within = Incomplete == 0 ? ("", "") : ($"，其中 {Incomplete} 期不完整", $", {Incomplete} of them not complete");
            var partly = IsComplete ? ("", "") : ($"（{Expected} 期中计 {Counted} 期{within.Item1}）", $" ({Counted} of {Expected} periods{within.Item2})");
            return (
                $"{who.Chinese} {label.Chinese}：{plate.Chinese}，{score} 分{breach.Item1}{partly.Item1}",
                $"{who.English}, {label.English}: {plate.English}, {score} points{breach.Item2}{partly.Item2}");
        }
    }
}
