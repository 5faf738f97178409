using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A smallest change of one fact that would give another decision (最近的等级变化).</summary>
/// <param name="From">The fact as it is.</param>
/// <param name="To">The nearest value that changes the decision, all other facts staying as they are.</param>
/// <param name="Becomes">The decision then.</param>
/// <param name="Outcome">The decision then as people read it: a grade's name, or the reason for none.</param>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeChange<TGrade>(FactValue From, FactValue To, GradeDecision<TGrade> Becomes, BilingualText Outcome)
    where TGrade : struct, Enum
{
    /// <summary>The adjustments that move the grade then and do not now.</summary>
    public ItemList<GradeAdjustment> Adjusted { get; init; } = [];

    /// <summary>The adjustments that move the grade now and do not then.</summary>
    public ItemList<GradeAdjustment> NoLongerAdjusted { get; init; } = [];

    /// <summary>How large the change is against the value as it is; a flag, and what is not stated, counts as a whole. Smaller is nearer.</summary>
    public double RelativeSize => From.Fact is NumberFact && From.IsStated
        ? Math.Abs((double)To.Stored - From.Stored) / Math.Max(1, Math.Abs((double)From.Stored))
        : 1;

    /// <summary>The change as people read it: <c>经营面积低于 150 平方米（现 480.5）即为 C 级</c>, "with floor area below 150 m² (now 480.5) it is tier C".</summary>
    public BilingualText Text
    {
        get
        {
            var fact = To.RequireFact();
            if (fact is not NumberFact number || !From.IsStated)
            {
                var value = fact.Show(To.Stored);
                var (was, wasEnglish) = From.IsStated ? ("", "") : ("（现未填报）", " (not stated now)");
                return ($"若“{fact.Name.Chinese}”{ChineseSpacing.After("为", value.Chinese)}{was}，{ChineseSpacing.After("即为", Outcome.Chinese)}{Reason.Chinese}", $"if \"{fact.Name.English}\" is {value.English}{wasEnglish}, it is {Outcome.English}{Reason.English}");
            }

            var (side, limit) = Side(number);
            var now = QuantityText.BeforeAnother(Exact.ToDecimal(From.Stored, number.Decimals), number.Unit);
            return ($"{number.Name.Chinese}{side.Chinese} {limit.Chinese}（现 {now.Chinese}）{ChineseSpacing.After("即为", Outcome.Chinese)}{Reason.Chinese}",
                    $"with {number.Name.English} {side.English} {limit.English} (now {now.English}) it is {Outcome.English}{Reason.English}");
        }
    }

    /// <summary>What the adjustments have to do with it; empty where nothing.</summary>
    private BilingualText Reason
    {
        get
        {
            var came = Adjusted.IsEmpty ? default : new BilingualText(
                $"（调整：{string.Join("、", Adjusted.Select(clause => clause.Title.Chinese))}）", $" (adjusted: {string.Join(", ", Adjusted.Select(clause => clause.Title.English))})");
            var went = NoLongerAdjusted.IsEmpty ? default : new BilingualText(
                $"（不再调整：{string.Join("、", NoLongerAdjusted.Select(clause => clause.Title.Chinese))}）",
                $" (no longer adjusted: {string.Join(", ", NoLongerAdjusted.Select(clause => clause.Title.English))})");
            return (came.Chinese + went.Chinese, came.English + went.English);
        }
    }

    /// <summary>Says "below 150" for 149.99: one smallest unit beside a whole number means just beyond it.</summary>
    private (BilingualText Side, BilingualText Limit) Side(NumberFact number)
    {
        var unit = Exact.Power(number.Decimals);
        return To.Stored > From.Stored
            ? unit > 1 && To.Stored % unit == 1 ? (("超过", "over"), number.Show(To.Stored - 1)) : (("达到", "at least"), number.Show(To.Stored))
            : unit > 1 && To.Stored % unit == 0 ? (("不超过", "at most"), number.Show(To.Stored)) : (("低于", "below"), number.Show(To.Stored + 1));
    }
}
