using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Tests.Lifecycles;

public class LifecycleTests
{
    private static readonly BilingualText Light = ("3 号灯", "Lamp 3");

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
    public void Next_OfWhatTheStateDoesNotAllow_NamesStateStepAndWhatIsAllowed()
    {
        var refused = Assert.Throws<StepRefusedException<Lamp, Switch>>(() => Table.Next(Light, Lamp.On, Switch.Remove));
        Assert.Equal((Lamp.On, Switch.Remove), (refused.State, refused.Step));
        Assert.Equal([Switch.Turn], refused.Allowed);
        Assert.Empty(refused.Unmet);
        Assert.Equal("Lamp 3 (on): the step 'remove' is not possible. Allowed: turn.", refused.Message);
        Assert.Equal("3 号灯（亮）不能“拆除”。可以：扳动。", refused.Text.Chinese);
        Assert.Equal(
            "Lamp 3 (gone): the step 'turn' is not possible. Allowed: nothing.",
            Assert.Throws<StepRefusedException<Lamp, Switch>>(() => Table.Next(Light, Lamp.Gone, Switch.Turn)).Message);
    }

    [Fact]
    public void Next_WithAnUnmetGuard_NamesItWithItsValues()
    {
        var guard = new UnmetGuard("cold", ("灯还烫", "the lamp is at 80 °C, allowed is 40"), [new("degrees", "80"), new("at-most", "40")]);
        var refused = Assert.Throws<StepRefusedException<Lamp, Switch>>(() => Table.Next(Light, Lamp.Off, Switch.Remove, [guard]));
        Assert.Equal([guard], refused.Unmet);
        Assert.Equal("Lamp 3 (off): the step 'remove' is refused: the lamp is at 80 °C, allowed is 40.", refused.Message);
        Assert.Equal(Lamp.Gone, Table.Next(Light, Lamp.Off, Switch.Remove, []));
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

    private static Lifecycle<Lamp, Switch> Of(params ReadOnlySpan<Transition<Lamp, Switch>> transitions) => new(("灯", "lamp"), transitions);
}
