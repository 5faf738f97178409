using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>What officers are told about a policy, one example for each kind of slip.</summary>
public class PolicyFindingTests
{
    private static readonly NumberFact[] Shares = [.. Enumerable.Range(0, 4).Select(i => new NumberFact($"share-{i}", ($"分项{i}", $"share {i}"), ("分", "points"), decimals: 2, maximum: 100))];

    [Fact]
    public void Of_WeightedSumOfFourDecimals_FindsTheThresholdUnderAnother()
    {
        var risk = (Shares[0] * 0.4m + Shares[1] * 0.3m + Shares[2] * 0.2m + Shares[3] * 0.1m).Named(("风险", "risk"));
        var policy = Plan.Define().With("over-60", Tier.A, risk >= 60).With("over-70", Tier.B, risk >= 70).With("over-20", Tier.C, risk >= 20).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        var found = Assert.IsType<NeverWins>(Assert.Single(analysis.Faults));
        Assert.Equal(["over-70"], found.Clauses);
        Assert.Equal(["over-60"], found.HiddenBy);
        Assert.True((risk >= 70).Holds(found.Witness!.Facts));
    }

    [Fact]
    public void Of_FormOf54Items_IsAnalysedWhole()
    {
        NumberFact[] items = [.. Enumerable.Range(1, 54).Select(i => new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), maximum: 25))];
        var risk = new SumOf([.. items]).Named(("总分", "total"));
        var policy = Plan.Define().With("over-60", Tier.A, risk >= 60).With("over-70", Tier.B, risk >= 70).With("special", Tier.B, Plan.Special).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        Assert.Equal(["over-70"], Assert.IsType<NeverWins>(Assert.Single(analysis.Faults)).Clauses);
    }

    [Fact]
    public void Of_FormOf54ItemsOfWhichOneIsSubtracted_SaysThatMoreOfItIsMilder()
    {
        NumberFact[] items = [.. Enumerable.Range(1, 54).Select(i => new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), maximum: 25))];
        var risk = new SumOf([.. items[..53], items[53] * -1]).Named(("总分", "total"));
        var policy = Plan.Define().With("over-60", Tier.A, risk >= 60).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        var found = Assert.IsType<MoreIsMilder<Tier>>(Assert.Single(analysis.Faults));
        Assert.Equal((items[53], new MilderStep<Tier>([60m], Tier.A, Tier.D)), (found.Fact, Assert.Single(found.Steps)));
        Assert.Equal((Tier.A, Tier.D), (new Grader<Tier>(policy).Grade(found.Before.Facts).Grade, new Grader<Tier>(policy).Grade(found.After.Facts).Grade));
        Assert.Equal("more item 54 is milder: where total crosses 60 points the grade goes from tier A to tier D (by 'over-60' (over-60), 'rest' (rest))", found.Text.English);
    }

    private static NumberFact[] Items(int count, bool isListed = false) => [.. Enumerable.Range(1, count).Select(i => isListed
        ? new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), [0, 5, 10, 15, 20, 25])
        : new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), maximum: 25))];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_FormOf54ItemsNotAllOfWhichNeedBeStated_IsAnalysedWholeAndOneLimitIsOneFinding(bool isListed)
    {
        var items = Items(54, isListed);
        var points = new SumOf([.. items.Select(item => item.OrElse(0))]).Named(("总分", "total"));
        // Points are good here, so that more of each item is milder.
        var policy = Plan.Define().With("under-60", Tier.A, points < 60).With("under-50", Tier.B, points < 50).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        Assert.Equal(["under-60"], Assert.Single(analysis.Faults.OfType<NeverWins>()).HiddenBy);
        var milder = Assert.Single(analysis.Faults.OfType<MoreIsMilder<Tier>>());
        Assert.Equal(items, milder.Facts);
        Assert.Equal(new MilderStep<Tier>([60m], Tier.A, Tier.D), Assert.Single(milder.Steps));
        Assert.Equal(
            "more item 1, item 2, item 3, item 4, item 5, item 6, item 7, item 8, item 9, item 10 and 44 others is milder: " +
            "where total crosses 60 points the grade goes from tier A to tier D (by 'under-60' (under-60), 'rest' (rest))",
            milder.Text.English);
        Assert.Equal(
            "项目1、项目2、项目3、项目4、项目5、项目6、项目7、项目8、项目9、项目10等 54 项增加而总分越过 60 分时等级由 A 级变松为 D 级（“规则”（under-60）、“其余”（rest））",
            milder.Text.Chinese);
        var grader = new Grader<Tier>(policy);
        Assert.Equal((Tier.A, Tier.D), (grader.Grade(milder.Before.Facts).Grade, grader.Grade(milder.After.Facts).Grade));
        Assert.Equal(2, analysis.Faults.Count());
    }

    [Fact]
    public void Of_FormOf54BandsOfNumbers_IsAnalysedWholeAndFindsTheBandThatFalls()
    {
        var items = Items(54);
        // Of the last one a high value earns fewer points than a middling one.
        var points = new SumOf([.. items[..53].Select(item => new Score((item >= 20, 3), (item >= 10, 1))), new Score((items[53] >= 20, 1), (items[53] >= 10, 4))]).Named(("总分", "total"));
        var policy = Plan.Define().With("over-60", Tier.A, points >= 60).With("over-70", Tier.B, points >= 70).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        Assert.Equal(["over-60"], Assert.Single(analysis.Faults.OfType<NeverWins>()).HiddenBy);
        var milder = Assert.Single(analysis.Faults.OfType<MoreIsMilder<Tier>>());
        Assert.Equal([items[53]], milder.Facts);
        Assert.Equal((Tier.A, Tier.D), (new Grader<Tier>(policy).Grade(milder.Before.Facts).Grade, new Grader<Tier>(policy).Grade(milder.After.Facts).Grade));
        Assert.Equal((19m, 20m), (items[53].In(milder.Before.Facts), items[53].In(milder.After.Facts)));
    }

    [Fact]
    public void Of_ChecklistOf54Flags_IsAnalysedWhole()
    {
        var points = new SumOf([.. Enumerable.Range(1, 54).Select(i => Score.When(new FlagFact($"line-{i}", ($"第{i}项", $"line {i}")), i % 5 + 1))]).Named(("总分", "total"));
        var policy = Plan.Define().With("over-60", Tier.A, points >= 60).With("over-70", Tier.B, points >= 70).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        Assert.Equal(["over-60"], Assert.IsType<NeverWins>(Assert.Single(analysis.Faults)).HiddenBy);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_FormOf54ItemsOfWhichSomeAreReadElsewhere_IsAnalysedWhole(bool isListed)
    {
        var items = Items(54, isListed);
        var total = new SumOf([.. items]).Named(("总分", "total"));
        var policy = Plan.Define()
            .With("over-60", Tier.A, total >= 60)
            .With("critical", Tier.A, items[6] >= 20)
            .With("over-70", Tier.B, total >= 70)
            .With("all-high", Tier.B, (total >= 59) & (items[6] >= 25))
            .With("milk", Tier.C, (items[8] > 10) & (total < 10))
            .OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete, string.Join('\n', analysis.Findings.Select(finding => finding.Text.English)));
        Assert.Equal(["over-70", "all-high"], analysis.Faults.OfType<NeverWins>().SelectMany(finding => finding.Clauses));
        // What item 9 alone adds is no less than itself.
        Assert.Equal(["milk"], analysis.Faults.OfType<NeverHolds>().SelectMany(finding => finding.Clauses));
        Assert.Equal(3, analysis.Faults.Count());
    }

    [Fact]
    public void Of_FormOf54ItemsAllOfWhichHaveToBeStated_IsAnalysedWhole()
    {
        var items = Items(54, isListed: true);
        var flags = Enumerable.Range(1, 10).Select(i => new FlagFact($"line-{i}", ($"第{i}项", $"line {i}"))).ToArray();
        var total = new SumOf([.. items, .. flags.Select(flag => Score.When(flag, 3))]).Named(("总分", "total"));
        var policy = Plan.Define().BasedOn(Plan.Basis).RequireStated([.. items, .. flags])
            .With("over-60", Tier.A, total >= 60)
            .With("critical", Tier.A, items[6] >= 20)
            .With("over-70", Tier.B, total >= 70)
            .With("over-20", Tier.C, total > 20)
            .OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete, string.Join('\n', analysis.Findings.Select(finding => finding.Text.English)));
        Assert.Equal(["over-70"], Assert.IsType<NeverWins>(Assert.Single(analysis.Faults)).Clauses);
        // One region, told by the total and by the item that is read alone; that the items are stated goes without saying.
        var left = Assert.Single(analysis.Findings.OfType<LeftToDefault>());
        Assert.Equal("left to the default 'rest' (rest): item 7 < 20 points, total ≤ 20", left.Text.English);
        Assert.Equal("仅由兜底条款“其余”（rest）决定：项目7 < 20 分，总分 ≤ 20", left.Text.Chinese);
        Assert.Equal(Tier.D, new Grader<Tier>(policy).Grade(left.Witness!.Facts).Grade);
    }

    [Fact]
    public void Of_FormOf54ItemsWithSubtotals_IsAnalysedWhole()
    {
        NumberExpression[] items = [.. Items(54).Select(item => item.OrElse(0))];
        var (storage, kitchen) = (new SumOf([.. items[..20]]).Named(("贮存", "storage")), new SumOf([.. items[20..30]]).Named(("加工", "kitchen")));
        var total = new SumOf([.. items]).Named(("总分", "total"));
        var policy = Plan.Define()
            .With("over-60", Tier.A, total >= 60)
            .With("storage", Tier.B, storage >= 60)
            .With("kitchen", Tier.C, (kitchen >= 30) & (storage >= 30))
            .With("some-kitchen", Tier.C, kitchen >= 59)
            .OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete, string.Join('\n', analysis.Findings.Select(finding => finding.Text.English)));
        Assert.Equal(["storage", "kitchen"], analysis.Faults.OfType<NeverWins>().SelectMany(finding => finding.Clauses));
        Assert.Equal(2, analysis.Faults.Count());
    }

    [Fact]
    public void Of_FormOf54ItemsWhereMoreIsMilderByWayOfAnItemReadElsewhere_FindsIt()
    {
        var items = Items(54);
        var total = new SumOf([.. items]).Named(("总分", "total"));
        var policy = Plan.Define().With("low", Tier.A, total <= 60).With("critical", Tier.B, items[6] >= 20).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        var grader = new Grader<Tier>(policy);
        // One limit is one cause: the item that is read by itself as well is no other one.
        var milder = Assert.Single(analysis.Faults.OfType<MoreIsMilder<Tier>>());
        Assert.Equal(items, milder.Facts);
        Assert.Equal((Tier.A, 61m), (grader.Grade(milder.Before.Facts).Grade, total.Evaluate(milder.After.Facts)!.Value));
        Assert.Equal([61m], milder.Steps.SelectMany(step => step.At).Distinct());
        Assert.Equal([(Tier.A, Tier.B), (Tier.A, Tier.D)], milder.Steps.Select(step => (step.From, step.To)).Order());
        Assert.Contains((grader.Grade(milder.Before.Facts).Grade, grader.Grade(milder.After.Facts).Grade), new[] { (Tier.A, Tier.B), (Tier.A, Tier.D) });
        Assert.Equal(
            "more item 1, item 2, item 3, item 4, item 5, item 6, item 7, item 8, item 9, item 10 and 44 others is milder: " +
            "where total crosses 61 points the grade goes from tier A to tier D, from tier A to tier B (by 'low' (low), 'rest' (rest), 'critical' (critical))", milder.Text.English);
        Assert.Equal(
            ["left to the default 'rest' (rest): item 7 < 20 points, total ≥ 61 points", "left to the default 'rest' (rest): item 7 not stated"],
            analysis.Findings.OfType<LeftToDefault>().Select(finding => finding.Text.English).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_FormOf54ItemsWithALimitOfAnItemAndOneOfTheTotal_TellsTheTwoApart()
    {
        var items = Items(54);
        var total = new SumOf([.. items]).Named(("总分", "total"));
        var policy = Plan.Define().With("few", Tier.A, items[6] < 20).With("low", Tier.B, total <= 60).OrElse(Tier.D);

        var milder = PolicyAnalysis.Of(policy).Faults.OfType<MoreIsMilder<Tier>>().ToList();

        Assert.Equal([items[6].Name.English, "total"], milder.Select(finding => finding.Along.Text.English));
        Assert.Equal([20m, 61m], milder.Select(finding => finding.Steps.SelectMany(step => step.At).Distinct().Single()));
        Assert.Equal([(Tier.A, Tier.B), (Tier.A, Tier.D)], milder[0].Steps.Select(step => (step.From, step.To)).Order());
        Assert.Equal([(Tier.B, Tier.D)], milder[1].Steps.Select(step => (step.From, step.To)));
        var grader = new Grader<Tier>(policy);
        Assert.All(milder, finding => Assert.Contains(finding.Steps, step => (step.From, step.To) == (grader.Grade(finding.Before.Facts).Grade, grader.Grade(finding.After.Facts).Grade)));
    }

    [Fact]
    public void Of_WeightedSumOfDecimalsThatNeedNotBeStated_IsWhole()
    {
        var risk = (Plan.Revenue.OrElse(0) * 0.5m + Plan.Rent.OrElse(-1) * 0.25m).Named(("风险", "risk"));
        var policy = Plan.Define().With("over-60", Tier.A, risk >= 60).With("over-70", Tier.B, risk >= 70).With("least", Tier.C, risk < -0.25m).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        Assert.Equal(["over-60"], Assert.Single(analysis.Faults.OfType<NeverWins>()).HiddenBy);
        // Nothing is below what stands in where nothing is stated.
        Assert.Equal(["least"], Assert.Single(analysis.Faults.OfType<NeverHolds>()).Clauses);
    }

    [Fact]
    public void Of_LimitOfTheSameSumInOtherWords_IsToldWhereItLies()
    {
        var money = Plan.Revenue + Plan.Rent;
        var policy = Plan.Define().With("middling", Tier.A, money >= 5 & money * 2 < 60).OrElse(Tier.D);

        Assert.Equal(
            ["revenue + rent < CNY 5", "revenue + rent ≥ CNY 30"],
            PolicyAnalysis.Of(policy).Findings.OfType<LeftToDefault>().SelectMany(finding => ((finding.Where as AnyOf)?.Parts ?? [finding.Where]).Select(part => part.Text.English)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_MultipleOfWhatIsLeftOfALargeNumber_IsReckonedWithoutGrowingOutOfRange()
    {
        // A thousand times the number itself would be out of range; what is left of it is not.
        var large = new NumberFact("large", ("大数", "large"), ("", ""), decimals: 6, minimum: 1_000_000_000_000, maximum: 1_000_000_000_001);
        var rest = (large - 1_000_000_000_000) * 1_000 + Score.When(Plan.Special, 1).OrElse(0);
        var policy = Plan.Define().With("over-60", Tier.A, rest >= 60).With("over-70", Tier.B, rest >= 70).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.True(analysis.IsComplete);
        Assert.Equal(["over-60"], Assert.IsType<NeverWins>(Assert.Single(analysis.Faults)).HiddenBy);
    }

    [Fact]
    public void Of_DifferenceOfTwoFacts_IsOneAxisWhicheverSideItIsSeenFrom()
    {
        var policy = Plan.Define()
            .With("more", Tier.A, Plan.Revenue + Plan.Rent * -1 >= 10)
            .With("much-more", Tier.B, (Plan.Rent + Plan.Revenue * -1) * 2 <= -40)
            .With("rent", Tier.C, Plan.Rent >= 5)
            .OrElse(Tier.D);

        Assert.Equal(["more"], Assert.Single(PolicyAnalysis.Of(policy).Faults.OfType<NeverWins>()).HiddenBy);
    }

    [Fact]
    public void Of_NarrowRuleBeforeAWideOneOfTheSameGrade_CanBeLeftOut()
    {
        var before = Plan.Define().With("huge", Tier.B, Plan.Diners >= 1_000).With("big", Tier.B, Plan.Diners >= 500).OrElse(Tier.D);
        var after = Plan.Define().With("big", Tier.B, Plan.Diners >= 500).With("huge", Tier.B, Plan.Diners >= 1_000).OrElse(Tier.D);

        var found = Assert.IsType<NeverNeeded>(Assert.Single(PolicyAnalysis.Of(before).Faults));

        Assert.Equal(["huge"], found.Clauses);
        Assert.Equal("'huge' (huge) can be left out: wherever it holds, 'big' (big) would give the same grade or a stricter one", found.Text.English);
        Assert.Equal("“规则”（huge）是多余的：凡其成立之处，“规则”（big）也会给出同样或更严的等级", found.Text.Chinese);
        Assert.Equal(["huge"], Assert.IsType<NeverWins>(Assert.Single(PolicyAnalysis.Of(after).Faults)).Clauses);
    }

    [Fact]
    public void Of_TwoAdjustmentsThatCancel_NamesBothOnce()
    {
        var policy = Plan.Define().With("big", Tier.B, Plan.Diners >= 500).Moved("up", +1, Plan.Special).Moved("down", -1, Plan.Special).OrElse(Tier.D);

        var found = Assert.IsType<CancelsOut>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal(["up", "down"], found.Clauses);
        Assert.Equal("the adjustments 'up' (up), 'down' (down) always apply together and cancel each other out", found.Text.English);
        Assert.Equal("调整“调整”（up）、“调整”（down）总是同时适用且相互抵消，等级不变", found.Text.Chinese);
    }

    [Fact]
    public void Of_ThreeAdjustmentsOfWhichTwoCancel_NamesTheTwo()
    {
        var policy = Plan.Define().With("big", Tier.B, Plan.Diners >= 500)
            .Moved("up", +1, Plan.Special).Moved("down", -1, Plan.Special).Moved("again", +1, Plan.Special & Condition.Always).OrElse(Tier.D);

        Assert.Equal(["up", "down"], Assert.Single(PolicyAnalysis.Of(policy).Faults.OfType<CancelsOut>()).Clauses);
        Assert.Empty(PolicyAnalysis.Of(policy).Faults.OfType<MovesNothing>());
    }

    [Fact]
    public void Of_AdjustmentsThatMoveOtherEntities_DoNotCancel()
    {
        var policy = Plan.Define().With("big", Tier.B, Plan.Diners >= 500).Moved("up", +1, Plan.Special).Moved("down", -1, Plan.Special & Plan.Staff >= 3).OrElse(Tier.C);

        Assert.Empty(PolicyAnalysis.Of(policy).Faults.OfType<CancelsOut>());
    }

    [Fact]
    public void Of_TypeThatNoRuleSpeaksOf_IsNamedOnce()
    {
        var findings = PolicyAnalysis.Of(CanteenPolicy.Policy).Findings;

        var found = Assert.Single(findings.OfType<ValuesWithoutRule>());
        Assert.Equal("no rule mentions these, left to what is said of all and to the default 'all others' (others): trade wholesalers", found.Text.English);
        Assert.Equal("没有规则专门涉及以下业态，仅由适用于所有主体的规则或兜底条款“其他”（others）决定：批发商", found.Text.Chinese);
        Assert.False(found.IsFault);
        Assert.DoesNotContain(findings.OfType<LeftToDefault>(), region => region.Text.English.Contains("wholesalers", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_TypeThatOnlyTheDefaultGrades_IsToldSo()
    {
        var policy = Plan.Define().With("schools", Tier.A, Plan.Type.Is(Plan.Kind.School)).OrElse(Tier.D);

        var found = Assert.Single(PolicyAnalysis.Of(policy).Findings.OfType<ValuesWithoutRule>());

        Assert.True(found.AreLeftToDefault);
        Assert.Equal("no rule mentions these, left to the default 'rest' (rest): kind Shop, Works", found.Text.English);
        Assert.Equal("没有规则涉及以下类型，由兜底条款“其余”（rest）决定：Shop、Works", found.Text.Chinese);
    }

    [Fact]
    public void Of_RuleForOneTypeBesideThoseForAll_DoesNotCallTheOthersForgotten() =>
        Assert.Empty(PolicyAnalysis.Of(Plan.Define().With("schools", Tier.A, Plan.Type.Is(Plan.Kind.School) & Plan.Diners >= 100).With("all", Tier.A, Plan.Diners >= 500).OrElse(Tier.D))
            .Findings.OfType<ValuesWithoutRule>());

    [Fact]
    public void Of_PolicyOfAnOfficer_HasNoFault() => Assert.Empty(PolicyAnalysis.Of(CanteenPolicy.Policy).Faults);

    [Theory]
    [InlineData(200_000, "'big' (big) can never apply: diners ≥ 200,000 people (diners ranges from 0 to 10,000 people) cannot hold")]
    [InlineData(0, "in 'big' (big) the part \"diners ≥ 0 people\" holds of every value (diners ranges from 0 to 10,000 people)")]
    public void Of_LimitBeyondTheRangeOfItsFact_SaysTheRange(int limit, string text)
    {
        var policy = Plan.Define().With("big", Tier.A, Plan.Special & Plan.Diners >= limit).With("some", Tier.B, Plan.Staff >= 3).OrElse(Tier.D);

        Assert.Equal(text, Assert.Single(PolicyAnalysis.Of(policy).Faults).Text.English);
    }

    [Fact]
    public void Of_ValueThatANumberOfListedValuesNeverHas_SaysWhichItHas()
    {
        var points = new NumberFact("points", ("得分", "points"), ("分", "points"), [0, 5, 10]);
        var policy = Plan.Define().With("seven", Tier.A, points.Is(7)).With("over-5", Tier.B, points > 5).OrElse(Tier.D);

        var found = Assert.IsType<NeverHolds>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal("'seven' (seven) can never apply: points = 7 points (points allows 0, 5, 10) cannot hold", found.Text.English);
        Assert.Equal("“规则”（seven）永不适用：得分 = 7 分（得分只能取 0、5、10） 不可能成立", found.Text.Chinese);
    }

    [Fact]
    public void Of_SameLimitBeyondTheRangeInSeveralClauses_IsOneFinding()
    {
        var policy = Plan.Define().With("one", Tier.A, Plan.Special & Plan.Diners >= 200_000).With("two", Tier.B, Plan.Staff >= 3 & Plan.Diners >= 200_000).With("three", Tier.C, Plan.Diners >= 3).OrElse(Tier.D);

        Assert.Equal(
            "'one' (one), 'two' (two) can never apply: diners ≥ 200,000 people (diners ranges from 0 to 10,000 people) cannot hold",
            Assert.Single(PolicyAnalysis.Of(policy).Faults).Text.English);
    }

    [Fact]
    public void Of_PolicyTooLargeToBeLookedAtWhole_StillComparesThresholdsOfOneExpression()
    {
        var policy = Plan.Define()
            .With("over-60", Tier.A, Plan.Revenue + Plan.Rent >= 60)
            .With("over-70", Tier.B, Plan.Special & (Plan.Rent + Plan.Revenue) * 2 > 140)
            .With("schools", Tier.B, Plan.Type.Is(Plan.Kind.School, Plan.Kind.Works))
            .With("works", Tier.C, Plan.Type.Is(Plan.Kind.Works) & Plan.Staff >= 3)
            .OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy, new() { MostSteps = 120 });

        Assert.False(analysis.IsComplete);
        Assert.Contains(PolicyAspect.Clauses, Assert.Single(analysis.Faults.OfType<NotLookedAt>()).Aspects);
        Assert.Equal(
            [
                "'over-70' (over-70) can never win: wherever it holds, 'over-60' (over-60) holds too and comes before it",
                "'works' (works) can never win: wherever it holds, 'schools' (schools) holds too and comes before it",
            ],
            analysis.Faults.OfType<NeverWins>().Select(finding => finding.Text.English));
        Assert.Equal(
            PolicyAnalysis.Of(policy).Faults.OfType<NeverWins>().Select(finding => finding.Clauses[0]),
            analysis.Faults.OfType<NeverWins>().Select(finding => finding.Clauses[0]));
    }

    /// <summary>A final rule wins over a stricter one that is not, and that is noted with both titles; where the stricter never holds beside it there is nothing to note.</summary>
    [Fact]
    public void Of_FinalRuleThatDecidesWhereAStricterOneHolds_NotesIt()
    {
        var policy = Plan.Define()
            .With("big", Tier.A, Plan.Diners >= 500)
            .With("special", Tier.C, Plan.Special, isFinal: true)
            .With("closing", Tier.C, Plan.Diners < 10, isFinal: true)
            .OrElse(Tier.D);

        var decision = new Grader<Tier>(policy).Grade(new FactRecord(Plan.Diners.Of(500), Plan.Special.Of(true)));
        Assert.Equal((Tier.C, "special"), (decision.Grade, policy.ClauseOf(decision).Id));
        Assert.Equal(Tier.A, new Grader<Tier>(policy).Grade(new FactRecord(Plan.Diners.Of(500), Plan.Special.Of(false))).Grade);
        var noted = Assert.Single(PolicyAnalysis.Of(policy).Findings.OfType<FinalBelowStricter>());
        Assert.False(noted.IsFault);
        Assert.Equal("'special' (special) is final and decides where stricter rules hold too: 'big' (big)", noted.Text.English);
        Assert.Equal("直接定级的“规则”（special）优先于更严的“规则”（big）", noted.Text.Chinese);
    }

    [Fact]
    public void Of_PolicyTooLargeToBeLookedAtWhole_ThinksAFinalRuleOfAMilderGradeFirst()
    {
        var policy = Plan.Define()
            .With("strict", Tier.A, Plan.Revenue + Plan.Rent >= 60)
            .With("final", Tier.C, Plan.Special & Plan.Revenue + Plan.Rent >= 70, isFinal: true)
            .With("under-final", Tier.A, Plan.Special & Plan.Revenue + Plan.Rent >= 80)
            .OrElse(Tier.D);

        var found = Assert.Single(PolicyAnalysis.Of(policy, new() { MostSteps = 120 }).Findings.OfType<NeverWins>());

        Assert.Equal("'under-final' (under-final) can never win: wherever it holds, 'final' (final) holds too and comes before it", found.Text.English);
    }

    [Fact]
    public void Of_TitleInTenThousandsAndLimitInYuan_AsksWhetherTheUnitIsMistaken()
    {
        var policy = Plan.Define().Rule("rich", Tier.A, Plan.Revenue >= 2_000, ("收入2000万元以上", "20 million yuan and more"), Plan.Basis).OrElse(Tier.D);

        var found = Assert.IsType<TitleSaysOtherwise>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal((new BilingualText("2000万", "20 million"), 20_000_000m, 10_000m), (found.Written, found.Number, found.Times));
        Assert.Equal("“收入2000万元以上”（rich）的标题写“2000万”，而条件是：收入 ≥ 2,000 元；相差 10,000 倍，计量单位是否有误？", found.Text.Chinese);
        Assert.Equal("the title of '20 million yuan and more' (rich) says '20 million', the condition: revenue ≥ CNY 2,000; that is 10,000 times as much: is the unit mistaken?", found.Text.English);
    }

    [Theory]
    [InlineData("用餐300人以上", "300 diners and more", 200, "300", "300")]
    [InlineData("用餐200人以上", "300 diners and more", 200, "", "300")]
    [InlineData("用餐五百人以上", "five hundred diners", 200, "五百", "")]
    [InlineData("用餐200人以上", "200 diners and more", 200, null, null)]
    [InlineData("用餐199人以下", "199 and fewer", 200, null, null)]
    [InlineData("用餐201人以上", "201 diners and more", 200, "201", "201")]
    [InlineData("用餐二百人以上", "", 200, null, null)]
    [InlineData("用餐100至200人", "100 to 200 diners", 200, null, null)]
    [InlineData("2022年第60号令第3条", "Order 60-3 of 2022", 200, null, null)]
    [InlineData("一级（三项）", "", 200, null, null)]
    [InlineData("用餐200人（近12个月）", "", 200, "12", "")]
    public void Of_NumberInATitle_IsHeldAgainstTheLimits(string chinese, string english, int limit, string? written, string? writtenInEnglish)
    {
        var policy = Plan.Define().Rule("diners", Tier.A, Plan.Diners >= limit, (chinese, english), Plan.Basis).With("hundred", Tier.B, Plan.Diners >= 100).OrElse(Tier.D);

        var found = PolicyAnalysis.Of(policy).Findings.OfType<TitleSaysOtherwise>().SingleOrDefault();
        Assert.Equal((written, writtenInEnglish), (found?.Written.Chinese, found?.Written.English));
    }

    [Fact]
    public void Of_NumberInTheTitleOfOneLanguage_IsSaidToBeOfThatLanguage()
    {
        var (chinese, english) = (TextOf("用餐五百人以上", "many diners"), TextOf("用餐人数较多", "500 diners and more"));

        Assert.StartsWith("the Chinese title of 'many diners' (diners) says '五百', the condition: ", chinese.English, StringComparison.Ordinal);
        Assert.StartsWith("“用餐五百人以上”（diners）的标题写“五百”，而条件是：", chinese.Chinese, StringComparison.Ordinal);
        Assert.StartsWith("the title of '500 diners and more' (diners) says '500', the condition: ", english.English, StringComparison.Ordinal);
        Assert.StartsWith("“用餐人数较多”（diners）的英文标题写“500”，而条件是：", english.Chinese, StringComparison.Ordinal);

        static BilingualText TextOf(string chinese, string english) => Assert.Single(PolicyAnalysis.Of(
            Plan.Define().Rule("diners", Tier.A, Plan.Diners >= 200, (chinese, english), Plan.Basis).OrElse(Tier.D)).Findings.OfType<TitleSaysOtherwise>()).Text;
    }

    [Fact]
    public void Of_NumberOfATitleThatTheFactHasInItsName_SaysNothing() =>
        Assert.Empty(PolicyAnalysis.Of(CanteenPolicy.Policy).Findings.OfType<TitleSaysOtherwise>());

    [Fact]
    public void Of_AdjustmentThatMoreBrings_IsOneFindingWhateverGradesItMoves()
    {
        var policy = Plan.Define()
            .With("school", Tier.B, Plan.Type.Is(Plan.Kind.School)).With("shop", Tier.A, Plan.Type.Is(Plan.Kind.Shop)).With("works", Tier.C, Plan.Type.Is(Plan.Kind.Works))
            .Moved("well-staffed", -1, Plan.Staff >= 50).OrElse(Tier.D);

        var found = Assert.IsType<MoreIsMilder<Tier>>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal(["well-staffed"], found.Clauses);
        Assert.Equal(3, found.Steps.Length);
        Assert.Equal(
            "more staff is milder: at 50 people the grade goes from tier A to tier B, from tier B to tier C, from tier C to tier D (by 'well-staffed' (well-staffed))",
            found.Text.English);
    }

    [Fact]
    public void Accept_FindingByItsKey_IsNoFaultAnyMoreAndSaysWhy()
    {
        var draft = Plan.Define().With("big", Tier.A, Plan.Diners >= 500).With("huge", Tier.B, Plan.Diners >= 1_000);
        var key = Assert.Single(PolicyAnalysis.Of(draft.OrElse(Tier.D)).Faults).Key;
        var policy = draft.Accept(key, ("留作说明", "kept for those who look it up")).OrElse(Tier.D);

        var analysis = PolicyAnalysis.Of(policy);

        Assert.Equal("never-wins:huge", key);
        Assert.Empty(analysis.Faults);
        Assert.Equal(new BilingualText("留作说明", "kept for those who look it up"), Assert.Single(analysis.Accepted).Reason);
    }

    [Fact]
    public void Accept_FindingThatThereIsNot_IsAFault()
    {
        var policy = Plan.Define().With("big", Tier.A, Plan.Diners >= 500).Accept("never-wins:huge", ("留作说明", "kept")).OrElse(Tier.D);

        var found = Assert.IsType<AcceptedInVain>(Assert.Single(PolicyAnalysis.Of(policy).Faults));

        Assert.Equal("'never-wins:huge' is accepted, but nothing of the kind is found; take it out", found.Text.English);
    }

    [Fact]
    public void Read_PolicyOfAFile_FindingsHaveTitleKeyAndLine_AndAcceptancesAreWrittenBack()
    {
        const string json = """
            {
              "format": 1, "id": "tiers", "version": "1", "scale": ["D", "C", "B", "A"],
              "title": {"zh": "标准", "en": "tiers"},
              "sources": {"own": {"title": {"zh": "自拟", "en": "own"}, "standing": "unconfirmed"}},
              "rules": [
                {"id": "big", "grade": "A", "when": {"fact": "diners-per-meal", "atLeast": 500}, "title": {"zh": "大", "en": "large"}, "basis": "own"},
                {
                  "id": "huge", "grade": "B", "when": {"fact": "diners-per-meal", "atLeast": 1000}, "title": {"zh": "特大", "en": "huge canteens"}, "basis": "own"
                }
              ],
              "otherwise": {"id": "rest", "grade": "D", "title": {"zh": "其余", "en": "rest"}, "basis": "own"},
              "accepted": [{"finding": "never-wins:huge", "reason": {"zh": "留作说明", "en": "kept"}}]
            }
            """;
        var policy = TierPolicies.File.Read(json);
        var analysis = PolicyAnalysis.Of(policy);

        Assert.Equal("'huge canteens' (huge, line 7) can never win: wherever it holds, 'large' (big, line 6) decides", Assert.Single(analysis.Findings.OfType<NeverWins>()).Text.English);
        Assert.Equal("“特大”（huge，第 7 行）从不起决定作用：凡其成立之处，均由“大”（big，第 6 行）决定", Assert.Single(analysis.Findings.OfType<NeverWins>()).Text.Chinese);
        Assert.Empty(analysis.Faults);
        Assert.Equal(policy.Accepted, TierPolicies.File.Read(TierPolicies.File.Write(policy)).Accepted);
    }
}
