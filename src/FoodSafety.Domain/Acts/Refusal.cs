using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Acts;

/// <summary>Why an act is not taken (不予受理), as data; the text is made of it.</summary>
/// <param name="Code">A stable word for the reason, in lower case with hyphens.</param>
/// <param name="Text">The reason in words.</param>
/// <param name="Values">The values that it depends on, by name.</param>
/// <param name="Basis">The source of the rule; null where it is no rule of law.</param>
/// <param name="Allowed">What would be taken; empty where nothing would.</param>
public sealed record Refusal(string Code, BilingualText Text, ItemList<GuardValue> Values = default, Citation? Basis = null, BilingualText Allowed = default)
{
    /// <summary>The place of the act in its unit, from 0; null when the whole unit is refused.</summary>
    public int? Place { get; init; }

    /// <summary>How a new thing without a number is refused.</summary>
    internal static Refusal NoId => new("no-id", ("应有编号。", "It has no id."), Allowed: IdNumber.Allowed);

    /// <summary>A requirement that is not met, as a refusal of what is told of something.</summary>
    internal static Refusal Of(BilingualText subject, UnmetGuard unmet) => new(
        unmet.Code, ($"{subject.Chinese}：{unmet.Text.Chinese}。", $"{subject.English}: {unmet.Text.English}."), unmet.Values, unmet.Basis);

    /// <summary>Why what counts from the moment of record cannot be told of another day, or of a time of day; null when it is told of neither.</summary>
    /// <param name="moment">When it is told, and of when.</param>
    /// <param name="say">The reason; it is given the day and the time of which it is told.</param>
    internal static Refusal? FindToldOfAnotherTime(Moment moment, Func<string, BilingualText> say) => moment.On == moment.Today && moment.Stamp.Time is null ? null : new(
        "counts-when-recorded", say($"{moment.On:uuuu-MM-dd} {moment.Stamp.Time}"),
        [new GuardValue("on", $"{moment.On:uuuu-MM-dd}"), new GuardValue("recorded", $"{moment.Today:uuuu-MM-dd}")],
        Allowed: ($"{moment.Today:uuuu-MM-dd}，不报时刻。", $"{moment.Today:uuuu-MM-dd}, without a time of day."));

    /// <summary>How what needs a year that no calendar knows is refused, in every room.</summary>
    /// <param name="unknown">Which year.</param>
    /// <param name="about">The values that it depends on besides the year.</param>
    internal static Refusal Of(CalendarYearUnknownException unknown, params ReadOnlySpan<GuardValue> about) => new(
        "calendar-year-unknown", unknown.Text, [.. about, new GuardValue("year", $"{unknown.Year}")],
        Allowed: ($"{unknown.FirstYear} 年至 {unknown.LastYear} 年。", $"Days of {unknown.FirstYear} to {unknown.LastYear}."));

    /// <summary>How an id that is used is refused, in every room.</summary>
    internal static Refusal IdTaken(string id) => new(
        "id-taken", ($"编号 {id} 已被使用。", $"The id {id} is taken."), [new GuardValue("id", id)], Allowed: ("未使用的编号。", "An id that is not in use."));
}

/// <summary>A unit was refused; nothing of it was done (整批驳回).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ActsRefusedException : Exception, IBilingualError
{
    internal ActsRefusedException(ItemList<Refusal> refusals)
        : base(TextOf(refusals).English) => Refusals = refusals;

    /// <summary>Every refusal, in the order of the acts. What follows a refused act was decided without it.</summary>
    public ItemList<Refusal> Refusals { get; }

    /// <summary>Which acts were refused and why, with what would be taken.</summary>
    public BilingualText Text => TextOf(Refusals);

    private static BilingualText TextOf(ItemList<Refusal> refusals) => FaultSummary.Of(("所报事项", "Acts refused"), refusals, TextOf);

    private static BilingualText TextOf(Refusal refusal)
    {
        var (chinese, english) = (refusal.Text.Chinese, refusal.Text.English);
        if (!refusal.Allowed.IsEmpty)
        {
            (chinese, english) = ($"{chinese}可以：{refusal.Allowed.Chinese}", $"{english} Allowed: {refusal.Allowed.English}");
        }

        return refusal.Place is { } place ? ($"第 {place + 1} 项：{chinese}", $"Act {place + 1}: {english}") : (chinese, english);
    }
}
