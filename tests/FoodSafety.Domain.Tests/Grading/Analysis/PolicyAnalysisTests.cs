using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Tests.Laws;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>Faults planted in small policies, each found and nothing else.</summary>
public class PolicyAnalysisTests
{
    [Fact]
    public void Of_RuleUnderAStricterOne_NeverWinsAndNamesWhatHidesIt()
    {
        var policy = Plan.Define()
            .Closed("shops", Plan.Type.Is(Plan.Kind.Shop))
            .With("big", Tier.A, Plan.Diners >= 500)
            .With("huge", Tier.B, Plan.Diners >= 1_000)
            .OrElse(Tier.D);

        var found = Assert.IsType<NeverWins>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal(["huge"], found.Clauses);
        Assert.Equal(["shops", "big"], found.HiddenBy);
        Assert.True(policy.Rules[1].When.Holds(found.Witness!.Facts));
        Assert.Equal("'huge' (huge) can never win: wherever it holds, 'shops' (shops), 'big' (big) decides", found.Text.English);
        Assert.Equal("“规则”（huge）从不起决定作用：凡其成立之处，均由“不予分级”（shops）、“规则”（big）决定", found.Text.Chinese);
    }

    [Fact]
    public void Of_RuleEqualToTheDefault_WinsAsAnExplanation() =>
        Assert.Empty(PolicyAnalysis.Of(Plan.Define().With("stalls", Tier.D, Plan.Type.Is(Plan.Kind.Shop)).OrElse(Tier.D)).Faults);

    [Fact]
    public void Of_LimitsThatExcludeEachOther_NeverHoldsByTheTwo()
    {
        var policy = Plan.Define().With("odd", Tier.A, Plan.Special & Plan.Diners >= 10 & Plan.Staff > 3 & Plan.Diners < 5).OrElse(Tier.D);

        var found = Assert.IsType<NeverHolds>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.True(found.IsWhole);
        Assert.Equal([Plan.Diners >= 10, Plan.Diners < 5], found.Conflict);
        Assert.Equal("“规则”（odd）永不适用：用餐人数 ≥ 10 人；用餐人数 < 5 人 不能同时成立 / 'odd' (odd) can never apply: diners ≥ 10 people; diners < 5 people cannot hold together", $"{found.Text}");
    }

    [Fact]
    public void Of_ChoiceThatIsBoth_NeverHoldsInsideAnAlternative()
    {
        var both = Plan.Type.Is(Plan.Kind.Shop) & Plan.Type.Is(Plan.Kind.School);
        var policy = Plan.Define().With("odd", Tier.A, both | Plan.Special).OrElse(Tier.D);

        var found = Assert.IsType<NeverHolds>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.False(found.IsWhole);
        Assert.Equal(both, found.Part);
        Assert.Equal([Plan.Type.Is(Plan.Kind.Shop), Plan.Type.Is(Plan.Kind.School)], found.Conflict);
    }

    [Theory]
    [InlineData(10_000, false)]
    [InlineData(10_000.5, true)]
    public void Of_LimitBeyondTheRange_NeverHolds(decimal limit, bool isFault)
    {
        var policy = Plan.Define().With("beyond", Tier.A, Plan.Diners >= limit).OrElse(Tier.D);

        Assert.Equal(isFault, PolicyAnalysis.Of(policy).Faults.Any(fault => fault is NeverHolds { IsWhole: true, Conflict: [Comparison] }));
    }

    [Fact]
    public void Of_RuleThatMoreLeaves_MoreIsMilder()
    {
        var policy = Plan.Define()
            .Closed("exempt", Plan.Diners.Between(300, 399))
            .With("few", Tier.B, Plan.Diners.Between(100, 299))
            .With("many", Tier.C, Plan.Diners >= 400)
            .OrElse(Tier.D);

        var found = Assert.IsType<MoreIsMilder<Tier>>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal((Plan.Diners, new MilderStep<Tier>([400m], Tier.B, Tier.C)), (found.Fact, Assert.Single(found.Steps)));
        Assert.Equal(["few", "many"], found.Clauses);
        Assert.Equal((299m, 400m), (Plan.Diners.In(found.Before.Facts), Plan.Diners.In(found.After.Facts)));
        Assert.Equal("more diners is milder: at 400 people the grade goes from tier B to tier C (by 'few' (few), 'many' (many))", found.Text.English);
        Assert.Empty(PolicyAnalysis.Of(policy, new() { RightlyMilder = [Plan.Diners] }).Faults);
    }

    [Fact]
    public void Of_RuleThatMoreLeaves_PastWhatACustomConditionMayExempt_SaysWhatTheExampleTakesForGranted()
    {
        var policy = Plan.Define()
            .Closed("exempt", Plan.Secret & Plan.Diners.Between(300, 399))
            .With("few", Tier.B, Plan.Diners.Between(100, 399))
            .With("many", Tier.C, Plan.Diners >= 400)
            .OrElse(Tier.D);

        var found = Assert.IsType<MoreIsMilder<Tier>>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal(new MilderStep<Tier>([400m], Tier.B, Tier.C), Assert.Single(found.Steps));
        Assert.Equal(!Plan.Secret, found.Before.Assuming);
        Assert.Equal(399m, Plan.Diners.In(found.Before.Facts));
    }

    [Fact]
    public void Of_AdjustmentThatMoreBrings_MoreIsMilderAndNamesIt()
    {
        var policy = Plan.Define()
            .With("school", Tier.B, Plan.Type.Is(Plan.Kind.School))
            .Moved("well-staffed", -1, Plan.Staff >= 50)
            .OrElse(Tier.D);

        var found = Assert.IsType<MoreIsMilder<Tier>>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal((Plan.Staff, new MilderStep<Tier>([50m], Tier.B, Tier.C)), (found.Fact, Assert.Single(found.Steps)));
        Assert.Equal(["school", "well-staffed"], found.Clauses);
        Assert.Equal(Plan.Kind.School, Plan.Type.In(found.After.Facts));
    }

    [Fact]
    public void Of_ScoreThatFalls_MoreIsMilderForTheFactInside()
    {
        var size = new Score((Plan.Diners < 100, 1), (Plan.Diners < 1_000, 4), (Condition.Always, 2)) + Score.When(Plan.Special, 3);
        var policy = Plan.Define().With("over-4", Tier.A, size > 4).With("over-2", Tier.B, size > 2).OrElse(Tier.D);

        var faults = PolicyAnalysis.Of(policy).Faults.Cast<MoreIsMilder<Tier>>().ToList();

        // Without special food 4 falls to 2; with it 7 falls to 5 and stays over 4.
        var fault = Assert.Single(faults);
        Assert.Equal((Plan.Diners, new MilderStep<Tier>([1_000m], Tier.B, Tier.D)), (fault.Fact, Assert.Single(fault.Steps)));
        Assert.Equal(["over-2", "rest"], fault.Clauses);
    }

    [Fact]
    public void Of_PartsThatAddNothing_ChangesNothing()
    {
        var policy = Plan.Define()
            .With("twice", Tier.A, Plan.Diners >= 10 & Plan.Special & Plan.Diners >= 5)
            .With("any", Tier.B, Plan.Staff >= 10 | Plan.Staff >= 20 & Plan.Special)
            .With("all", Tier.C, Plan.Revenue.OrElse(0) >= 0 & Plan.Type.Is(Plan.Kind.Shop))
            .OrElse(Tier.D);

        var found = PolicyAnalysis.Of(policy).Faults.Cast<ChangesNothing>().Select(fault => (Assert.Single(fault.Clauses), fault.Part));

        Assert.Equal<(string, Condition)>(
            [("twice", Plan.Diners >= 5), ("any", Plan.Staff >= 20 & Plan.Special), ("all", Plan.Revenue.OrElse(0) >= 0)], found);
    }

    [Fact]
    public void Of_ScoreCaseAfterOneThatTakesAll_ChangesNothing()
    {
        var size = new Score((Plan.Diners < 100, 1), (Plan.Diners < 50, 2), (Condition.Always, 3));
        var policy = Plan.Define().With("over-1", Tier.B, size > 1).With("over-2", Tier.A, size > 2).OrElse(Tier.D);

        var faults = PolicyAnalysis.Of(policy).Faults.ToList();

        var idle = Assert.Single(faults.OfType<ChangesNothing>());
        Assert.Equal(Plan.Diners < 50, idle.Part);
        Assert.Equal(["over-1", "over-2"], idle.Clauses);
        Assert.Equal(["over-1"], Assert.Single(faults.OfType<NeverWins>()).Clauses);
    }

    [Fact]
    public void Of_RulesThatCoverEverything_DefaultNeverDecides()
    {
        var policy = Plan.Define().Closed("unknown", !Plan.Diners.IsStated).With("big", Tier.A, Plan.Diners >= 500).With("small", Tier.C, Plan.Diners < 500).OrElse(Tier.D);

        var found = Assert.Single(PolicyAnalysis.Of(policy).Findings);

        Assert.Equal(["rest"], Assert.IsType<DefaultNeverDecides>(found).Clauses);
        Assert.False(found.IsFault);
    }

    [Fact]
    public void Of_RulesThatCoverEveryValue_LeaveWhoStatesNoneToTheDefault()
    {
        var policy = Plan.Define().With("big", Tier.A, Plan.Diners >= 500).With("small", Tier.C, Plan.Diners < 500).OrElse(Tier.D);

        var findings = PolicyAnalysis.Of(policy).Findings;

        Assert.Equal(
            ["a business that states nothing is graded tier D (by 'rest' (rest))", "left to the default 'rest' (rest): diners not stated"],
            findings.Select(finding => finding.Text.English).Order(StringComparer.Ordinal));
        Assert.Equal("未填报任何事实的主体定为 D 级（“其余”（rest））", Assert.Single(findings.OfType<GradedByNothing<Tier>>()).Text.Chinese);
    }

    [Fact]
    public void Of_RuleThatWaitsForANumberNobodyNeedState_IsNoFault() =>
        Assert.All(PolicyAnalysis.Of(Plan.Define().With("asked", Tier.A, !Plan.Diners.IsStated).With("none", Tier.B, Plan.Staff.OrElse(0) < 1).OrElse(Tier.D)).Faults, fault => Assert.IsType<MoreIsMilder<Tier>>(fault));

    [Fact]
    public void Of_CustomCondition_IsNamedAndThoughtFree()
    {
        var policy = Plan.Define()
            .With("secret", Tier.A, Plan.Secret & Plan.Diners < 500)
            .With("hidden", Tier.B, Plan.Secret & Plan.Diners < 100)
            .OrElse(Tier.D);

        var findings = PolicyAnalysis.Of(policy).Findings;

        Assert.Equal(["secret", "hidden"], Assert.Single(findings.OfType<OpaqueCondition>()).Clauses);
        Assert.Equal(["secret"], Assert.Single(findings.OfType<NeverWins>()).HiddenBy);
        Assert.Equal(Plan.Secret, Assert.Single(findings.OfType<MoreIsMilder<Tier>>()).Before.Assuming);
        Assert.Equal<Condition>([Plan.Diners >= 500, !Plan.Secret], findings.OfType<LeftToDefault>().Select(finding => finding.Where).OrderBy(c => c is Negation));
    }

    [Fact]
    public void Of_AdjustmentBeyondTheScale_MovesNothing()
    {
        var policy = Plan.Define().With("big", Tier.A, Plan.Diners >= 500).Moved("raised", +1, Plan.Diners >= 1_000).OrElse(Tier.D);

        var found = Assert.IsType<MovesNothing>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal(["raised"], found.Clauses);
        Assert.Equal(1_000, Plan.Diners.In(found.Witness!.Facts));
    }

    [Fact]
    public void Of_NoRuleForSome_TellsTheRegionInTheWordsOfThePolicy()
    {
        var policy = Plan.Define()
            .Closed("works", Plan.Type.Is(Plan.Kind.Works))
            .With("school", Tier.A, Plan.Type.Is(Plan.Kind.School) & Plan.Diners > 499)
            .With("shop", Tier.B, Plan.Type.Is(Plan.Kind.Shop) & Plan.Revenue >= 5_000 & Plan.Staff >= 3)
            .OrElse(Tier.D);

        var findings = PolicyAnalysis.Of(policy).Findings.OfType<LeftToDefault>();

        Assert.Equal(
            [
                "kind is School and diners ≤ 499 people",
                "kind is Shop and revenue < CNY 5,000",
                "kind is Shop and staff < 3 people",
                "kind is not stated",
            ],
            findings.Select(finding => finding.Where.Text.English).Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.True(finding.IsExact && finding.Where.Holds(finding.Witness!.Facts)));
    }

    public static TheoryData<string> BuiltIn => ["tiers", "risk"];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void Of_BuiltInPolicy_IsCompleteWithoutAFault(string which)
    {
        var (isComplete, faults) = which == "tiers" ? Analyse(TierPolicies.SizeAndDiners2022) : Analyse(RiskPolicies.FoodSellers2016);

        Assert.True(isComplete);
        Assert.Empty(faults);

        static (bool, IEnumerable<PolicyFinding>) Analyse<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum =>
            PolicyAnalysis.Of(policy) is var analysis ? (analysis.IsComplete, analysis.Faults) : default;
    }

    [Fact]
    public void Of_ScoreThatNothingElseReads_TellsRegionsByTheScoreAndAnExampleByItsFacts()
    {
        var found = Assert.Single(PolicyAnalysis.Of(RiskPolicies.FoodSellers2016Version1).Findings.OfType<LeftToDefault>());

        Assert.EndsWith("and risk score ≤ 30", found.Where.Text.English, StringComparison.Ordinal);
        Assert.Equal(BusinessType.Wholesaler, BusinessFacts.Type.In(found.Witness!.Facts));
        Assert.Equal("to-30", RiskPolicies.FoodSellers2016Version1.ClauseOf(new Grader<RiskGrade>(RiskPolicies.FoodSellers2016Version1).Grade(found.Witness.Facts)).Id);
    }

    [Fact]
    public void Of_SumOfTwoWideNumbersThatAreReadAlone_IsWhole()
    {
        var policy = Plan.Define().With("money", Tier.A, Plan.Revenue + Plan.Rent >= 500).With("less", Tier.B, Plan.Rent + Plan.Revenue >= 800).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        Assert.Equal(["less"], Assert.IsType<NeverWins>(Assert.Single(analysis.Faults)).Clauses);
    }

    [Fact]
    public void Of_SumOfTwoWideNumbersThatAreReadElsewhere_FindsWhatIsHiddenAndSaysWhatIsNotCertain()
    {
        var policy = Plan.Define()
            .With("money", Tier.A, Plan.Revenue + Plan.Rent >= 500)
            .With("more-money", Tier.B, Plan.Revenue + Plan.Rent >= 800)
            .With("rent", Tier.C, Plan.Rent >= 5)
            .OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.False(analysis.IsComplete);
        Assert.Equal(["more-money"], Assert.Single(analysis.Faults.OfType<NeverWins>()).Clauses);
        var open = Assert.Single(analysis.Faults.OfType<NotLookedAt>());
        Assert.Equal([Plan.Revenue + Plan.Rent], open.Numbers);
        Assert.Contains(PolicyAspect.Occurrence, open.Aspects);
        Assert.Contains("because of revenue + rent", open.Text.English, StringComparison.Ordinal);
        Assert.Contains("标准过大，因为：收入 + 租金", open.Text.Chinese, StringComparison.Ordinal);
        Assert.Equal(new FactCells(Plan.Revenue, 100_000_000_000_001), analysis.TooLarge[0]);
    }

    [Fact]
    public void Of_MoreStepsThanAllowed_SaysInTheListWhatWasNotLookedAtAndIntoHowManyPiecesFactsAreCut()
    {
        var analysis = PolicyAnalysis.Of(TierPolicies.SizeAndDiners2022, new() { MostSteps = 1_000 });

        Assert.False(analysis.IsComplete);
        Assert.NotEmpty(analysis.TooLarge);
        Assert.Equal(analysis.TooLarge.OrderByDescending(cells => cells.Cells), analysis.TooLarge);
        var open = Assert.IsType<NotLookedAt>(Assert.Single(analysis.Faults));
        Assert.Contains(PolicyAspect.MoreIsMilder, open.Aspects);
    }

    [Fact]
    public void Of_OneStepAllowed_LooksAtNothingAndSaysSo()
    {
        var analysis = PolicyAnalysis.Of(TierPolicies.SizeAndDiners2022, new() { MostSteps = 1 });

        Assert.False(analysis.IsComplete);
        Assert.Equal(5, Assert.IsType<NotLookedAt>(Assert.Single(analysis.Findings)).Aspects.Length);
    }

    [Fact]
    public void MostSteps_None_IsRefused() => Assert.Equal(
        "At least one step is needed. (Parameter 'value')\nActual value was 0.",
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolicyAnalysisOptions { MostSteps = 0 }).Message.ReplaceLineEndings("\n"));

    [Fact]
    public void Of_OneWideNumberInASum_IsCutWhereItMatters()
    {
        var points = Plan.Revenue * 0.5m + Score.When(Plan.Special, 100).OrElse(0) + Score.When(Plan.Type.Is(Plan.Kind.School), 50).OrElse(0);
        var policy = Plan.Define().With("high", Tier.A, points >= 1_000).With("same", Tier.B, Plan.Revenue >= 2_000).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        Assert.Equal(["high"], Assert.IsType<NeverWins>(Assert.Single(analysis.Faults)).HiddenBy);
        Assert.Equal(
            [
                "not (kind is School) and revenue < CNY 1,800",
                "not (kind is School) and revenue < CNY 2,000 and not (special food)",
                "revenue < CNY 1,700",
                "revenue < CNY 1,900 and not (special food)",
            ],
            analysis.Findings.OfType<LeftToDefault>().Select(finding => finding.Where.Text.English).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_WideNumbersThatAreReadElsewhereToo_SaysOfMoreIsMilderOnlyWhatGradingShows()
    {
        var (n0, n1) = (new NumberFact("n0", ("零", "n0"), ("", ""), decimals: 6, minimum: -1_000, maximum: 1_000), new NumberFact("n1", ("一", "n1"), ("", ""), decimals: 3, maximum: 4_294_967.295m));
        var policy = PolicyCase.Define(new GradeScale<Mark>([.. new[] { Mark.W, Mark.Z, Mark.V, Mark.Y, Mark.X, Mark.U }.Select(mark => (mark, new BilingualText($"{mark}", $"{mark}")))]))
            .Rule("sum", Mark.X, n0 + 2 * n1 <= 1_000, ("规则", "rule"), Plan.Basis)
            .Rule("most", Mark.Y, !n0.Is(-82.782145m) | n1.Is(65.538m), ("规则", "rule"), Plan.Basis)
            .Adjust("least", 2, !(n0 > -999.999999m), ("调整", "adjustment"), Plan.Basis)
            .Adjust("near", 1, n0 <= -999.999997m, ("调整", "adjustment"), Plan.Basis)
            .Otherwise(Mark.U, ("兜底", "otherwise"), Plan.Basis).Build();
        var grader = new Grader<Mark>(policy);

        var found = PolicyAnalysis.Of(policy, new() { MostSteps = 100_000 }).Findings.OfType<MoreIsMilder<Mark>>().ToList();

        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.Contains(one.Steps, step => (step.From, step.To) == (grader.Grade(one.Before.Facts).Grade, grader.Grade(one.After.Facts).Grade)));
    }

    [Fact]
    public void Of_SumsThatReadTheSameFewFactsAgainAndAgain_AreLookedAtWhole()
    {
        var x = new NumberFact("x", ("甲", "x"), ("个", "units"), maximum: 5);
        var y = new NumberFact("y", ("乙", "y"), ("个", "units"), decimals: 1, minimum: 0.1m, maximum: 0.6m);
        var z = new NumberFact("z", ("丙", "z"), ("个", "units"), minimum: -2, maximum: 2);
        // Written out they have millions of combinations, of which a few hundred differ.
        var policy = Plan.Define()
            .With("odd", Tier.B, new LargestOf(new SmallestOf(x, x), y, new SmallestOf(z, NumberExpression.Constant(2))) > new SmallestOf(y - y + 1, y + z + y, y * -1))
            .With("few", Tier.A, x + new Score((Condition.Always, -1), (z <= 0.7m, -1)) + x < 6)
            .OrElse(Tier.A);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        var found = Assert.Single(analysis.Findings.OfType<MoreIsMilder<Tier>>(), found => found.Fact == x);
        Assert.Contains(new MilderStep<Tier>([4m], Tier.A, Tier.B), found.Steps);
    }

    [Fact]
    public void Of_RegionTooRaggedToList_GivesOneBoxAroundIt()
    {
        var policy = Plan.Define()
            .With("a", Tier.A, Plan.Diners >= 500 & Plan.Special)
            .With("b", Tier.B, Plan.Staff >= 7 & !Plan.Special)
            .With("c", Tier.C, Plan.Staff >= 900)
            .OrElse(Tier.D);

        var found = Assert.Single(PolicyAnalysis.Of(policy, new() { MostBoxes = 1 }).Findings.OfType<LeftToDefault>());

        Assert.False(found.IsExact);
        Assert.Equal<Condition>(Plan.Staff < 900, found.Where);
        Assert.True(found.Where.Holds(found.Witness!.Facts));
        Assert.Equal("within this, some is left to the default 'rest' (rest): staff < 900 people", found.Text.English);
    }
}
