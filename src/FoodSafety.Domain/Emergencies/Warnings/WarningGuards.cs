using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>What the steps of a warning require beyond its state.</summary>
internal static class WarningGuards
{
    public static IEnumerable<UnmetGuard> Unmet(Question asked) => StepOrder.Unmet(asked.Warning?.History[^1].At, asked.At, WarningLifecycle.Rows[asked.Act.Step].Asks(asked));

    public static IEnumerable<UnmetGuard> MayPublish(Question asked)
    {
        var warned = asked.Now.Subject.Area;
        if (asked.Act.Issuer is { } issuer && !issuer.MayPublish(warned))
        {
            var area = warned.ToShortString();
            yield return new UnmetGuard(
                "issuer-may-publish",
                ($"{issuer.Text.Chinese}无权发布 {(area.Length == 0 ? "全国" : area)} 的预警", $"{issuer.Text.English} may not publish warnings for {(area.Length == 0 ? "the country" : area)}"),
                [new("issuer", issuer.Area.ToShortString()), new("area", area)], WarningIssuer.Basis(asked.On));
        }
    }

    public static IEnumerable<UnmetGuard> OfPublication(Question asked) => asked.Act.Until is { } until && until <= asked.At
        ? MayPublish(asked).Append(new UnmetGuard(
            "ends-later", ($"有效期至 {until}，不晚于发布时间", $"it would end at {until}, not after it is published"), [new("until", $"{until}"), new("later-than", $"{asked.At}")]))
        : MayPublish(asked);

    public static IEnumerable<UnmetGuard> Stricter(Question asked) =>
        MayPublish(asked).Concat(OfLevel(asked, (found, now) => found < now, "level-is-stricter", "不高于", "is not stricter than"));

    public static IEnumerable<UnmetGuard> Milder(Question asked) =>
        MayPublish(asked).Concat(OfLevel(asked, (found, now) => found > now, "level-is-milder", "不低于", "is not milder than"));

    private static IEnumerable<UnmetGuard> OfLevel(Question asked, Func<WarningLevel, WarningLevel, bool> isRight, string code, string chinese, string english)
    {
        var now = asked.Now.Level;
        if (asked.Act.Assessment?.Level is { } found && !isRight(found, now))
        {
            yield return new UnmetGuard(
                code, ($"{found.Name().Chinese}{chinese}{now.Name().Chinese}", $"{found.Name().English} {english} {now.Name().English}"),
                [new("level", $"{(int)found}"), new("now", $"{(int)now}")], EmergencySources.EmergencyLaw("70"));
        }
    }

    /// <summary>A step that a regulator takes, or would take: then nothing is known of its data but who speaks.</summary>
    /// <param name="Warning">The warning before; null before it has begun.</param>
    /// <param name="Act">The act.</param>
    /// <param name="At">When.</param>
    /// <param name="On">On which day.</param>
    internal readonly record struct Question(RiskWarning? Warning, WarningAct Act, Instant At, LocalDate On)
    {
        public RiskWarning Now => Warning!;
    }
}
