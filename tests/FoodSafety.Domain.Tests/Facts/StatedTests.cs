using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Facts;

/// <summary>What nobody stated is neither zero nor "no", in every way of asking for it.</summary>
public class StatedTests
{
    private static readonly NumberFact Staff = new("staff", ("从业人员", "staff"), ("人", "people"), maximum: 1_000);
    private static readonly NumberFact Area = new("area", ("面积", "area"), ("平方米", "m²"), decimals: 1, maximum: 1_000);
    private static readonly FlagFact Raw = new("raw", ("生食", "raw food"));
    private static readonly ChoiceFact<Mode> Kind = new("mode", ("方式", "mode"));

    private static readonly FlagFact Closed = new("closed", ("关闭", "closed"));

    private static readonly FactRecord Nothing = FactRecord.Empty;

    private enum Mode { Shop = 1, Stall = 2 }

    // A declaration that makes a new object each time it is asked for.
    private static NumberFact Arrow => new("arrow", ("箭头", "arrow"), ("人", "people"), maximum: 100);

    public static TheoryData<string, bool?> Says => new()
    {
        { "staff >= 0", null }, { "not staff >= 0", null }, { "staff > 2000", null }, { "raw", null }, { "not raw", null }, { "mode", null }, { "not mode", null },
        { "stated", false }, { "not stated", true }, { "unknown and never", false }, { "unknown and always", null }, { "unknown or always", true },
        { "unknown or never", null }, { "else 0", true }, { "raw else no", false }, { "raw else yes", true }, { "sum", null }, { "sum else", true }, { "score", null },
        { "score before", true }, { "times nothing", null }, { "largest", null }, { "smallest", null },
    };

    [Theory]
    [MemberData(nameof(Says))]
    public void Condition_OfWhatIsNotStated_HoldsFailsOrHangs(string which, bool? says)
    {
        Condition condition = which switch
        {
            "staff >= 0" => Staff >= 0,
            "not staff >= 0" => !(Staff >= 0),
            "staff > 2000" => Staff > 2_000,
            "raw" => Raw,
            "not raw" => !Raw,
            "mode" => Kind.Is(Mode.Shop, Mode.Stall),
            "not mode" => !Kind.Is(Mode.Shop),
            "stated" => Staff.IsStated | Raw.IsStated | Kind.IsStated,
            "not stated" => !Staff.IsStated & !Raw.IsStated & !Kind.IsStated & !(Staff + Area).IsStated,
            "unknown and never" => Raw & Condition.Never,
            "unknown and always" => Raw & Condition.Always,
            "unknown or always" => Raw | Condition.Always,
            "unknown or never" => Raw | Condition.Never,
            "else 0" => Staff.OrElse(0) <= 0,
            "raw else no" => Raw.OrElse(false),
            "raw else yes" => Raw.OrElse(true),
            "sum" => Staff + Area.OrElse(5) >= 5,
            "sum else" => (Staff + Area).OrElse(7.5m).Is(7.5m),
            "score" => Score.When(Staff >= 10, 3) <= 3,
            "score before" => new Score((Condition.Always, 3), (Staff >= 10, 4)).Is(3),
            "times nothing" => (Staff * 0).Is(0),
            "largest" => new LargestOf(Staff, Score.When(Condition.Always, 9)) >= 9,
            _ => new SmallestOf(Staff, Score.When(Condition.Never, 9)) <= 0,
        };

        Assert.Equal((says == true, says == false), (condition.Holds(Nothing), (!condition).Holds(Nothing)));
    }

    [Fact]
    public void In_NotStated_IsNull()
    {
        Assert.Null(Staff.In(Nothing));
        Assert.Null(Raw.In(Nothing));
        Assert.Null((Staff + Area).Evaluate(Nothing));
        Assert.Equal((0m, false), (Staff.In(new FactRecord(Staff.Of(0))), Raw.In(new FactRecord(Raw.Of(false)))));
        Assert.Equal(12.5m, (Staff.OrElse(12) + Area.OrElse(0.5m)).Evaluate(Nothing));
    }

    [Fact]
    public void Of_Null_SaysThatItIsNotStated()
    {
        var stated = new FactRecord(Staff.Of(3), Raw.Of(true), Kind.Of(Mode.Shop));
        var takenBack = stated.With(Staff.Of(null), Raw.Of(null), Kind.Of(null));

        Assert.All(takenBack.Values, value => Assert.False(value.IsStated));
        Assert.Equal(["not-stated", "not-stated", "not-stated"], takenBack.Values.Select(value => value.ValueText));
        Assert.Equal("staff = not stated", Staff.Of(null).ToString());
        Assert.Equal("未填报", Staff.Show(Staff.Unstated).Chinese);
        var schema = new FactSchema([Staff, Raw, Kind]);
        Assert.Equal(takenBack.Values, takenBack.Values.Select(value => schema.ParseValue(value.Fact!.Id, value.ValueText)));
    }

    [Fact]
    public void Text_OfStated_ReadsAsOneSays()
    {
        Assert.Equal(("从业人员已填报", "staff is stated"), (Staff.IsStated.Text.Chinese, Staff.IsStated.Text.English));
        Assert.Equal(("从业人员未填报", "staff is not stated"), ((!Staff.IsStated).Text.Chinese, (!Staff.IsStated).Text.English));
        Assert.Equal("(staff, or 0 people if not stated) ≥ 5 people", (Staff.OrElse(0) >= 5).Text.English);
        Assert.Equal("(staff + area) is stated", (Staff + Area).IsStated.Text.English);
    }

    [Fact]
    public void ChoiceIn_NotStatedAsAValue_IsRefused() => Assert.Equal(
        "0 of 'mode' means that it is not stated; ask for that with !IsStated. (Parameter 'values')",
        Assert.Throws<ArgumentException>(() => Kind.Is(default(Mode))).Message);

    [Fact]
    public void Fact_DeclaredAnewEachTime_IsOneFact()
    {
        Assert.NotSame(Arrow, Arrow);
        Assert.Equal(Arrow, Arrow);
        var grader = new Grader<Tier>(GradingPolicy.Define("arrow", "1", ("测试", "test"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
            .Rule("many", Tier.A, Arrow >= 30, ("三十以上", "30 and more")).Otherwise(Tier.D, ("其余", "rest")).Build());
        var table = new FactTable(new FactSchema([Arrow]));
        table.Add(new FactRecord(Arrow.Of(40)));
        table.AddRange<int>([40], new FactMap<int>().Whole(Arrow, i => i));

        Assert.Equal(Tier.A, grader.Grade(new FactRecord(Arrow.Of(40))).Grade);
        Assert.Equal((Tier.A, Tier.A), (grader.Grade(table)[0].Grade, grader.Grade(table)[1].Grade));
        Assert.Equal(30, grader.Explain(new FactRecord(Arrow.Of(29))).Nearest[0].To.Stored);
        Assert.Empty(PolicyAnalysis.Of(grader.Policy).Faults);
    }

    [Fact]
    public void TwoDeclarationsUnderOneKey_AreRefusedWhereverTheyMeet()
    {
        var other = new NumberFact("staff", ("员工", "employees"), ("人", "people"), maximum: 50);
        const string Both = "'staff' is declared in two ways: 'staff' (a number in people, 0 to 1,000 with at most 0 decimals); and 'employees' (a number in people, 0 to 50 with at most 0 decimals).";
        var schema = new FactSchema([Staff]);
        var table = new FactTable(schema);
        table.Add(Nothing);

        Assert.Equal(Both, Assert.Throws<ArgumentException>(() => new FactSchema([Staff, other])).Message);
        Assert.Equal(Both, Assert.Throws<ArgumentException>(() => new FactRecord(Staff.Of(1), other.Of(2))).Message);
        Assert.Equal(Both, Assert.Throws<ArgumentException>(() => other.In(new FactRecord(Staff.Of(1)))).Message);
        Assert.Equal(Both, Assert.Throws<ArgumentException>(() => table.Set(0, other.Of(2))).Message);
        Assert.Equal(Both, Assert.Throws<ArgumentException>(() => new FactMap<int>().Whole(Staff, i => i).Whole(other, i => i)).Message);
        Assert.Contains(Both, Assert.Throws<GradingPolicyException>(() => GradingPolicy.Define("two", "1", ("测试", "test"), Tiers.Scale)
            .BasedOn(Citation.Illustrative(("测试", "test"))).Rule("a", Tier.A, Staff >= 3, ("甲", "a")).Rule("b", Tier.B, other >= 3, ("乙", "b"))
            .Otherwise(Tier.D, ("其余", "rest")).Build()).Message, StringComparison.Ordinal);
        Assert.Equal(Both, Assert.Throws<ArgumentException>(() => new Grader<Tier>(Plain(other)).Grade(table)).Message);
        Assert.Equal(Both, Assert.Throws<ArgumentException>(() => PolicyDiff.Between(Plain(Staff), Plain(other))).Message);
        var register = new BusinessRegister(AreaTree.Build([new("510115", "温江区")]), BusinessFacts.Schema.With(Staff));
        var shop = new Business(new BusinessId("1"), "一号店", AreaCode.Parse("510115"), BusinessType.Retailer);
        Assert.Equal(Both, Assert.Throws<ArgumentException>(() => register.Add(shop with { OwnFacts = new FactRecord(other.Of(2)) })).Message);
        register.Add(shop);
        Assert.Equal(Both, Assert.Throws<ArgumentException>(() => register.Change(shop.Id, other.Of(2))).Message);
        Assert.False(schema.Contains(other));

        static GradingPolicy<Tier> Plain(NumberFact staff) => GradingPolicy.Define("plain", "1", ("测试", "test"), Tiers.Scale)
            .BasedOn(Citation.Illustrative(("测试", "test"))).Rule("a", Tier.A, staff >= 3, ("甲", "a")).Otherwise(Tier.D, ("其余", "rest")).Build();
    }

    [Fact]
    public void Act_WithAnotherDeclaration_IsRefusedWithBoth()
    {
        var other = new NumberFact("staff", ("员工", "employees"), ("人", "people"), maximum: 50);
        var district = new District(new DistrictSettings(WorkingCalendar.China) { Schema = BusinessFacts.Schema.With(Staff) });
        var stamp = new Stamp("office", new LocalDate(2026, 9, 1), Instant.FromUtc(2026, 9, 1, 1, 0));
        district.Apply(
            stamp, AreasLaidDown.Of(AreaTree.Build([new("510115", "温江区")]), Citation.Illustrative(("测试", "test"))),
            new BusinessesOpened([new Business(new BusinessId("1"), "一号店", AreaCode.Parse("510115"), BusinessType.Retailer)]));
        var policy = GradingPolicy.Define("plain", "1", ("测试", "test"), Tiers.Scale)
            .BasedOn(Citation.Illustrative(("测试", "test"))).Rule("a", Tier.A, other >= 3, ("甲", "a")).Otherwise(Tier.D, ("其余", "rest")).Build();

        foreach (var act in (Act[])[new FactsStated(new BusinessId("1"), new FactRecord(other.Of(2))), new PolicyLaidDown<Tier>(policy)])
        {
            var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => district.Apply(stamp, act)).Refusals);
            Assert.Equal("unknown-fact", refusal.Code);
            Assert.StartsWith("'staff' is declared in two ways: 'staff' (", refusal.Text.English, StringComparison.Ordinal);
            Assert.StartsWith("事实“staff”有两种声明：“从业人员”（", refusal.Text.Chinese, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Table_NullableValues_AreNotStated()
    {
        var table = new FactTable(new FactSchema([Staff, Area, Raw, Kind], Kind));
        table.AddRange<int?>([null, 7], new FactMap<int?>().Whole(Staff, i => i).Exact(Area, i => i / 2m).Flag(Raw, i => i > 5 ? true : null).Choice(Kind, i => i is null ? null : Mode.Stall));
        table.AddColumns(new FactColumns(2).Whole<int>(Staff, new int?[] { 1, null }).Exact(Area, new decimal?[] { null, 2.5m }).Flag(Raw, new bool?[] { false, null }));
        table.Add(new FactRecord(Staff.Of(4)));

        Assert.Equal([null, 7, 1, null, 4], Enumerable.Range(0, 5).Select(row => (int?)Staff.In(table[row])));
        Assert.Equal([null, 3.5m, null, 2.5m, null], Enumerable.Range(0, 5).Select(row => Area.In(table[row])));
        Assert.Equal([null, true, false, null, null], Enumerable.Range(0, 5).Select(row => Raw.In(table[row])));
        Assert.True(table.Set(1, Staff.Of(null)));
        Assert.False(table.Set(1, Staff.Of(null)));
        Assert.True(table.Set(0, Kind.Of(Mode.Stall)));
        Assert.Equal([null, null, 1, null, 4], Enumerable.Range(0, 5).Select(row => (int?)Staff.In(table[row])));
    }

    [Fact]
    public void RequireStated_NotStated_GivesNoGradeWithAReasonOfItsOwn()
    {
        var policy = GradingPolicy.Define("required", "1", ("测试", "test"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
            .RequireStated(Staff, Raw)
            .Rule("few", Tier.C, Staff <= 5 & !Raw, ("五人以下", "5 and fewer")).Otherwise(Tier.D, ("其余", "rest")).Build();
        var grader = new Grader<Tier>(policy);

        Assert.Equal("staff-not-stated", policy.ClauseOf(grader.Grade(Nothing)).Id);
        Assert.Equal("raw-not-stated", policy.ClauseOf(grader.Grade(new FactRecord(Staff.Of(3)))).Id);
        Assert.Equal(Tier.C, grader.Grade(new FactRecord(Staff.Of(3), Raw.Of(false))).Grade);
        var explained = grader.Explain(new FactRecord(Raw.Of(false)));
        Assert.Equal(GradingState.NotGraded, explained.Decision.State);
        Assert.Contains("staff: not stated", explained.ToText(Domain.Languages.Language.English), StringComparison.Ordinal);
        Assert.Contains("从业人员：未填报", explained.ToText(Domain.Languages.Language.Chinese), StringComparison.Ordinal);
        Assert.Equal("if \"staff\" is 0 people (not stated now), it is tier C", explained.Nearest[0].Text.English);
        Assert.Empty(PolicyAnalysis.Of(policy).Findings.OfType<GradedByNothing<Tier>>());
        Assert.Equal(policy.Otherwise.Basis, policy.Draft("2").Rule("more", Tier.B, Staff >= 50, ("五十", "50")).Build().Rules[^1].Basis);
    }

    [Fact]
    public void Explain_RuleThatHangs_NamesWhatIsNotStated()
    {
        var policy = GradingPolicy.Define("hanging", "1", ("测试", "test"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
            .Rule("large", Tier.A, Staff + Area >= 100, ("规模大", "large")).Otherwise(Tier.D, ("其余", "rest")).Build();

        var explained = new Grader<Tier>(policy).Explain(new FactRecord(Area.Of(90)));

        var hanging = Assert.Single(explained.NotStated);
        Assert.Equal(("large", "staff"), (hanging.Clause.Id, Assert.Single(hanging.Facts).Id));
        Assert.Contains("\nNot known, for something is not stated: large: staff", explained.ToText(Domain.Languages.Language.English), StringComparison.Ordinal);
        Assert.Contains("\n因未填报无法判断：规模大：从业人员", explained.ToText(Domain.Languages.Language.Chinese), StringComparison.Ordinal);
        Assert.Equal(10, explained.Nearest[0].To.Stored);
    }

    [Fact]
    public void ToState_NamesWhatCouldChangeTheGradeOfThatBusinessAlone()
    {
        var policy = GradingPolicy.Define("matters", "1", ("测试", "test"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
            .NotGraded("closed", Closed, ("关闭", "closed"))
            .Rule("many", Tier.A, (Kind.Is(Mode.Shop) & Staff >= 100) | (Kind.Is(Mode.Stall) & Area >= 1_000), ("多", "many"))
            .Rule("raw", Tier.B, Kind.Is(Mode.Shop) & Raw, ("生食", "raw"))
            .Rule("area", Tier.B, Kind.Is(Mode.Stall) & Area >= 100, ("面积", "area"))
            .Otherwise(Tier.D, ("其余", "rest")).Build();

        Assert.Equal([Closed, Staff, Raw], Missing(Kind.Of(Mode.Shop)));
        Assert.Equal([Closed, Area], Missing(Kind.Of(Mode.Stall)));
        Assert.Equal([Closed, Kind, Staff, Area, Raw], Missing());
        // What decides for certain leaves out the rest, and what is stated does not come back.
        Assert.Equal([], Missing(Closed.Of(true)));
        Assert.Equal([Staff], Missing(Closed.Of(false), Kind.Of(Mode.Shop), Raw.Of(true)));
        Assert.Equal([], Missing(Closed.Of(false), Kind.Of(Mode.Shop), Staff.Of(200)));
        // Of a rule that hangs those parts alone on which it does.
        Assert.Equal([Staff], new Grader<Tier>(policy).Explain(new FactRecord(Kind.Of(Mode.Shop))).NotStated.Single(open => open.Clause.Id == "many").Facts);

        IEnumerable<IFact> Missing(params FactValue[] stated) => new Grader<Tier>(policy).Explain(new FactRecord(stated)).ToState;
    }

    [Fact]
    public void ToState_WhatStandsInMeanwhile_IsStillMissing()
    {
        var policy = GradingPolicy.Define("stands-in", "1", ("测试", "test"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
            .Rule("large", Tier.A, Staff.OrElse(0) + Area.OrElse(0) >= 100, ("规模大", "large"))
            .Rule("unknown", Tier.B, !Raw.IsStated, ("未知", "unknown")).Otherwise(Tier.D, ("其余", "rest")).Build();

        Assert.Equal([Staff, Area, Raw], new Grader<Tier>(policy).Explain(FactRecord.Empty).ToState);
        Assert.Equal([Staff], new Grader<Tier>(policy).Explain(new FactRecord(Area.Of(1), Raw.Of(true))).ToState);
    }
}
