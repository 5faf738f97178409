using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Words for places of axes (取值范围的文字): <c>每餐用餐人数 100 至 499</c>, "diners per meal 100 to 499".</summary>
internal static class RangeText
{
    /// <summary>Some places of an axis, with what the axis is.</summary>
    public static BilingualText Of(Axis axis, ImmutableArray<Stretch> places)
    {
        if (axis is not NumberAxis number)
        {
            return axis.Where(places).Text;
        }

        var name = number.Number.Wording.Text;
        var ranges = Of(number, places);
        return ($"{name.Chinese} {ranges.Chinese}", $"{name.English} {ranges.English}");
    }

    /// <summary>The ranges alone.</summary>
    public static BilingualText Of(NumberAxis axis, ImmutableArray<Stretch> places)
    {
        var stated = axis.StatedOf(places);
        if (stated.IsEmpty)
        {
            return FactDeclaration.NotStated;
        }

        // That a number is stated at all is no range.
        if (stated is [var all] && all.From == axis.FirstStated && all.End == axis.Length)
        {
            return ("已填报", "stated");
        }

        var ranges = stated.Select(stretch => Of(axis, stretch)).ToList();
        return (string.Join("或 ", ranges.Select(range => range.Chinese)), string.Join(" or ", ranges.Select(range => range.English)));
    }

    public static BilingualText Join(IReadOnlyCollection<BilingualText> parts) =>
        (string.Join("，", parts.Select(part => part.Chinese)), string.Join(", ", parts.Select(part => part.English)));

    private static BilingualText Of(NumberAxis axis, Stretch stretch)
    {
        // Of what is counted the last one below a limit has a name of its own: 499.
        var isCounted = axis.Number.Wording.Decimals == 0;
        var (low, high) = (axis.Lower(stretch), axis.Upper(stretch));
        if (isCounted)
        {
            low = low is { IsIncluded: false } from ? (decimal.Floor(from.Limit) + 1, true) : low;
            high = low is not null && high is { IsIncluded: false } until ? (decimal.Ceiling(until.Limit) - 1, true) : high;
        }

        return (low, high) switch
        {
            ({ } from, { } until) when from.Limit == until.Limit => Both(Exact.Show(from.Limit)),
            ({ } from, { } until) => (
                $"{Exact.Show(from.Limit)}{(from.IsIncluded ? "" : "（不含）")} 至 {Exact.Show(until.Limit)}{(until.IsIncluded ? "" : "（不含）")}",
                $"{(from.IsIncluded ? "" : "over ")}{Exact.Show(from.Limit)} to {(until.IsIncluded ? "" : "below ")}{Exact.Show(until.Limit)}"),
            ({ } from, null) => ($"{(from.IsIncluded ? "≥ " : "> ")}{Exact.Show(from.Limit)}", $"{(from.IsIncluded ? "≥ " : "> ")}{Exact.Show(from.Limit)}"),
            (null, { } until) => Both($"{(until.IsIncluded ? "≤ " : "< ")}{Exact.Show(until.Limit)}"),
            (null, null) => Condition.Always.Text,
        };
    }

    private static BilingualText Both(string text) => (text, text);
}
