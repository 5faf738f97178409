using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>What the steps of a warning require beyond its state.</summary>
internal static class WarningGuards
{
    public static IEnumerable<UnmetGuard> UnmetBy(RiskWarning warning, WarningAct act, Instant at, LocalDate on)
    {
        if (StepOrder.FindUnmet(warning.History[^1].At, at) is { } early)
        {
            yield return early;
        }

        if (act.Issuer is { } issuer && !issuer.MayPublish(warning.Subject.Area))
        {
            var area = warning.Subject.Area.ToShortString();
            yield return new UnmetGuard(
                "issuer-may-publish",
                ($"{issuer.Text.Chinese}无权发布 {(area.Length == 0 ? "全国" : area)} 的预警", $"{issuer.Text.English} may not publish warnings for {(area.Length == 0 ? "the country" : area)}"),
                [new("issuer", issuer.Area.ToShortString()), new("area", area)], WarningIssuer.Basis(on));
        }

        if (act.Until <= at)
        {
            yield return new UnmetGuard(
                "ends-later", ($"有效期至 {act.Until}，不晚于发布时间", $"it would end at {act.Until}, not after it is published"),
                [new("until", $"{act.Until}"), new("later-than", $"{at}")]);
        }

        if (act.Assessment is { } found)
        {
            if (act.Step == WarningStep.Raise && found.Level >= warning.Level)
            {
                yield return Level("level-is-stricter", "不高于", "is not stricter than", found.Level, warning.Level);
            }
            else if (act.Step == WarningStep.Lower && found.Level <= warning.Level)
            {
                yield return Level("level-is-milder", "不低于", "is not milder than", found.Level, warning.Level);
            }
        }
    }

    private static UnmetGuard Level(string code, string chinese, string english, WarningLevel found, WarningLevel now) => new(
        code, ($"{found.Name().Chinese}{chinese}{now.Name().Chinese}", $"{found.Name().English} {english} {now.Name().English}"),
        [new("level", $"{(int)found}"), new("now", $"{(int)now}")], EmergencySources.EmergencyLaw("70"));
}
