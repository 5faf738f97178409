using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;
using State = FoodSafety.Domain.Inspections.InspectionState;
using Step = FoodSafety.Domain.Inspections.InspectionStep;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>Every step from every state, against a table written by hand; and the requirements of each step at their edges.</summary>
public class InspectionLifecycleTests
{
    /// <summary>Where each step leads from each state; what is not here is refused.</summary>
    private static readonly Dictionary<(State From, Step Step), State> Expected = new()
    {
        [(State.Planned, Step.Begin)] = State.UnderWay,
        [(State.Planned, Step.Cancel)] = State.Cancelled,
        [(State.UnderWay, Step.Finish)] = State.Finished,
        [(State.UnderWay, Step.Cancel)] = State.Cancelled,
        [(State.Finished, Step.Publish)] = State.Published,
        [(State.Finished, Step.CorrectClerically)] = State.Finished,
        [(State.Finished, Step.CorrectSubstantively)] = State.Replaced,
        [(State.Published, Step.CorrectClerically)] = State.Published,
        [(State.Published, Step.CorrectSubstantively)] = State.Replaced,
    };

    public static MatrixTheoryData<State, Step> EveryStateAndStep => new(Enum.GetValues<State>(), Enum.GetValues<Step>());

    [Theory]
    [MemberData(nameof(EveryStateAndStep))]
    public void Step_FromEveryState_LeadsWhereTheTableSays(State from, Step step)
    {
        if (step == Step.Plan)
        {
            // Nothing that exists is planned again.
            Assert.Null(InspectionLifecycle.Table.FindNext(from, step));
            return;
        }

        var (book, id) = BookWith(from);
        var before = book.District.Version;
        if (Expected.TryGetValue((from, step), out var to))
        {
            Assert.Contains(step, book.Book.AllowedSteps(id, Two, AllMet()).Where(option => option.IsAllowed).Select(option => option.Step));
            Take(book, id, step);
            Assert.Equal(to, book.Book[id].State);
            Assert.Equal(before + 1, book.District.Version);
        }
        else
        {
            Assert.DoesNotContain(step, book.Book.AllowedSteps(id, Two, AllMet()).Select(option => option.Step));
            var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => Take(book, id, step)).Refusals);
            Assert.Equal("step-not-possible", refusal.Code);
            Assert.Equal([new GuardValue("state", from.Code()), new GuardValue("step", step.Code())], refusal.Values);
            var allowed = Expected.Keys.Where(key => key.From == from).Select(key => key.Step.Name().English).ToList();
            Assert.Equal(allowed.Count == 0 ? "nothing." : string.Join(", ", InspectionLifecycle.Table.StepsFrom(from).Select(possible => possible.Name().English)) + ".", refusal.Allowed.English);
            Assert.Equal(allowed.Order(), InspectionLifecycle.Table.StepsFrom(from).Select(possible => possible.Name().English).Order());
            Assert.Equal(from, book.Book[id].State);
            Assert.Equal(before, book.District.Version);
        }

        book.AssertRedone();
    }

    [Fact]
    public void Table_OfNothing_BeginsPlannedOrInPlaceOfAnother()
    {
        Assert.Equal([Step.Plan, Step.CorrectSubstantively], InspectionLifecycle.Table.StepsFrom(null));
        Assert.Equal(State.Planned, InspectionLifecycle.Table.FindNext(null, Step.Plan));
        Assert.Equal(State.Finished, InspectionLifecycle.Table.FindNext(null, Step.CorrectSubstantively));
        Assert.Equal([State.Cancelled, State.Replaced], InspectionLifecycle.Table.States.Where(InspectionLifecycle.Table.IsFinal));
    }

    [Fact]
    public void Refusal_ByState_SaysWhatIsAllowed()
    {
        var (book, id) = BookWith(State.UnderWay);
        var refused = Assert.Throws<ActsRefusedException>(() => book.Publish(id, By, Day));
        Assert.Contains("inspection 1 (under way): the step 'publish' is not possible. Allowed: finish, cancel.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("检查 1（进行中）不能“公示”。可以：完成、取消。", refused.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_ByRequirement_SaysWhatWasLookedAt()
    {
        var (book, id) = BookWith(State.Planned);
        var guard = Assert.Single(Assert.Throws<ActsRefusedException>(() => book.Begin(id, new InspectionTeam(InspectionForm.OnSite, Li), By, Day)).Refusals);
        Assert.Equal("inspection 1 (planned): the step 'begin' is refused: inspectors 1, at least 2.", guard.Text.English);
        Assert.Equal("检查 1（已计划）不能“开始”：检查人员 1 名，至少 2 名。", guard.Text.Chinese);
        Assert.Equal([new GuardValue("inspectors", "1"), new GuardValue("at-least", "2")], guard.Values);
        Assert.Equal("23", guard.Basis?.Article);
    }

    private static (InspectionDesk Book, InspectionId Id) BookWith(State state)
    {
        var book = new InspectionDesk();
        var id = book.Plan(Task(), By, Day).Id;
        Step[] path = state switch
        {
            State.Planned => [],
            State.UnderWay => [Step.Begin],
            State.Finished => [Step.Begin, Step.Finish],
            State.Published => [Step.Begin, Step.Finish, Step.Publish],
            State.Cancelled => [Step.Cancel],
            _ => [Step.Begin, Step.Finish, Step.CorrectSubstantively],
        };
        Assert.All(path, step => Take(book, id, step));
        Assert.Equal(state, book.Book[id].State);
        return (book, id);
    }

    private static void Take(InspectionDesk book, InspectionId id, Step step) => _ = step switch
    {
        Step.Begin => book.Begin(id, Two, By, Day),
        Step.Finish => book.Finish(id, AllMet(), By, Day),
        Step.Publish => book.Publish(id, By, Day),
        Step.Cancel => book.Cancel(id, "停业", By, Day),
        Step.CorrectClerically => book.CorrectClerically(id, "错字", By, Day),
        _ => book.CorrectSubstantively(id, AllMet(), "漏项", By, Day),
    };
}
