using System.Collections.Immutable;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Rectifications.ReferralState;
using static FoodSafety.Domain.Rectifications.ReferralStep;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rules of the road of a referral (两法衔接流程): its table, who takes each step, and the limits that run.</summary>
public static class ReferralLifecycle
{
    /// <summary>The table of states and steps.</summary>
    public static Lifecycle<ReferralState, ReferralStep> Table { get; } = new(
        ("涉嫌犯罪案件移送", "criminal referral"),
        new(null, Propose, Suspected),
        new(Suspected, Approve, Approved), new(Suspected, Decline, NotTransferred), new(Suspected, Penalize, Suspected),
        new(Approved, Send, WithPolice), new(Approved, Penalize, Approved),
        new(NotTransferred, Urge, Suspected), new(NotTransferred, Penalize, NotTransferred),
        new(WithPolice, FileCase, Filed), new(WithPolice, Refuse, Refused), new(WithPolice, Forward, WithPolice), new(WithPolice, Penalize, WithPolice),
        new(Refused, AskReview, UnderReview), new(Refused, AskSupervision, UnderSupervision), new(Refused, HandBack, HandedBack), new(Refused, Penalize, Refused),
        new(UnderReview, FileCase, Filed), new(UnderReview, Uphold, Upheld), new(UnderReview, Penalize, UnderReview),
        new(Upheld, AskSupervision, UnderSupervision), new(Upheld, HandBack, HandedBack), new(Upheld, Penalize, Upheld),
        new(UnderSupervision, OrderFiling, FilingOrdered), new(UnderSupervision, HandBack, HandedBack), new(UnderSupervision, Penalize, UnderSupervision),
        new(FilingOrdered, FileCase, Filed), new(FilingOrdered, Penalize, FilingOrdered),
        new(Filed, HandOver, HandedOver), new(Filed, HandBack, HandedBack), new(Filed, Penalize, Filed),
        new(HandedOver, Conclude, Concluded), new(HandedOver, HandBack, HandedBack), new(HandedOver, Penalize, HandedOver));

    /// <summary>The limits of State Council Order 310, each for a state. Its days are calendar days.</summary>
    public static ImmutableArray<ReferralLimit> Limits { get; } =
    [
        new(Suspected, [Approve, Decline], ReferralBody.MarketBureau, Days("5"), IsOptional: false),
        new(Approved, [Send], ReferralBody.MarketBureau, Day("5"), IsOptional: false),
        new(WithPolice, [FileCase, Refuse], ReferralBody.Police, Days("8"), IsOptional: false),
        new(WithPolice, [Forward], ReferralBody.Police, Day("7"), IsOptional: true),
        new(Refused, [AskReview], ReferralBody.MarketBureau, Days("9"), IsOptional: true),
        new(UnderReview, [FileCase, Uphold], ReferralBody.Police, Days("9"), IsOptional: false),
        new(Upheld, [AskSupervision], ReferralBody.MarketBureau, Days("9"), IsOptional: true),
        new(Filed, [HandOver], ReferralBody.MarketBureau, Days("12"), IsOptional: false),
    ];

    /// <summary>The bodies of which any one may take a step; never empty.</summary>
    /// <param name="from">The state before; null before anything has begun.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentException">The state does not allow the step.</exception>
    public static ImmutableArray<ReferralBody> TakersOf(ReferralState? from, ReferralStep step)
    {
        if (Table.FindNext(from, step) is null)
        {
            throw new ArgumentException($"The step {step} is not possible from {Table.NameOf(from).English}.", nameof(step));
        }

        return step switch
        {
            Forward or FileCase or Refuse or Uphold => [ReferralBody.Police],
            OrderFiling => [ReferralBody.Procuratorate],
            Urge => [ReferralBody.Procuratorate, ReferralBody.JusticeBureau],
            Conclude => [ReferralBody.Court],
            HandBack when from is UnderSupervision => [ReferralBody.Procuratorate],
            HandBack when from is Filed => [ReferralBody.Police, ReferralBody.Procuratorate],
            HandBack when from is HandedOver => [ReferralBody.Police, ReferralBody.Procuratorate, ReferralBody.Court],
            Propose or Approve or Decline or Send or AskReview or AskSupervision or HandOver or HandBack or Penalize => [ReferralBody.MarketBureau],
        };
    }

    /// <summary>Whether a step can no longer be taken once its limit has passed: the right to ask for review alone ends with it, Order 310 Art. 9.</summary>
    internal static bool EndsWithItsLimit(ReferralStep step) => step switch
    {
        AskReview => true,
        Propose or Approve or Decline or Urge or Send or Forward or FileCase or Refuse or Uphold or AskSupervision or OrderFiling or HandOver or Conclude or HandBack
            or Penalize => false,
    };

    private static TimeLimit Days(string article) => TimeLimit.Days(3, ReferralLaw.Order310(article));

    private static TimeLimit Day(string article) => TimeLimit.Hours(24, ReferralLaw.Order310(article));
}
