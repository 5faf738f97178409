using System.Collections.Immutable;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What each step asks of people and dates, beyond the table.</summary>
internal static class RectificationGuards
{
    public static IEnumerable<UnmetGuard> Unmet(Rectification now, RectificationEvent act, RectificationRules rules)
    {
        if (act.At < now.LastAt)
        {
            yield return Guard("not-before-last-step", ("早于上一操作", "it lies before the step before it"), null,
                ("at", "操作时间", Show(act.At, rules)), ("last", "上一操作", Show(now.LastAt, rules)));
        }

        foreach (var guard in act.Step switch
        {
            RectificationStep.CorrectOnTheSpot => OnTheSpot(now, act, rules),
            RectificationStep.Order or RectificationStep.Return => DeadlineAhead(act, rules),
            RectificationStep.Extend => Extend(now, act, rules),
            RectificationStep.Close => Close(now, act, rules),
            RectificationStep.Reopen => Reopen(now, act, rules),
            RectificationStep.CarryOver => CarryOver(now, act),
            RectificationStep.Report or RectificationStep.Claim or RectificationStep.Submit or RectificationStep.Dismiss
                or RectificationStep.FileCase or RectificationStep.ConcludeCase or RectificationStep.LinkMeasure => [],

            RectificationStep.SettleDeadline => Settle(now, act),
        })
        {
            yield return guard;
        }
    }

    private static IEnumerable<UnmetGuard> OnTheSpot(Rectification now, RectificationEvent act, RectificationRules rules)
    {
        if (now.Severity == FindingSeverity.Key && !rules.KeyItemsOnTheSpot)
        {
            yield return new UnmetGuard(
                "general-item", ("重点项目问题不适用立行立改", "only a general item may be corrected on the spot, and this is a key item"), [new("severity", "key")],
                Order49.GeneralItems);
        }

        if (act.MendedBy == act.By)
        {
            yield return VerifierNotMender(act, act.By);
        }
    }

    private static IEnumerable<UnmetGuard> Close(Rectification now, RectificationEvent act, RectificationRules rules)
    {
        if (act.By == now.MendedBy)
        {
            yield return VerifierNotMender(act, now.MendedBy);
        }

        if (rules.VerifierIsNotReporter && act.By == now.ReportedBy)
        {
            yield return Guard("verifier-not-reporter", ("复查人不能是发现人", "whoever verifies is not whoever reported"), rules.Basis,
                ("verifier", "复查人", act.By), ("reporter", "发现人", now.ReportedBy));
        }
    }

    private static IEnumerable<UnmetGuard> Extend(Rectification now, RectificationEvent act, RectificationRules rules)
    {
        if (now.Extensions >= rules.MostExtensions)
        {
            yield return Guard("extensions-left", ("延期次数已用完", "no extension is left"), rules.Basis,
                ("extensions", "已延期次数", $"{now.Extensions}"), ("at-most", "上限", $"{rules.MostExtensions}"));
        }

        if (now.Deadline!.Value.IsOverdue(act.At))
        {
            yield return Guard("deadline-not-passed", ("期限已过，不能延期", "the deadline has passed"), rules.Basis,
                ("at", "操作时间", Show(act.At, rules)), ("deadline", "期限", Show(now.Deadline.Value)));
        }

        if (act.Deadline is { } given && given.LastInstant <= now.Deadline.Value.LastInstant)
        {
            yield return Guard("deadline-later", ("新期限不晚于原期限", "the new deadline is not later than the old one"), null,
                ("deadline", "期限", Show(given)), ("old", "原期限", Show(now.Deadline.Value)));
        }

        if (act.AppliedBy == act.By)
        {
            yield return Guard("approver-not-applicant", ("延期批准人不能是申请人", "whoever approves is not whoever applied"), rules.Basis,
                ("approver", "批准人", act.By), ("applicant", "申请人", act.By));
        }
    }

    private static IEnumerable<UnmetGuard> DeadlineAhead(RectificationEvent act, RectificationRules rules)
    {
        if (act.Deadline is { } given && given.IsOverdue(act.At))
        {
            yield return Guard("deadline-ahead", ("期限在操作之前已届满", "the deadline would have passed already"), null,
                ("at", "操作时间", Show(act.At, rules)), ("deadline", "期限", Show(given)));
        }
    }

    private static IEnumerable<UnmetGuard> Reopen(Rectification now, RectificationEvent act, RectificationRules rules)
    {
        if (rules.LookBack is { } window && window.After(now.SettledAt!.Value, rules.Calendar) is var end && end.IsOverdue(act.At))
        {
            yield return Guard("within-look-back", ("已超过回头看期限", "the time for a look-back is over"), window.Basis ?? rules.Basis,
                ("at", "操作时间", Show(act.At, rules)), ("until", "截止", Show(end)));
        }
    }

    private static IEnumerable<UnmetGuard> CarryOver(Rectification now, RectificationEvent act)
    {
        if (!act.Finding.IsNone && act.Finding.Number <= now.Finding.Number)
        {
            yield return Guard("later-finding", ("结转的问题不晚于原问题", "the finding that carries it on is not a later one"), null,
                ("finding", "新问题", $"{act.Finding}"), ("carried", "原问题", $"{now.Finding}"));
        }
    }

    private static IEnumerable<UnmetGuard> Settle(Rectification now, RectificationEvent act)
    {
        var was = now.Deadline!.Value;
        if (!was.IsProvisional)
        {
            yield return Guard("deadline-provisional", ("期限不是暂定的", "the deadline is not provisional"), null, ("deadline", "期限", Show(was)));
        }
        else if (act.Deadline is { IsProvisional: true } still)
        {
            yield return Guard("deadline-settled", ("新期限仍是暂定的", "the new deadline is provisional too"), null, ("deadline", "期限", Show(still)));
        }
        else if (act.Deadline is { } settled && settled.LastInstant < was.LastInstant)
        {
            yield return Guard("not-before-told", ("早于已告知的期限", "it ends before the deadline that was told"), null,
                ("deadline", "期限", Show(settled)), ("told", "已告知期限", Show(was)));
        }
    }

    private static UnmetGuard VerifierNotMender(RectificationEvent act, string mender) =>
        Guard("verifier-not-mender", ("复查人不能是整改人", "whoever verifies is not whoever mended"), Order49.GeneralItems,
            ("verifier", "复查人", act.By), ("mender", "整改人", mender));

    // On the clocks of the place: beside a last day, another zone's date would mislead.
    private static string Show(Instant at, RectificationRules rules) => Show(DateBounds.On(at, rules.Calendar.Zone, nameof(at)));

    private static string Show(Deadline deadline) =>
        (deadline.EndsWithDay ? LocalDatePattern.Iso.Format(deadline.LastDay) : Show(deadline.Last)) + (deadline.IsProvisional ? " 暂定 provisional" : "");

    private static string Show(OffsetDateTime at) => OffsetDateTimePattern.ExtendedIso.Format(at);

    private static UnmetGuard Guard(
        string code, BilingualText text, Citation? basis, params ImmutableArray<(string Name, string Chinese, string Value)> values) => new(
        code,
        ($"{text.Chinese}（{string.Join("，", values.Select(value => $"{value.Chinese} {value.Value}"))}）",
            $"{text.English} ({string.Join(", ", values.Select(value => $"{value.Name} {value.Value}"))})"),
        [.. values.Select(value => new GuardValue(value.Name, value.Value))], basis);
}
