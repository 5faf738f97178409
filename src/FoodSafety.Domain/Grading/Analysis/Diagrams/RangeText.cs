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
        if (axis.AreAllStated(stated))
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
        var (low, high, unit) = (axis.Lower(stretch), axis.Upper(stretch), axis.Number.Wording.Unit);
        if (isCounted)
        {
            low = low is { IsIncluded: false } from ? (decimal.Floor(from.Limit) + 1, true) : low;
            high = low is not null && high is { IsIncluded: false } until ? (decimal.Ceiling(until.Limit) - 1, true) : high;
        }

        return (low, high) switch
        {
            ({ } from, { } until) when from.Limit == until.Limit => QuantityText.Of(from.Limit, unit),
            ({ } from, { } until) => Between(from, until, unit),
            ({ } from, null) => Beyond(from.IsIncluded ? "≥" : ">", QuantityText.Of(from.Limit, unit)),
            (null, { } until) => Beyond(until.IsIncluded ? "≤" : "<", QuantityText.Of(until.Limit, unit)),
            (null, null) => Condition.Always.Text,
        };
    }

    private static BilingualText Between((decimal Limit, bool IsIncluded) from, (decimal Limit, bool IsIncluded) until, BilingualText unit)
    {
        var (low, high) = (QuantityText.BeforeAnother(from.Limit, unit), QuantityText.Of(until.Limit, unit));
        return (
            $"{low.Chinese}{(from.IsIncluded ? "" : "（不含）")} 至 {high.Chinese}{(until.IsIncluded ? "" : "（不含）")}",
            $"{(from.IsIncluded ? "" : "over ")}{low.English} to {(until.IsIncluded ? "" : "below ")}{high.English}");
    }

    private static BilingualText Beyond(string sign, BilingualText limit) => ($"{sign} {limit.Chinese}", $"{sign} {limit.English}");
}
