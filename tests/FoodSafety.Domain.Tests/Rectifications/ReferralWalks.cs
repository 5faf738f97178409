using CsCheck;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.ReferralSamples;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Random walks: whatever is tried, the referral is somewhere defined, has lost nothing and can be replayed.</summary>
public class ReferralWalks
{
    private static readonly Gen<(int Step, int Body, int Hours, bool Fine)[]> Walks =
        Gen.Select(Gen.Int[1, 16], Gen.Int[0, 5], Gen.Int[-1, 80], Gen.Bool).Array[100];

    [Fact]
    public void Take_AtRandom_IsTakenOrRefused_AndNothingIsLost() => Walks.Sample(
        walk =>
        {
            var referral = CriminalReferral.Begin(Event(ReferralStep.Propose, null, Start), WorkingCalendar.China);
            var taken = 1;
            foreach (var (step, body, hours, fine) in walk)
            {
                var before = referral;
                var tried = Event((ReferralStep)step, referral.State, referral.Events[^1].At + Duration.FromHours(hours), to: $"police-{hours % 3}");
                tried = tried with
                {
                    // Body 0 leaves the one that may: most walks come somewhere.
                    Body = body == 0 ? tried.Body : (ReferralBody)body,
                    Penalties = fine && tried.Step == ReferralStep.Penalize ? [Fine] : tried.Penalties,
                };
                try
                {
                    referral = referral.Take(tried);
                    taken++;
                    Assert.Equal(ReferralLifecycle.Table.FindNext(before.State, tried.Step), referral.State);
                    Assert.Same(tried, referral.Events[^1]);
                }
                catch (StepRefusedException<ReferralState, ReferralStep> refused)
                {
                    Assert.Same(before, referral);
                    Assert.Equal(before.State, refused.State);
                    Assert.Equal(ReferralLifecycle.Table.FindNext(before.State, tried.Step) is null, refused.Unmet.IsEmpty);
                }

                Assert.True(Enum.IsDefined(referral.State));
                Assert.Equal(taken, referral.Events.Length);
            }

            var replayed = CriminalReferral.Replay(referral.Events, WorkingCalendar.China);
            Assert.Equal(referral, replayed);
            Assert.Equal((referral.State, referral.Since, referral.FinesToSetOff), (replayed.State, replayed.Since, replayed.FinesToSetOff));
            Assert.Equal(referral.LateSteps, replayed.LateSteps);
        },
        iter: 2_000);
}
