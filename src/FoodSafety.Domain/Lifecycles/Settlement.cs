using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime.Text;

namespace FoodSafety.Domain.Lifecycles;

/// <summary>What is asked of the deadline that takes the place of one that was told provisionally (期限落定).</summary>
internal static class Settlement
{
    /// <summary>What settles each deadline that was told provisionally and of which a calendar knows the days now, in the order of the things.</summary>
    /// <param name="open">The things that are not over.</param>
    /// <param name="dueOf">The deadline of one; null for none.</param>
    /// <param name="calendar">Which days are worked, as far as it is known now.</param>
    /// <param name="settle">The act that says so.</param>
    public static IEnumerable<TAct> Of<T, TAct>(IEnumerable<T> open, Func<T, Deadline?> dueOf, WorkingCalendar calendar, Func<T, Deadline, TAct> settle) =>
        from one in open
        let settled = dueOf(one)?.FindSettled(calendar)
        where settled is not null
        select settle(one, settled.Value);

    /// <summary>What stands in the way of a deadline that is to take the place of another; null when nothing does.</summary>
    /// <param name="was">The deadline as it was told; null when none was.</param>
    /// <param name="settled">The deadline that is to stand; null while it is not known.</param>
    public static UnmetGuard? FindUnmet(Deadline? was, Deadline? settled) =>
        was is not { IsProvisional: true } told ? Guard("deadline-provisional", ("期限不是暂定的", "the deadline is not provisional"), ("deadline", "期限", was))
        : settled is not { } now ? null
        : now.IsProvisional ? Guard("deadline-settled", ("新期限仍是暂定的", "the new deadline is provisional too"), ("deadline", "期限", now))
        : now.LastInstant < told.LastInstant ? Guard(
            "not-before-told", ("早于已告知的期限", "it ends before the deadline that was told"), ("deadline", "期限", now), ("told", "已告知期限", told))
        : null;

    private static UnmetGuard Guard(string code, BilingualText text, params ReadOnlySpan<(string Name, string Chinese, Deadline? Deadline)> values)
    {
        List<string> chinese = [], english = [];
        List<GuardValue> said = [];
        foreach (var (name, inChinese, deadline) in values)
        {
            var value = deadline is { } known ? Show(known) : "none";
            chinese.Add($"{inChinese} {value}");
            english.Add($"{name} {value}");
            said.Add(new GuardValue(name, value));
        }

        return new(code, ($"{text.Chinese}（{string.Join('，', chinese)}）", $"{text.English} ({string.Join(", ", english)})"), [.. said]);
    }

    private static string Show(Deadline deadline) =>
        (deadline.EndsWithDay ? LocalDatePattern.Iso.Format(deadline.LastDay) : OffsetDateTimePattern.ExtendedIso.Format(deadline.Last)) + (deadline.IsProvisional ? " 暂定 provisional" : "");
}
