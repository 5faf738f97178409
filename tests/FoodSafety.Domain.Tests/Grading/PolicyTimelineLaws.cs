using CsCheck;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Standing;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>A timeline is taken exactly when every day from the first to the last has one version.</summary>
public class PolicyTimelineLaws
{
    private static readonly Gen<(int From, int Length)[]> Spans = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 6]).Array[1, 4];

    [Fact]
    public void Constructor_AnySpans_FaultsAreTheDaysWithoutOneVersion() => Spans.Sample(spans =>
    {
        var policies = spans.Select((span, i) =>
            Shops.Define($"{i}").InForce(Shops.Day(span.From), Shops.Day(span.From + span.Length)).Build()).ToArray();
        var days = Enumerable.Range(spans.Min(s => s.From), spans.Max(s => s.From + s.Length) - spans.Min(s => s.From)).Select(Shops.Day).ToArray();
        var none = days.Where(day => !policies.Any(policy => policy.IsInForce(day)));
        var several = days.Where(day => policies.Count(policy => policy.IsInForce(day)) > 1);

        try
        {
            var timeline = new PolicyTimeline<Tier>(policies);
            return !none.Any() && !several.Any() && days.All(day => timeline.At(day) == policies.Single(policy => policy.IsInForce(day)));
        }
        catch (TimelineException refused)
        {
            return none.SequenceEqual(DaysOf(TimelineFaultKind.Gap)) && several.SequenceEqual(DaysOf(TimelineFaultKind.Overlap));

            IEnumerable<NodaTime.LocalDate> DaysOf(TimelineFaultKind kind) =>
                days.Where(day => refused.Faults.Any(fault => fault.Kind == kind && fault.From <= day && day < fault.Until));
        }
    });
}
