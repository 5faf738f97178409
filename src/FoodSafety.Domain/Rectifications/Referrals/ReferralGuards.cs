using System.Globalization;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What the steps of a referral ask of bodies, dates and penalties.</summary>
internal static class ReferralGuards
{
    private static readonly Citation Article11 = ReferralLaw.Order310("11");

    public static IEnumerable<UnmetGuard> Unmet(Question asked)
    {
        var (row, body) = (ReferralLifecycle.Rows[asked.Act.Step], asked.Act.Body);
        var (takers, asks) = (row.Takers(asked.Referral?.State), row.Asks(asked));
        return StepOrder.Unmet(asked.Referral?.LastAt, asked.At, takers.Contains(body) ? asks : asks.Prepend(OtherBody(takers, body)));
    }

    /// <summary>The right to ask for review alone ends with its limit, Order 310 Art. 9.</summary>
    public static IEnumerable<UnmetGuard> WithinReviewLimit(Question asked)
    {
        var step = asked.Act.Step;
        if (asked.Now.ClocksOn(asked.At, asked.Calendar).FirstOrDefault(clock => clock.Steps.Contains(step) && clock.HasLapsed) is { } lapsed)
        {
            yield return new UnmetGuard(
                "review-limit", ($"提请复议期限已过：{lapsed.Deadline.Text.Chinese}", $"review could be asked for {lapsed.Deadline.Text.English}"),
                [new("at", $"{asked.At}"), new("last-day", lapsed.Deadline.LastDay.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))], lapsed.Basis);
        }
    }

    public static IEnumerable<UnmetGuard> OtherPolice(Question asked)
    {
        if (asked.Act.To is { } to && to == asked.Now.PoliceBody)
        {
            yield return new UnmetGuard("other-police", ("须转送其他公安机关", "it goes to another police body than the one that has it"), [new("to", to)]);
        }
    }

    public static IEnumerable<UnmetGuard> NoFine(Question asked)
    {
        if (!ReferralLifecycle.Rows[asked.Now.State].IsAdministrative && asked.Act.Penalties.FirstOrDefault(penalty => !penalty.KeepsRunning) is { } fine)
        {
            yield return new UnmetGuard(
                "fine-replaces-transfer", ("涉嫌犯罪的，不得以罚款代替移送", "while a crime is suspected a fine cannot take the place of the transfer"),
                [new("fine", fine.Fine.ToString(CultureInfo.InvariantCulture))], Article11);
        }
    }

    private static UnmetGuard OtherBody(ItemList<ReferralBody> takers, ReferralBody body)
    {
        var allowed = (Chinese: string.Join('、', takers.Select(taker => taker.Name().Chinese)), English: string.Join(" or ", takers.Select(taker => taker.Name().English)));
        return new(
            "body", ($"由{allowed.Chinese}办理，不是{body.Name().Chinese}", $"it is taken by the {allowed.English}, not by the {body.Name().English}"),
            [new("body", body.Code()), new("allowed", string.Join(',', takers.Select(taker => taker.Code())))]);
    }

    /// <summary>A step that a body takes, or would take: then nothing is known of its data.</summary>
    /// <param name="Referral">The referral before; null before it has begun.</param>
    /// <param name="Act">The act.</param>
    /// <param name="At">When.</param>
    /// <param name="Calendar">By which its clocks run.</param>
    internal readonly record struct Question(CriminalReferral? Referral, ReferralAct Act, Instant At, WorkingCalendar Calendar)
    {
        public CriminalReferral Now => Referral!;
    }
}
