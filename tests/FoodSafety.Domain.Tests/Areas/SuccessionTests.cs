using CsCheck;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Tests.Areas;

/// <summary>What became of areas is a relation between two lists; it is checked against one that is written out in full.</summary>
public class SuccessionTests
{
    private static readonly AreaCode[] Codes = [.. Enumerable.Range(1, 7).Select(n => new AreaCode(510115001000 + n))];

    // The areas of a list, and for each what it becomes: any of the codes, also one that it had not, and none.
    private static readonly Gen<Step[]> Steps = Gen.Int[0, int.MaxValue].Array[1, 4].Select(seeds =>
    {
        AreaCode[] list = [.. Codes.Take(4)];
        return seeds.Select(seed =>
        {
            var step = Step.Random(new Random(seed), list);
            list = step.After;
            return step;
        }).ToArray();
    });

    [Fact]
    public void AfterAndBefore_OfAnySteps_AreTheTwoWaysOfThePlainRelation() => Steps.Sample(steps => Assert.All(steps, step => Same(step.Became, step.Value, step)));

    [Fact]
    public void Then_OfAnySteps_IsTheRelationOfAll() => Steps.Sample(steps =>
    {
        var all = steps.Aggregate(Succession.None, (before, step) => before.Then(step.Value));
        var became = steps[0].Before.ToDictionary(code => code, code => steps.Aggregate((IEnumerable<AreaCode>)[code], (now, step) => now.SelectMany(at => step.Became[at])).ToHashSet());
        Same(became, all, new(steps[0].Before, steps[^1].After, became, all));
    });

    [Fact]
    public void Then_OfThree_IsTheSameInEitherOrder() => Steps.Where(steps => steps.Length >= 3).Sample(steps =>
        Assert.Equal(steps[0].Value.Then(steps[1].Value).Then(steps[2].Value), steps[0].Value.Then(steps[1].Value.Then(steps[2].Value))));

    [Fact]
    public void Inverse_OfAnySteps_AsksTheOtherWay() => Steps.Sample(steps => Assert.All(steps, step =>
    {
        var back = step.Value.Inverse();
        Assert.All(step.After, code => Assert.Equal(step.Value.Before(code), back.After(code)));
        Assert.All(step.Before, code => Assert.Equal(step.Value.After(code), back.Before(code)));
    }));

    [Fact]
    public void AnAreaThatStandsTwice_OrWasCreatedAndInherited_IsRefused()
    {
        Assert.Contains("stands twice", Assert.ThrowsAny<ArgumentException>(() => new Succession([new(Codes[0], [Codes[1]]), new(Codes[0], [Codes[2]])])).Message, StringComparison.Ordinal);
        Assert.Contains("not created", Assert.ThrowsAny<ArgumentException>(() => new Succession([new(Codes[0], [Codes[1]])], [Codes[1]])).Message, StringComparison.Ordinal);
        Assert.Contains("each once", Assert.ThrowsAny<ArgumentException>(() => new AreaSucceeded(Codes[0], [Codes[1], Codes[1]])).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => new ListedArea(default, "nowhere"));
    }

    private static void Same(Dictionary<AreaCode, HashSet<AreaCode>> became, Succession succession, Step step)
    {
        Assert.All(step.Before, code => Assert.Equal(became[code].Order(), succession.After(code)));
        Assert.All(step.After, code => Assert.Equal(step.Before.Where(from => became[from].Contains(code)).Order(), succession.Before(code).Order()));
    }

    private sealed record Step(AreaCode[] Before, AreaCode[] After, Dictionary<AreaCode, HashSet<AreaCode>> Became, Succession Value)
    {
        public static Step Random(Random random, AreaCode[] before)
        {
            var became = before.ToDictionary(code => code, code => random.Next(2) == 0 ? [code] : Enumerable.Range(0, random.Next(3)).Select(_ => Codes[random.Next(Codes.Length)]).ToHashSet());
            var inherited = became.Values.SelectMany(to => to).ToHashSet();
            AreaCode[] created = [.. Codes.Where(code => !inherited.Contains(code) && random.Next(5) == 0)];
            // Whatever changed is named, and what took up another; what stayed as it was need not be.
            var changes = before.Where(code => !became[code].SetEquals([code]) || before.Any(other => other != code && became[other].Contains(code)));
            return new(before, [.. inherited.Concat(created).Order()], became, new([.. changes.Select(code => new AreaSucceeded(code, [.. became[code]]))], [.. created]));
        }
    }
}
