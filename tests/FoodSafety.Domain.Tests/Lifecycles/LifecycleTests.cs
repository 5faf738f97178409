using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Tests.Lifecycles;

public class LifecycleTests
{
    private static readonly Lifecycle<Lamp, Switch> Table = Of(
        new(null, Switch.Install, Lamp.Off), new(Lamp.Off, Switch.Turn, Lamp.On), new(Lamp.On, Switch.Turn, Lamp.Off), new(Lamp.Off, Switch.Remove, Lamp.Gone));

    private enum Lamp
    {
        [BilingualName("灭", "off")]
        Off = 1,

        [BilingualName("亮", "on")]
        On = 2,

        [BilingualName("无", "gone")]
        Gone = 3,
    }

    private enum Switch
    {
        [BilingualName("安装", "install")]
        Install = 1,

        [BilingualName("扳动", "turn")]
        Turn = 2,

        [BilingualName("拆除", "remove")]
        Remove = 3,
    }

    [Fact]
    public void FindNext_OfEveryStateAndStep_IsTheTable() => Assert.Equal(
        [(null, Switch.Install, Lamp.Off), (Lamp.Off, Switch.Turn, Lamp.On), (Lamp.Off, Switch.Remove, Lamp.Gone), (Lamp.On, Switch.Turn, Lamp.Off)],
        from state in Table.States.Select(state => (Lamp?)state).Prepend(null)
        from step in Table.Steps
        where Table.FindNext(state, step) is not null
        select (state, step, Table.FindNext(state, step)!.Value));

    [Fact]
    public void StepsFrom_GivesTheOrderOfTheTable_AndNothingAtTheEnd()
    {
        Assert.Equal([Switch.Turn, Switch.Remove], Table.StepsFrom(Lamp.Off));
        Assert.Equal([Switch.Install], Table.StepsFrom(null));
        Assert.True(Table.IsFinal(Lamp.Gone));
        Assert.False(Table.IsFinal(Lamp.On));
    }

    [Fact]
    public void Options_AreTheStepsOfTheState_WithWhatStandsInTheirWay()
    {
        var guard = new UnmetGuard("cold", ("灯还烫", "the lamp is at 80 °C, allowed is 40"), [new("degrees", "80"), new("at-most", "40")]);

        Assert.Equal([new StepOption<Switch>(Switch.Turn, []), new(Switch.Remove, [guard])], Table.Options(Lamp.Off, step => step == Switch.Remove ? [guard] : []));
        Assert.Empty(Table.Options(Lamp.Gone, _ => [guard]));
    }

    [Fact]
    public void Rows_WithoutOneForAStateOrStep_AreRefusedByItsName()
    {
        var turn = new Row(Switch.Turn, [], [], [(Lamp.Off, Lamp.On), (Lamp.On, Lamp.Off)]);
        Row[] rows = [new(Switch.Install, [], [], Ways.Beginning(Lamp.Off)), turn, new(Switch.Remove, [], [], Ways.Into(Lamp.Gone, Lamp.Off, Lamp.On))];

        Assert.Equal(Lamp.Gone, Of(StateRow<Lamp>.OfEach, rows).After(Lamp.On, Switch.Remove));
        Assert.Equal("Switch.Remove has no row or several. Allowed: one.", Refused(() => Of(StateRow<Lamp>.OfEach, rows[..2])));
        Assert.Equal("Switch.Turn has no row or several. Allowed: one.", Refused(() => Of(StateRow<Lamp>.OfEach, [.. rows, turn])));
        Assert.Equal("Lamp.Gone has no row or several. Allowed: one.", Refused(() => Of([new(Lamp.Off), new(Lamp.On)], rows)));

        static string Refused(Action make) => Assert.Throws<ArgumentException>(make).Message;
        static LifecycleRows<Lamp, Switch, string, StateRow<Lamp>, Row> Of(ItemList<StateRow<Lamp>> states, Row[] steps) => new(("灯", "lamp"), [], [], states, [.. steps]);
    }

    [Fact]
    public void ToMermaid_ShowsEveryLine_BeginAndEnd() => Assert.Equal(
        """
        stateDiagram-v2
            state "off" as Off
            state "on" as On
            state "gone" as Gone
            [*] --> Off: install
            Off --> On: turn
            On --> Off: turn
            Off --> Gone: remove
            Gone --> [*]

        """.ReplaceLineEndings("\n"),
        Table.ToMermaid(Language.English));

    [Fact]
    public void ToMarkdown_ShowsWhereEveryStepLeads() => Assert.Equal(
        """
        | 状态 | 安装 | 扳动 | 拆除 |
        |---|---|---|---|
        | 尚未开始 | 灭 |  |  |
        | 灭 |  | 亮 | 无 |
        | 亮 |  | 灭 |  |

        """.ReplaceLineEndings("\n"),
        Table.ToMarkdown(Language.Chinese));

    [Fact]
    public void Constructor_WithTheSameLineTwice_Throws() => Assert.Equal(
        "From off the step Turn stands twice. Allowed: once.",
        Assert.Throws<ArgumentException>(() => Of([.. Table.Transitions, new(Lamp.Off, Switch.Turn, Lamp.Gone)])).Message);

    [Fact]
    public void Constructor_WithAStateThatIsNeverReached_Throws() => Assert.Equal(
        "States that are never reached: Gone; steps that are never used: Remove. Allowed: none of either.",
        Assert.Throws<ArgumentException>(() => Of([.. Table.Transitions[..3]])).Message);

    private sealed record Row(Switch Step, ItemList<StepData<string>> Needs, ItemList<StepData<string>> May, ItemList<(Lamp? From, Lamp To)> Ways)
        : StepRow<Lamp, Switch, string>(Step, Needs, May, Ways);

    private static Lifecycle<Lamp, Switch> Of(params ReadOnlySpan<Transition<Lamp, Switch>> transitions) => new(("灯", "lamp"), transitions);
}
