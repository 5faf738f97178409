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
    /// <summary>How large the change is against the value as it is; a flag, and what is not stated, counts as a whole. Smaller is nearer.</summary>
    public double RelativeSize => From.Fact is NumberFact && From.IsStated
        ? Math.Abs((double)To.Stored - From.Stored) / Math.Max(1, Math.Abs((double)From.Stored))
        : 1;

    /// <summary>The change as people read it: <c>再增加 13 名用餐人员即为 B 级</c>, "13 more diners make it tier B".</summary>
    public BilingualText Text
    {
        get
        {
            switch (From.Fact)
            {
                case NumberFact number when From.IsStated && To.Stored > From.Stored:
                    var (more, overMore) = Amount(number, To.Stored - From.Stored);
                    return ($"再增加{overMore.Chinese} {more.Chinese}即为 {Outcome.Chinese}", $"{overMore.English}{Insert(more.English, "more")} make it {Outcome.English}");
                case NumberFact number when From.IsStated:
                    var (fewer, overFewer) = Amount(number, From.Stored - To.Stored);
                    return ($"减少{overFewer.Chinese} {fewer.Chinese}即为 {Outcome.Chinese}", $"{overFewer.English}{Insert(fewer.English, "fewer")} make it {Outcome.English}");
                default:
                    var fact = To.RequireFact();
                    var value = fact.Show(To.Stored);
                    var (now, nowEnglish) = From.IsStated ? ("", "") : ("（现未填报）", " (not stated now)");
                    return ($"若“{fact.Name.Chinese}”为{value.Chinese}{now}，即为 {Outcome.Chinese}",
                            $"with \"{fact.Name.English}\" {value.English}{nowEnglish} it is {Outcome.English}");
            }
        }
    }

    /// <summary>Says "over 5,180,000" for 5,180,000.01: one smallest unit more than a whole number means just beyond it.</summary>
    private static (BilingualText Amount, BilingualText Over) Amount(NumberFact number, long stored)
    {
        var unit = Exact.Power(number.Decimals);
        return unit > 1 && stored > unit && stored % unit == 1
            ? (number.Show(stored - 1), new BilingualText("超过", "over "))
            : (number.Show(stored), default(BilingualText));
    }

    /// <summary>Puts a word after the number: "13 diners" becomes "13 more diners".</summary>
    private static string Insert(string amount, string word)
    {
        var space = amount.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? $"{amount} {word}" : $"{amount[..space]} {word}{amount[space..]}";
    }
}
