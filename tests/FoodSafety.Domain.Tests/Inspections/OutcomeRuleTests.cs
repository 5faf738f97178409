using FoodSafety.Domain.Inspections;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>What is suggested, and why; what is refused stands with the requirements.</summary>
public class OutcomeRuleTests
{
    [Fact]
    public void SuggestOutcome_OfAllInOrder_IsPass()
    {
        var suggestion = InspectionRules.BuiltIn.SuggestOutcome(InspectionKind.Routine, List, [ItemAnswer.Met("labels"), ItemAnswer.NotApplicable("cleaning")]);
        Assert.Equal(InspectionOutcome.Pass, suggestion.Outcome);
        Assert.Empty(suggestion.Reasons);
    }

    [Fact]
    public void SuggestOutcome_OfSeveral_IsTheGravest_WithAReasonForEach()
    {
        var suggestion = InspectionRules.BuiltIn.SuggestOutcome(InspectionKind.Routine, List,
        [
            ItemAnswer.NotMet("labels", "字体不规范", ItemEffect.Minor) with { IsCorrectedOnTheSpot = true },
            ItemAnswer.NotMet("staff-health", "一人无健康证明", ItemEffect.AffectsSafety),
            ItemAnswer.NotMet("cleaning", "虫害", ItemEffect.AccidentRisk),
        ]);
        Assert.Equal(InspectionOutcome.Stop, suggestion.Outcome);
        Assert.Equal([InspectionOutcome.Stop, InspectionOutcome.Case, InspectionOutcome.Pass], suggestion.Reasons.Select(reason => reason.Outcome));
        Assert.Equal(["31", "32", "33"], suggestion.Reasons.Select(reason => reason.Basis.Article));
        Assert.Equal(["cleaning", "staff-health", "labels"], suggestion.Reasons.Select(reason => reason.Item.Code));
        Assert.Equal("key item 'staff-health': food safety is affected", suggestion.Reasons[1].Text.English);
        Assert.Equal("重点项目“staff-health”：影响食品安全", suggestion.Reasons[1].Text.Chinese);
    }

    [Fact]
    public void SuggestOutcome_OfAGeneralItemThatAffectsSafety_IsByArticle33()
    {
        var reason = Assert.Single(InspectionRules.BuiltIn.SuggestOutcome(InspectionKind.System, List, [ItemAnswer.NotMet("labels", "x", ItemEffect.AffectsSafety)]).Reasons);
        Assert.Equal((InspectionOutcome.Case, "33"), (reason.Outcome, reason.Basis.Article));
    }

    [Fact]
    public void SuggestOutcome_OfAGeneralItemFoundAgain_IsThatOfAKeyItem()
    {
        var book = new InspectionDesk();
        var first = book.Plan(Task(), By, Day).Id;
        book.Begin(first, Two, By, Day);
        book.Finish(first, Unmet(InspectionOutcome.WrittenDeadline, "labels"), By, Day);
        var earlier = book.Findings.Of(first);
        ItemAnswer[] mended =
        [
            ItemAnswer.NotMet("labels", "x", ItemEffect.Minor) with { IsCorrectedOnTheSpot = true },
            ItemAnswer.NotMet("cleaning", "x", ItemEffect.Minor) with { IsCorrectedOnTheSpot = true },
        ];

        Assert.Equal(InspectionOutcome.Pass, InspectionRules.BuiltIn.SuggestOutcome(InspectionKind.Routine, List, mended).Outcome);
        var suggestion = InspectionRules.BuiltIn.SuggestOutcome(InspectionKind.Routine, List, mended, earlier);
        Assert.Equal([InspectionOutcome.WrittenDeadline, InspectionOutcome.Pass], suggestion.Reasons.Select(reason => reason.Outcome));
        Assert.Equal("一般项目“labels”（遗留问题，按重点项目）：不符合 / general item 'labels', found again and so key: not met", suggestion.Reasons[0].Text.ToString());

        var again = book.Plan(Task(followsUp: earlier[0].Id), By, Day).Id;
        book.Begin(again, Two, By, Day);
        var result = new InspectionResult(InspectionOutcome.Pass, mended) { Signature = Signature };
        Assert.Equal(["outcome-too-light"], CodesOf(() => book.Finish(again, result, By, Day)));
    }

    [Fact]
    public void SuggestOutcome_OfAMinorLapseOnAKeyItem_IsAReading()
    {
        var reason = Assert.Single(InspectionRules.BuiltIn.SuggestOutcome(InspectionKind.Routine, List, [ItemAnswer.NotMet("staff-health", "x", ItemEffect.Minor)]).Reasons);
        Assert.Equal((InspectionOutcome.WrittenDeadline, true), (reason.Outcome, reason.Basis.IsIllustrative));
    }
}
