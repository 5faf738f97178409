using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What the steps of a recall ask of parties, dates and amounts.</summary>
internal static class RecallGuards
{
    public static IEnumerable<UnmetGuard> Unmet(Question asked)
    {
        var (taker, asks) = (RecallLifecycle.Rows[asked.Act.Step].Taker, RecallLifecycle.Rows[asked.Act.Step].Asks(asked));
        return StepOrder.Unmet(asked.Recall?.LastAt, asked.At, taker == asked.Act.Party ? asks : asks.Prepend(new UnmetGuard(
            "party", ($"由{taker.Name().Chinese}办理", $"it is taken by the {taker.Name().English}"), [new("party", asked.Act.Party.Code()), new("allowed", taker.Code())])));
    }

    public static IEnumerable<UnmetGuard> PublishedOnce(Question asked)
    {
        if (asked.Now.PublishedAt is { } published)
        {
            yield return new UnmetGuard(
                "published-once", ($"召回公告已于 {StepOrder.Show(published)} 发布", $"the notice was published at {StepOrder.Show(published)}"), [new("published", StepOrder.Show(published))]);
        }
    }

    public static IEnumerable<UnmetGuard> AtMostSold(Question asked) => AtMost("at-most-sold", asked, asked.Now.Goods.Total - asked.Now.Recovered);

    public static IEnumerable<UnmetGuard> AtMostRecovered(Question asked) => AtMost("at-most-recovered", asked, asked.Now.Recovered - asked.Now.Disposed);

    public static IEnumerable<UnmetGuard> LaterEnd(Question asked)
    {
        if (asked.Act.Until is { } until && asked.Now.ExtendedUntil is { } before && until <= before)
        {
            yield return new UnmetGuard(
                "later-end", ($"须晚于 {before:uuuu-MM-dd}", $"it is to end after {before:uuuu-MM-dd}"), [new("until", $"{until:uuuu-MM-dd}"), new("after", $"{before:uuuu-MM-dd}")]);
        }
    }

    public static IEnumerable<UnmetGuard> AllDisposed(Question asked)
    {
        var (recovered, disposed, unit) = (NumberText.Exact(asked.Now.Recovered), NumberText.Exact(asked.Now.Disposed), asked.Now.Goods.Unit);
        if (asked.Now.Disposed < asked.Now.Recovered)
        {
            yield return new UnmetGuard(
                "all-disposed", ($"收回 {recovered} {unit}，仅处置 {disposed}", $"of {recovered} {unit} recovered only {disposed} were disposed of"),
                [new("recovered", recovered), new("disposed", disposed)]);
        }
    }

    private static IEnumerable<UnmetGuard> AtMost(string code, Question asked, decimal left)
    {
        var (amount, most, unit) = (NumberText.Exact(asked.Act.Amount), NumberText.Exact(left), asked.Now.Goods.Unit);
        if (asked.Act.Amount > left)
        {
            yield return new UnmetGuard(
                code, ($"最多 {most} {unit}，报 {amount}", $"{amount} {unit} are more than the {most} left"), [new("amount", amount), new("at-most", most)]);
        }
    }

    /// <summary>A step that somebody takes, or would take: then nothing is known of its data.</summary>
    /// <param name="Recall">The recall before; null before it has begun.</param>
    /// <param name="Act">The act.</param>
    /// <param name="At">When.</param>
    internal readonly record struct Question(Recall? Recall, RecallAct Act, Instant At)
    {
        public Recall Now => Recall!;
    }
}
