using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Grading;

public class PolicyDiffTests
{
    [Fact]
    public void Between_LoweredLimit_IsTheStripBetweenTheLimits()
    {
        var old = TierPolicies.SizeAndDiners2022;
        var rule = old.Rules.Single(rule => rule.Id == "school-500");
        var draft = old.Draft("2026.1").Without(rule.Id)
            .Rule(rule.Id, rule.Grade, BusinessFacts.Type.Is(BusinessType.SchoolCanteen) & BusinessFacts.DinersPerMeal >= 400, rule.Title, rule.Basis)
            .Build();

        var diff = PolicyDiff.Between(old, draft);

        var found = Assert.Single(diff.Differences);
        Assert.Equal((Tier.C, Tier.B, true), (found.From, found.To, found.IsExact));
        Assert.Equal(
            "business type is School canteen, operating status is Operating or Suspended, diners per meal 400 to 499 people, not (chain headquarters): tier C → tier B",
            found.Text.English);
        Assert.Equal(400, BusinessFacts.DinersPerMeal.In(found.Witness!.Facts));
        Assert.Equal(Tier.C, new Grader<Tier>(old).Grade(found.Witness.Facts).Grade);
        Assert.Equal(Tier.B, new Grader<Tier>(draft).Grade(found.Witness.Facts).Grade);
        var change = Assert.Single(diff.Clauses);
        Assert.Equal((rule.Id, ClauseChangeKind.Changed, rule, draft.Rules[^1]), (change.Id, change.Kind, change.Old, change.New));
        Assert.Equal([rule.Id], found.Causes);
    }

    [Fact]
    public void Between_SamePolicyInAnotherOrder_IsTheSameGrading()
    {
        var old = TierPolicies.SizeAndDiners2022;
        var draft = old.Draft("2");
        foreach (var rule in old.Rules.Reverse())
        {
            draft.Without(rule.Id).Rule(rule.Id, rule.Grade, rule.When, rule.Title, rule.Basis);
        }

        var diff = PolicyDiff.Between(old, draft.Build());

        Assert.True(diff.IsSameGrading);
        Assert.Empty(diff.Clauses);
    }

    [Fact]
    public void Between_ClausesOfEveryFate_ListsThemById()
    {
        var old = Plan.Define().Closed("gone", Plan.Special).With("same", Tier.A, Plan.Diners >= 500).With("stricter", Tier.C, Plan.Staff >= 5).OrElse(Tier.D);
        var now = Plan.Define("2").With("same", Tier.A, Plan.Diners >= 500).With("stricter", Tier.B, Plan.Staff >= 5).Moved("new", +1, Plan.Special)
            .Otherwise(Tier.D, ("其他", "the others"), Plan.Basis, id: "rest").Build();

        var clauses = PolicyDiff.Between(old, now).Clauses;

        Assert.Equal(
            [("gone", ClauseChangeKind.Removed), ("stricter", ClauseChangeKind.Changed), ("rest", ClauseChangeKind.Reworded), ("new", ClauseChangeKind.Added)],
            clauses.Select(change => (change.Id, change.Kind)));
    }

    [Fact]
    public void Between_NoGradeAnyMore_GoesToNull()
    {
        var old = Plan.Define().With("big", Tier.A, Plan.Diners >= 500).OrElse(Tier.D);
        var now = old.Draft("2").NotGraded("exempt", Plan.Special, ("豁免", "exempt"), Plan.Basis).Build();

        Assert.Equal(
            ["diners < 500 people, special food: tier D → not graded", "diners ≥ 500 people, special food: tier A → not graded"],
            PolicyDiff.Between(old, now).Differences.Select(difference => difference.Text.English));
    }

    [Fact]
    public void Between_MovedBandOfAScore_IsToldByTheScore()
    {
        var old = RiskPolicies.FoodSellers2016Version1;
        var total = (RiskPolicies.FoodSellerStaticScore + FoodSellerFacts.DynamicScore.OrElse(0)).Named(("风险分", "risk score"));
        var rule = old.Rules.Single(rule => rule.Id == "over-60");
        var now = old.Draft("2").Without(rule.Id).Rule(rule.Id, rule.Grade, total > 65, rule.Title, rule.Basis).Build();

        var differences = PolicyDiff.Between(old, now).Differences;

        Assert.All(differences, difference => Assert.Contains("risk score over 60 to 65", difference.Text.English, StringComparison.Ordinal));
        // A serious lapse raises C to D again, and a good record lowers both.
        Assert.Equal([(RiskGrade.C, RiskGrade.B), (RiskGrade.D, RiskGrade.C)], differences.Select(d => (d.From!.Value, d.To!.Value)).Distinct());
    }

    [Fact]
    public void Between_ChangedLineOfAScore_IsTooRaggedToListAndBoundedByWhatChanged()
    {
        var old = RiskPolicies.FoodSellers2016Version1;
        var total = RiskPolicies.FoodSellerStaticScore + FoodSellerFacts.DynamicScore.OrElse(0) + Score.When(BusinessFacts.SpecialFood, 1).OrElse(0);
        var draft = old.Draft("2");
        foreach (var rule in old.Rules)
        {
            draft.Without(rule.Id).Rule(rule.Id, rule.Grade, total > ((Comparison)rule.When).Limit, rule.Title, rule.Basis);
        }

        var diff = PolicyDiff.Between(old, draft.Build());

        Assert.True(diff.IsComplete);
        Assert.All(diff.Differences, difference =>
        {
            Assert.False(difference.IsExact);
            Assert.Contains("special food", difference.Where.Text.English, StringComparison.Ordinal);
            Assert.True(difference.Where.Holds(difference.Witness!.Facts));
            Assert.Equal(difference.From, new Grader<RiskGrade>(diff.Old).Grade(difference.Witness!.Facts).FindGrade());
            Assert.Equal(difference.To, new Grader<RiskGrade>(diff.New).Grade(difference.Witness!.Facts).FindGrade());
        });
        Assert.Equal(3, diff.Differences.Select(difference => (difference.From, difference.To)).Distinct().Count());
    }

    [Fact]
    public void Between_SumOfWideNumbersThatAreReadElsewhere_ListsDifferencesAndSaysThatItIsNotWhole()
    {
        var old = Plan.Define().With("money", Tier.A, Plan.Revenue + Plan.Rent >= 500).With("rent", Tier.B, Plan.Rent >= 5).OrElse(Tier.D);

        var diff = PolicyDiff.Between(old, old.Draft("2").Without("money").Build());

        Assert.False(diff.IsComplete);
        Assert.False(diff.IsSameGrading);
        Assert.Equal(["rent < CNY 5, revenue + rent ≥ CNY 500: tier A → tier D", "rent ≥ CNY 5, revenue + rent ≥ CNY 500: tier A → tier B"], diff.Differences.Select(difference => difference.Text.English).Order(StringComparer.Ordinal));
        Assert.Equal(Plan.Revenue, diff.TooLarge[0].Fact);
        Assert.Equal(ClauseChangeKind.Removed, Assert.Single(diff.Clauses).Kind);
    }

    [Fact]
    public void ToText_PoliciesTooLarge_SaysWhatWasNotComparedAndNothingOfNoChange()
    {
        var old = Plan.Define().With("big", Tier.A, Plan.Diners >= 500 & Plan.Staff >= 3).With("small", Tier.B, Plan.Diners >= 5).OrElse(Tier.D);

        var diff = PolicyDiff.Between(old, old.Draft("2").Without("big").Build(), new() { MostSteps = 40 });

        Assert.False(diff.IsSameGrading);
        Assert.Equal(
            "plan: 1 → 2\n- removed: big, tier A: diners ≥ 500 people and staff ≥ 3 people\nThe policies are too large to be compared whole, and more grades may change; because of diners: 2",
            diff.ToText(Language.English));
        Assert.EndsWith("标准过大，未能全部比对，或有其他等级变化，因为：用餐人数（2 段）", diff.ToText(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Between_FormsOf54ItemsWithAnotherLimit_AreComparedWhole()
    {
        NumberFact[] items = [.. Enumerable.Range(1, 54).Select(i => new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), maximum: 25))];
        var total = new SumOf([.. items]).Named(("总分", "total"));
        var old = Plan.Define().With("over", Tier.A, total >= 70).With("special", Tier.B, Plan.Special).OrElse(Tier.D);
        var now = Plan.Define("2").With("over", Tier.A, total >= 60).With("special", Tier.B, Plan.Special).OrElse(Tier.D);

        var diff = PolicyDiff.Between(old, now);

        Assert.True(diff.IsComplete);
        Assert.Equal(
            ["not (special food), total 60 to 69 points: tier D → tier A", "special food, total 60 to 69 points: tier B → tier A"],
            diff.Differences.Select(difference => difference.Text.English).Order(StringComparer.Ordinal));
        Assert.All(diff.Differences, difference => Assert.InRange(total.Evaluate(difference.Witness!.Facts)!.Value, 60, 69));
    }

    [Fact]
    public void Between_FormsOf54ItemsOfWhichSomeAreReadElsewhere_AreComparedWhole()
    {
        NumberFact[] items = [.. Enumerable.Range(1, 54).Select(i => new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), maximum: 25))];
        var total = new SumOf([.. items]).Named(("总分", "total"));
        var old = Plan.Define().BasedOn(Plan.Basis).RequireStated([.. items]).With("over", Tier.A, total >= 70).With("critical", Tier.B, items[6] >= 20).OrElse(Tier.D);
        var now = Plan.Define("2").BasedOn(Plan.Basis).RequireStated([.. items]).With("over", Tier.A, total >= 60).With("critical", Tier.B, items[6] >= 20).OrElse(Tier.D);

        var diff = PolicyDiff.Between(old, now);

        Assert.True(diff.IsComplete);
        Assert.Equal(
            ["item 7 < 20 points, total 60 to 69 points: tier D → tier A", "item 7 ≥ 20 points, total 60 to 69 points: tier B → tier A"],
            diff.Differences.Select(difference => difference.Text.English).Order(StringComparer.Ordinal));
        Assert.All(diff.Differences, difference => Assert.Equal(
            (difference.From, difference.To), (new Grader<Tier>(old).Grade(difference.Witness!.Facts).FindGrade(), new Grader<Tier>(now).Grade(difference.Witness!.Facts).FindGrade())));
    }

    [Fact]
    public void Between_NumbersThatReadTheSameFewFactsAgainAndAgain_IsWhole()
    {
        var x = new NumberFact("x", ("甲", "x"), ("个", "units"), maximum: 5);
        var y = new NumberFact("y", ("乙", "y"), ("个", "units"), decimals: 1, minimum: 0.1m, maximum: 0.6m);
        var z = new NumberFact("z", ("丙", "z"), ("个", "units"), minimum: -2, maximum: 2);
        var old = Plan.Define().With("stated", Tier.A, (x + y).IsStated).Moved("unstated", 1, !z.IsStated).OrElse(Tier.B);
        var now = Plan.Define("2").Closed("closed", new LargestOf(3 - x, 2 * y) > new SmallestOf(0.5m * y, x + y + z, x - z + 1)).OrElse(Tier.B);

        var diff = PolicyDiff.Between(old, now);

        Assert.True(diff.IsComplete);
        var (before, after) = (new Grader<Tier>(old), new Grader<Tier>(now));
        Assert.All(diff.Differences, difference => Assert.Equal(
            (difference.From, difference.To), (before.Grade(difference.Witness!.Facts).FindGrade(), after.Grade(difference.Witness.Facts).FindGrade())));
        Assert.Contains(diff.Differences, difference => (difference.From, difference.To) == (Tier.A, null));
    }

    [Fact]
    public void Between_PolicyTooLargeAndItself_IsTheSameGradingByItsWords()
    {
        var old = Plan.Define().With("money", Tier.A, Plan.Revenue + Plan.Rent >= 500).With("rent", Tier.B, Plan.Rent >= 5).OrElse(Tier.D);

        var diff = PolicyDiff.Between(old, old.Draft("2").Build(), new() { MostSteps = 1 });

        Assert.True(diff.IsSameGrading);
        Assert.True(diff.IsComplete);
    }

    [Fact]
    public void Between_AnotherOrderOfGrades_IsRefused()
    {
        var scale = new GradeScale<Tier>((Tier.A, ("A", "A")), (Tier.B, ("B", "B")), (Tier.C, ("C", "C")), (Tier.D, ("D", "D")));
        var turned = GradingPolicy.Define("turned", "1", ("测试", "turned"), scale).OrElse(Tier.A);

        var e = Assert.Throws<ArgumentException>(() => PolicyDiff.Between(Plan.Define().OrElse(Tier.D), turned));

        Assert.Equal("'turned 1' orders A, B, C, D, 'plan 1' D, C, B, A. (Parameter 'new')", e.Message);
    }
}
