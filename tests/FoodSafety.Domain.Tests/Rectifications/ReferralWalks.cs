using CsCheck;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.ReferralSamples;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Random walks: whatever is tried, the referral is somewhere defined, has lost nothing and can be redone.</summary>
public class ReferralWalks
{
    private static readonly Gen<(int Step, int Body, int Hours, bool Fine)[]> Walks =
        Gen.Select(Gen.Int[1, 16], Gen.Int[0, 5], Gen.Int[-1, 80], Gen.Bool).Array[100];

    [Fact]
    public void Steps_AtRandom_AreTakenOrRefused_AndNothingIsLost() => Walks.Sample(
        walk =>
        {
            var district = In(ReferralState.Suspected);
            var taken = 1;
            foreach (var (number, body, hours, fine) in walk)
            {
                var (before, step) = (district.TheReferral(), (ReferralStep)number);

                // Body 0 leaves the one that may: most walks come somewhere.
                var tried = Act(step, before.State, $"police-{hours % 3}", body == 0 ? null : (ReferralBody)body, fine && step == ReferralStep.Penalize ? Fine : null);
                if (district.Try(tried, district.Referrals.HistoryOf(Id)[^1].At + Duration.FromHours(hours)) is not { } refused)
                {
                    taken++;
                    Assert.Equal(ReferralLifecycle.Table.FindNext(before.State, step), district.TheReferral().State);
                    Assert.Same(tried, district.Referrals.HistoryOf(Id)[^1].Act);
                }
                else
                {
                    Assert.Same(before, district.TheReferral());
                    Assert.True(
                        hours < 0 && refused[0].Code is "behind-the-last"
                        || ReferralLifecycle.Table.FindNext(before.State, step) is null == refused[0].Code is "step-not-possible" or "id-taken");
                }

                Assert.True(Enum.IsDefined(district.TheReferral().State));
                Assert.Equal(taken, district.Referrals.HistoryOf(Id).Count);
            }

            var redone = District.Open(district.Settings, district.Pending);
            Assert.Equal(district.TheReferral(), redone.TheReferral());
            Assert.Equal(district.Referrals.HistoryOf(Id), redone.Referrals.HistoryOf(Id));
        },
        iter: 500);
}
