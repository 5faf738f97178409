using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Inspections;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>A result has substance: something was inspected, and what was measured does not contradict what is ticked.</summary>
public class InspectionSubstanceTests
{
    public static TheoryData<InspectionKind> Kinds => [.. Enum.GetValues<InspectionKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Finish_EverythingNotApplicable_IsRefused(InspectionKind kind)
    {
        var refused = Refused(Task(kind), List.Items.Select(item => ItemAnswer.NotApplicable(item.Code)));

        var guard = Assert.Single(refused.Refusals);
        Assert.Equal("something-applies", guard.Code);
        Assert.EndsWith("all 3 items answered are not applicable, so that nothing was inspected.", guard.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_FollowUpOfNothingThatApplies_IsRefused()
    {
        var book = new InspectionDesk();
        book.Finished(Unmet(InspectionOutcome.WrittenDeadline, "labels"), Day);

        var refused = Refused(Task(followsUp: book.Findings.All.First().Id), [ItemAnswer.NotApplicable("labels")], book);

        Assert.Equal(["something-applies"], refused.Refusals.Select(guard => guard.Code));
    }

    [Theory]
    [InlineData("staff-health")]
    [InlineData("labels")]
    public void Finish_OneItemThatApplies_IsEnough(string code) => Assert.Equal(InspectionOutcome.Pass, new InspectionDesk().Finished(
        Result(List.Items.Select(item => item.Code == code ? ItemAnswer.Met(code) : ItemAnswer.NotApplicable(item.Code))), Day).Outcome);

    [Theory]
    [InlineData("8", true)]
    [InlineData("8.000000000000000000000000001", false)]
    [InlineData("12.5", false)]
    public void Finish_NotApplicableWithAMeasurementBeyondItsLimit_IsRefused(string value, bool holds)
    {
        var measured = new Measurement("冷藏库温度", decimal.Parse(value, null), MeasurementUnit.DegreeCelsius, atMost: 8);
        ItemAnswer[] answers = [ItemAnswer.Met("staff-health"), ItemAnswer.Met("cleaning"), ItemAnswer.NotApplicable("labels") with { Measurements = [measured] }];

        if (holds)
        {
            new InspectionDesk().Finished(Result(answers), Day);
            return;
        }

        var guard = Assert.Single(Refused(Task(), answers).Refusals);
        Assert.Equal("within-limits", guard.Code);
        Assert.EndsWith($"'labels' is not applicable, but 冷藏库温度 {value} ℃ (≤ 8).", guard.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Correct_ToNothingThatApplies_IsRefused()
    {
        var book = new InspectionDesk();
        var finished = book.Finished(AllMet(), Day);

        Assert.Equal(
            ["something-applies"], CodesOf(() => book.CorrectSubstantively(finished.Id, Result(List.Items.Select(item => ItemAnswer.NotApplicable(item.Code))), "wrong", By, Day)));
    }

    private static InspectionResult Result(IEnumerable<ItemAnswer> answers) => new(InspectionOutcome.Pass, answers) { Signature = Signature };

    private static ActsRefusedException Refused(InspectionTask task, IEnumerable<ItemAnswer> answers, InspectionDesk? book = null)
    {
        book ??= new InspectionDesk();
        var id = book.Plan(task, By, Day).Id;
        book.Begin(id, TeamOf(task.Kind), By, Day);
        return Assert.Throws<ActsRefusedException>(() => book.Finish(id, Result(answers), By, Day));
    }
}
