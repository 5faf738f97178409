using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>The checks of one audit. Each asks whether some numbers within the stated ranges satisfy its relation.</summary>
internal sealed class AuditRun
{
    private static readonly BilingualText Whole = ("不超过 100%", "100% or less");

    private readonly ImmutableArray<AuditRelation>.Builder _checked = ImmutableArray.CreateBuilder<AuditRelation>();
    private readonly ImmutableArray<AuditFinding>.Builder _findings = ImmutableArray.CreateBuilder<AuditFinding>();

    public ImmutableArray<AuditRelation> Checked => _checked.ToImmutable();

    public ImmutableArray<AuditFinding> Findings => _findings.ToImmutable();

    public void AtMost(AuditRelation relation, Figure part, Figure whole)
    {
        if (part.Count is { } few && whole.Count is { } many)
        {
            Check(
                relation, many.Most is not { } most || few.Least <= most, [part.Number, whole.Number],
                ($"不超过{whole.Name.Chinese} {many}", $"{many} {whole.Name.English} or less"), ($"{part.Name.Chinese} {few}", $"{few} {part.Name.English}"));
        }
    }

    public void SumIs(AuditRelation relation, Figure whole, ReadOnlySpan<Figure> parts)
    {
        if (whole.Count is not { } all)
        {
            return;
        }

        var (least, most) = (0L, (long?)0);
        var numbers = ImmutableArray.CreateBuilder<AuditNumber>();
        foreach (var part in parts)
        {
            if (part.Count is not { } count)
            {
                return;
            }

            (least, most) = (least + count.Least, most + count.Most);
            numbers.Add(part.Number);
        }

        var sum = Show(least);
        // Tiers without an upper end can only come to too much, which nothing ungraded explains.
        var left = most is { } top ? all.Least - top : 0;
        Check(
            relation, least <= (all.Most ?? long.MaxValue) && (most ?? long.MaxValue) >= all.Least, [.. numbers, whole.Number],
            ($"{whole.Name.Chinese} {all}", $"{all} {whole.Name.English}"), ($"合计 {sum}", $"a sum of {sum}"),
            left > 0 ? [($"尚有 {Show(left)} 家未分级", $"{Show(left)} are not graded yet")] : []);
    }

    public void Reaches(AuditRelation relation, Figure part, StatedRate? share, Figure whole)
    {
        if (part.Count is { } few && whole.Count is { } many && share is { } stated)
        {
            var needed = decimal.Ceiling(stated.Least * many.Least / 100);
            Check(
                relation, few.Most is not { } most || most >= needed, [part.Number, whole.Number, Percent(whole.Name, stated)],
                ($"{part.Name.Chinese}至少 {Show(needed)}（{many} 的 {stated}%）", $"{Show(needed)} {part.Name.English} or more ({stated}% of {many})"),
                ($"{part.Name.Chinese} {few}", $"{few} {part.Name.English}"));
        }
    }

    public void Share(AuditRelation relation, StatedRate? share, Figure part, ReadOnlySpan<Figure> wholes) =>
        Quotient(relation, share, part, wholes, factor: 100, unit: "%", unless: null);

    /// <summary>Problems of a denominator; a finding says what else the rate could be the rate of.</summary>
    public void FindingRate(StatedRate? share, Figure found, ReadOnlySpan<Figure> wholes) =>
        Quotient(AuditRelation.FindingShare, share, found, wholes, factor: 100, unit: "%", FewerHadThem);

    public void Load(StatedRate? load, ReadOnlySpan<Figure> parts, Figure cadres)
    {
        foreach (var part in parts)
        {
            // The tied businesses are what cadres carry; only where they are not stated apart are they all businesses.
            if (part.Count is not null)
            {
                Quotient(AuditRelation.Load, load, part, [cadres], factor: 1, unit: "", unless: null);
                return;
            }
        }
    }

    public void WithinWhole(BilingualText name, StatedRate? share)
    {
        if (share is { } stated)
        {
            Check(
                AuditRelation.ShareWithinWhole, stated.Least <= 100, [Percent(name, stated)], Whole,
                ($"{name.Chinese} {stated}%", $"{name.English} {stated}%"));
        }
    }

    public void Between(StatedRate? overall, ImmutableArray<RecordChannel> channels)
    {
        if (overall is not { } stated || channels.IsEmpty || channels.Any(channel => channel.Share is null))
        {
            return;
        }

        var (low, high) = (channels.MinBy(channel => channel.Share!.Value.Least)!, channels.MaxBy(channel => channel.Share!.Value.Below ?? decimal.MaxValue)!);
        var (lowest, highest) = (low.Share!.Value, high.Share!.Value);
        BilingualText name = ("总覆盖率", "overall coverage");
        Check(
            AuditRelation.RecordShareBetweenChannels,
            (stated.Below is not { } below || below > lowest.Least) && (highest.Below is not { } top || stated.Least < top),
            [Percent(name, stated), .. channels.Select(channel => Percent(channel.Name, channel.Share!.Value))],
            ($"{lowest}%（{low.Name.Chinese}）至 {highest}%（{high.Name.Chinese}）之间", $"between {lowest}% ({low.Name.English}) and {highest}% ({high.Name.English})"),
            ($"{stated}%", $"{stated}%"));
    }

    public void Rise(StagedTarget earlier, StagedTarget later) => Check(
        AuditRelation.StagesRise, later.Percent >= earlier.Percent,
        [new(($"{later.By:uuuu-MM-dd} 目标", $"target of {later.By:uuuu-MM-dd}"), Rate(later.Percent)), new(($"{earlier.By:uuuu-MM-dd} 目标", $"target of {earlier.By:uuuu-MM-dd}"), Rate(earlier.Percent))],
        ($"{later.By:uuuu-MM-dd} 不低于 {Rate(earlier.Percent)}", $"{Rate(earlier.Percent)} or more by {later.By:uuuu-MM-dd}"), (Rate(later.Percent), Rate(later.Percent)));

    private static IEnumerable<BilingualText> FewerHadThem(StatedRate stated, StatedCount found, Figure whole)
    {
        // The rate may be that of the businesses that had the problems: any whole number up to that of the problems.
        if (whole.Count is { IsExact: true, Least: var all and > 0 }
            && Math.Max(decimal.Ceiling(stated.Least * all / 100), decimal.Round(stated.Stated * all / 100)) is var some
            && some >= 1 && some <= found.Least && stated.Fits(100m * some / all))
        {
            yield return (
                $"这些问题集中在 {Show(all)} 家（次）中的 {Show(some)} 家（次）", $"the problems lay in {Show(some)} of the {Show(all)} {whole.Name.English}");
        }
    }

    private void Quotient(
        AuditRelation relation, StatedRate? rate, Figure part, ReadOnlySpan<Figure> wholes, decimal factor, string unit,
        Func<StatedRate, StatedCount, Figure, IEnumerable<BilingualText>>? unless)
    {
        if (rate is not { } stated || part.Count is not { } few)
        {
            return;
        }

        var (agrees, numbers) = (false, ImmutableArray.CreateBuilder<AuditNumber>());
        var (expected, ways) = (new List<BilingualText>(), new List<BilingualText>());
        foreach (var whole in wholes)
        {
            if (whole.Count is not { Most: not 0 } many)
            {
                continue;
            }

            // Of more than so many the share may be any below; of a count that may be none it may be any above.
            var least = many.Most is { } mostOf ? factor * few.Least / mostOf : 0;
            var most = few.Most is { } mostFew && many.Least > 0 ? factor * mostFew / many.Least : (decimal?)null;
            agrees |= stated.Meets(least, most);
            numbers.Add(whole.Number);
            // What the counts come to lies where they can lie, and is shown outside the range of what was stated when it lies outside.
            var computed = Math.Clamp(factor * few.Stated / Math.Max(many.Stated, 1), least, most ?? decimal.MaxValue);
            var shown = NumberText.Beside(computed, Math.Max(stated.Stated.Scale, (byte)1), [stated.Stated, stated.Least, stated.Below ?? stated.Least]);
            expected.Add((
                $"{shown}{unit}（{part.Name.Chinese} {few} ÷ {whole.Name.Chinese} {many}）",
                $"{shown}{unit} ({few} {part.Name.English} of {many} {whole.Name.English})"));
            if (unless is not null)
            {
                ways.AddRange(unless(stated, few, whole));
            }
        }

        if (expected.Count == 0)
        {
            return;
        }

        // Of a tiny rate the whole would be more than there is to count, and the hint of no use.
        if (stated.Stated > 0 && factor * few.Stated <= StatedCount.Largest * stated.Stated)
        {
            var implied = Show(decimal.Round(factor * few.Stated / stated.Stated));
            ways.Add(($"分母约为 {implied}", $"it is of about {implied}"));
        }

        Check(
            relation, agrees, [new(relation.Name(), $"{stated}{unit}"), part.Number, .. numbers],
            (string.Join("或 ", expected.Select(one => one.Chinese)), string.Join(" or ", expected.Select(one => one.English))),
            ($"{stated}{unit}", $"{stated}{unit}"), ways);
    }

    private void Check(
        AuditRelation relation, bool holds, ImmutableArray<AuditNumber> numbers, BilingualText expected, BilingualText found, IEnumerable<BilingualText>? unless = null)
    {
        _checked.Add(relation);
        if (!holds)
        {
            _findings.Add(new(relation, numbers, expected, found, [.. unless ?? []]));
        }
    }

    private static AuditNumber Percent(BilingualText name, StatedRate rate) => new(name, $"{rate}%");

    private static string Show(decimal count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Rate(decimal percent) => string.Create(CultureInfo.InvariantCulture, $"{percent}%");
}
