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
    public static IEnumerable<UnmetGuard> Unmet(Question asked)
    {
        if (asked.At < asked.Now.LastAt)
        {
            yield return Guard("not-before-last-step", ("早于上一操作", "it lies before the step before it"), null,
                ("at", "操作时间", Show(asked.At, asked)), ("last", "上一操作", Show(asked.Now.LastAt, asked)));
        }

        foreach (var guard in RectificationLifecycle.Rows[asked.Act.Step].Asks(asked))
        {
            yield return guard;
        }
    }

    public static IEnumerable<UnmetGuard> OnTheSpot(Question asked)
    {
        var (now, act, by) = (asked.Now, asked.Act, asked.By);
        if (asked.Rules.OnTheSpot is var onTheSpot && !onTheSpot.Value.Contains(now.Severity))
        {
            yield return Guard("on-the-spot", ("该性质的问题不适用立行立改", "a problem of this severity is not corrected on the spot"), onTheSpot.Basis,
                ("severity", "问题性质", now.Severity.Code), ("allowed", "适用", string.Join(", ", onTheSpot.Value)));
        }

        if (act.MendedBy == by)
        {
            yield return VerifierNotMender(by, by);
        }
    }

    public static IEnumerable<UnmetGuard> Verification(Question asked)
    {
        var (now, by, rules) = (asked.Now, asked.By, asked.Rules);
        if (now.State == RectificationState.Ordered && !rules.ClosesOnSight.Value)
        {
            yield return new UnmetGuard("report-handed-in", ("整改报告未提交", "the business has handed in no report"), [], rules.ClosesOnSight.Basis);
        }

        if (by == now.MendedBy)
        {
            yield return VerifierNotMender(by, now.MendedBy);
        }

        if (rules.VerifierIsNotReporter && by == now.ReportedBy)
        {
            yield return Guard("verifier-not-reporter", ("复查人不能是发现人", "whoever verifies is not whoever reported"), rules.Basis,
                ("verifier", "复查人", by), ("reporter", "发现人", now.ReportedBy));
        }
    }

    public static IEnumerable<UnmetGuard> Extension(Question asked)
    {
        var (now, act, by, rules) = (asked.Now, asked.Act, asked.By, asked.Rules);
        if (now.Extensions >= rules.MostExtensions)
        {
            yield return Guard("extensions-left", ("延期次数已用完", "no extension is left"), rules.Basis,
                ("extensions", "已延期次数", $"{now.Extensions}"), ("at-most", "上限", $"{rules.MostExtensions}"));
        }

        if (now.Deadline is not { } deadline)
        {
            yield return new UnmetGuard("deadline-given", ("未定期限，无从延期", "the order has no last day that could be later"), []);
            yield break;
        }

        if (deadline.IsOverdue(asked.At))
        {
            yield return Guard("deadline-not-passed", ("期限已过，不能延期", "the deadline has passed"), rules.Basis,
                ("at", "操作时间", Show(asked.At, asked)), ("deadline", "期限", Show(deadline)));
        }

        if (act.Deadline is { } given && given.LastInstant <= deadline.LastInstant)
        {
            yield return Guard("deadline-later", ("新期限不晚于原期限", "the new deadline is not later than the old one"), null,
                ("deadline", "期限", Show(given)), ("old", "原期限", Show(deadline)));
        }

        if (act.AppliedBy == by)
        {
            yield return Guard("approver-not-applicant", ("延期批准人不能是申请人", "whoever approves is not whoever applied"), rules.Basis,
                ("approver", "批准人", by), ("applicant", "申请人", by));
        }
    }

    /// <summary>What is asked of how much time an order gives: one last day, or none where the place knows such orders.</summary>
    public static IEnumerable<UnmetGuard> Term(Question asked)
    {
        if (asked.Act.Until is { } until)
        {
            if (asked.Act.Deadline is not null || asked.Act.Limit is not null)
            {
                yield return new UnmetGuard("one-term", ("期限与不定期限不能并用", "an order has a last day or none"), [new("until", until.Code())]);
            }

            if (asked.Rules.OpenOrders is var known && !known.Value.Contains(until))
            {
                yield return new UnmetGuard(
                    "order-has-a-day", ($"责令整改应当有期限，不能“{until.Name().Chinese}”", $"an order has a last day, and not '{until.Name().English}'"),
                    [new("until", until.Code()), new("allowed", string.Join(", ", known.Value.Select(term => term.Code())))], known.Basis);
            }
        }

        if (asked.Act.Deadline is { } given && given.IsOverdue(asked.At))
        {
            yield return Guard("deadline-ahead", ("期限在操作之前已届满", "the deadline would have passed already"), null,
                ("at", "操作时间", Show(asked.At, asked)), ("deadline", "期限", Show(given)));
        }
    }

    public static IEnumerable<UnmetGuard> LookBack(Question asked)
    {
        if (asked.Rules.LookBack is { } window && window.After(asked.Now.SettledAt!.Value, asked.Calendar) is var end && end.IsOverdue(asked.At))
        {
            yield return Guard("within-look-back", ("已超过回头看期限", "the time for a look-back is over"), window.Basis ?? asked.Rules.Basis,
                ("at", "操作时间", Show(asked.At, asked)), ("until", "截止", Show(end)));
        }
    }

    public static IEnumerable<UnmetGuard> Carrying(Question asked)
    {
        var (now, act) = (asked.Now, asked.Act);
        // Which finding it will be is not known yet while a step is only offered.
        if (!act.CarriedFrom.IsNone && act.CarriedFrom != now.Finding)
        {
            yield return Guard("carries-on", ("新问题结转的不是原问题", "the new finding carries on another one"), null,
                ("carried", "所结转问题", $"{act.CarriedFrom}"), ("finding", "原问题", $"{now.Finding}"));
        }

        if (!act.Finding.IsNone && act.Finding == now.Finding)
        {
            yield return Guard("another-finding", ("结转到的就是原问题", "the finding that carries it on is its own"), null, ("finding", "问题", $"{act.Finding}"));
        }
    }

    public static IEnumerable<UnmetGuard> Settlement(Question asked)
    {
        if (Lifecycles.Settlement.FindUnmet(asked.Now.Deadline, asked.Act.Deadline) is { } unmet)
        {
            yield return unmet;
        }
    }

    private static UnmetGuard VerifierNotMender(string by, string mender) =>
        Guard("verifier-not-mender", ("复查人不能是整改人", "whoever verifies is not whoever mended"), Order49.GeneralItems,
            ("verifier", "复查人", by), ("mender", "整改人", mender));

    // On the clocks of the place: beside a last day, another zone's date would mislead.
    private static string Show(Instant at, Question asked) => Show(DateBounds.On(at, asked.Calendar.Zone, nameof(at)));

    private static string Show(Deadline deadline) =>
        (deadline.EndsWithDay ? LocalDatePattern.Iso.Format(deadline.LastDay) : Show(deadline.Last)) + (deadline.IsProvisional ? " 暂定 provisional" : "");

    private static string Show(OffsetDateTime at) => OffsetDateTimePattern.ExtendedIso.Format(at);

    private static UnmetGuard Guard(
        string code, BilingualText text, Citation? basis, params ImmutableArray<(string Name, string Chinese, string Value)> values) => new(
        code,
        ($"{text.Chinese}（{string.Join("，", values.Select(value => $"{value.Chinese} {value.Value}"))}）",
            $"{text.English} ({string.Join(", ", values.Select(value => $"{value.Name} {value.Value}"))})"),
        [.. values.Select(value => new GuardValue(value.Name, value.Value))], basis);

    /// <summary>A step that somebody takes, or would take: then nothing is known of its data.</summary>
    internal readonly record struct Question(Rectification Now, RectificationAct Act, string By, Instant At, RectificationRules Rules, WorkingCalendar Calendar);
}
