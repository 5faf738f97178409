using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Grading.GradingSamples;

namespace FoodSafety.Domain.Tests.Grading;

public class GradingPolicyTests
{
    [Fact]
    public void Build_EveryFault_IsListedInOneError()
    {
        var builder = Start()
            .InForce(new LocalDate(2024, 1, 2), new LocalDate(2024, 1, 2))
            .NotGraded("closed", Closed, ("已关闭", "closed down"), Basis)
            .Rule("twice", Star.One, Lapse, ("一", "one"), Basis)
            .Rule("twice", Star.None, Award, ("二", "two"), Basis)
            .Adjust("closed", 1, Lapse, ("三", "three"), Basis);

        var error = Assert.Throws<GradingPolicyException>(builder.Build);

        Assert.Equal(
            "The policy 'stars' 1 cannot be built: there is no grade for where no rule holds; call Otherwise; "
            + "it is in force from 2024-01-02 until 2024-01-02, which is never; the key 'closed' stands on 2 clauses; "
            + "the key 'twice' stands on 2 clauses; 'twice' names None, which is not of the scale Three, Two, One.",
            error.Message);
        Assert.Equal(("stars", "1", 5), (error.PolicyId, error.Version, error.Faults.Length));
        Assert.All(error.Faults, fault => Assert.NotEmpty(fault.Chinese));
        Assert.Equal("条款“twice”的等级 None 不在等级序列中", error.Faults[4].Chinese);
    }

    [Fact]
    public void Build_DefaultOutsideTheScale_IsRefused() =>
        Assert.Single(Assert.Throws<GradingPolicyException>(() => Start().Otherwise(Star.None, ("无", "none"), Basis).Build()).Faults);

    [Fact]
    public void Build_MoreThanSixtyThousandClauses_IsRefused()
    {
        var builder = Start().Otherwise(Star.Three, ("其他", "all others"), Basis);
        for (var i = 0; i < 60_000; i++)
        {
            builder.Rule($"r{i}", Star.One, Condition.Never, ("规则", "rule"), Basis);
        }

        var policy = builder.Build();
        Assert.Equal(60_000, new Grader<Star>(policy).Grade(FactRecord.Empty).Clause);
        builder.NotGraded("one-more", Closed, ("规则", "rule"), Basis);
        Assert.Equal("there are more than 60000 clauses", Assert.Single(Assert.Throws<GradingPolicyException>(builder.Build).Faults).English);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    [InlineData(-65)]
    public void Adjust_StepsOutOfRange_AreRefused(int steps) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(steps), () => Start().Adjust("a", steps, Lapse, ("调整", "adjust"), Basis));

    [Fact]
    public void Builder_NullOrMalformedArguments_AreRefused()
    {
        Assert.Throws<TextRefusedException>("id", () => GradingPolicy.Define("Two words", "1", ("题", "title"), Scale));
        Assert.Throws<TextRefusedException>("version", () => GradingPolicy.Define("stars", " ", ("题", "title"), Scale));
        Assert.Throws<ArgumentNullException>(() => GradingPolicy.Define<Star>("stars", "1", ("题", "title"), null!));
        Assert.Throws<TextRefusedException>("id", () => Start().Rule("", Star.One, Lapse, ("规则", "rule"), Basis));
        Assert.Throws<ArgumentNullException>("when", () => Start().Rule("r", Star.One, null!, ("规则", "rule"), Basis));
        Assert.Throws<ArgumentNullException>("basis", () => Start().Rule("r", Star.One, Lapse, ("规则", "rule"), null!));
        Assert.Throws<ArgumentNullException>("when", () => Start().NotGraded("r", null!, ("规则", "rule"), Basis));
        Assert.Throws<ArgumentNullException>("when", () => Start().Adjust("r", 1, null!, ("规则", "rule"), Basis));
        Assert.Throws<ArgumentNullException>("when", () => Start().AtLeast("r", Star.One, null!, ("规则", "rule"), Basis));
        Assert.Throws<ArgumentNullException>("basis", () => Start().AtMost("r", Star.One, Lapse, ("规则", "rule"), null!));
    }

    [Fact]
    public void Build_BoundThatIsNoGradeOfTheScale_IsRefused() => Assert.Equal(
        "'floor' names None, which is not of the scale Three, Two, One",
        Assert.Single(Assert.Throws<GradingPolicyException>(
            () => Start().AtLeast("floor", Star.None, Lapse, ("下限", "floor"), Basis).Otherwise(Star.Three, ("其他", "others"), Basis).Build()).Faults).English);

    [Fact]
    public void Clauses_AreReasonsForNoGradeThenRulesThenTheDefault()
    {
        Assert.Equal(["closed", "points", "many-diners", "large", "otherwise"], Policy.Clauses.Select(clause => clause.Id));
        Assert.Equal([Area, Award, Closed, Diners, Lapse], Policy.Facts);
        Assert.Equal("stars 1", Policy.ToString());
    }

    [Fact]
    public void IsInForce_OnAndBesideItsEnds()
    {
        var policy = Builder().InForce(new LocalDate(2024, 1, 1), new LocalDate(2025, 1, 1)).Build();

        Assert.Equal(
            (false, true, true, false),
            (policy.IsInForce(new LocalDate(2023, 12, 31)), policy.IsInForce(new LocalDate(2024, 1, 1)),
             policy.IsInForce(new LocalDate(2024, 12, 31)), policy.IsInForce(new LocalDate(2025, 1, 1))));
        Assert.True(Policy.IsInForce(new LocalDate(1949, 10, 1)));
        Assert.Null(Policy.Until);
    }

    [Fact]
    public void IsIllustrative_OneClauseWithoutOfficialSource_IsEnough()
    {
        Assert.False(Policy.IsIllustrative);
        Assert.True(Policy.Draft("2").Adjust("guess", 1, Lapse, ("猜测", "guess"), Citation.Illustrative(("猜测", "guess"))).Build().IsIllustrative);
        Assert.True(Policy.Draft("2").Otherwise(Star.Three, ("其他", "others"), Citation.Illustrative(("猜测", "guess"))).Build().IsIllustrative);
    }

    [Fact]
    public void Draft_ChangesTheNewVersionAlone()
    {
        var draft = Policy.Draft("2").Without("points").Without("award").Without("closed")
            .Rule("points", Star.One, Lapse, ("新", "new"), Basis).Build();

        Assert.Equal(("stars", "2", Policy.From), (draft.Id, draft.Version, draft.From));
        Assert.Equal(["many-diners", "large", "points", "otherwise"], draft.Clauses.Select(clause => clause.Id));
        Assert.Equal(["lapse"], draft.Adjustments.Select(a => a.Id));
        Assert.Equal(4, Policy.Clauses.Count(clause => clause.Id != "otherwise"));
        Assert.Equal(Policy.Clauses, Policy.Draft("1").Build().Clauses);
    }

    [Fact]
    public void Without_UnknownClause_IsRefused() => Assert.Equal(
        "'stars' has no clause 'absent'. (Parameter 'id')",
        Assert.Throws<ArgumentException>(() => Builder().Without("absent")).Message);

    [Fact]
    public void ClauseOf_DecisionOfNobodyOrOfAnother_IsRefused()
    {
        Assert.Same(Policy.Otherwise, Policy.ClauseOf(Grader.Grade(FactRecord.Empty)));
        Assert.Equal(
            "Clause -1 is none of the 5 clauses of 'stars' 1. (Parameter 'decision')",
            Assert.Throws<ArgumentException>(() => Policy.ClauseOf(default)).Message);
        var short1 = Start().Otherwise(Star.One, ("其他", "others"), Basis).Build();
        Assert.Throws<ArgumentException>(() => short1.ClauseOf(Grader.Grade(FactRecord.Empty)));
    }
}
