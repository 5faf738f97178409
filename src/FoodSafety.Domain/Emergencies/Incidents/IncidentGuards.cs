using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>What the steps of an incident require beyond its state.</summary>
internal static class IncidentGuards
{
    public static IEnumerable<UnmetGuard> Unmet(Question asked) => StepOrder.Unmet(asked.Incident?.History[^1].At, asked.At, IncidentLifecycle.Rows[asked.Act.Step].Asks(asked));

    public static IEnumerable<UnmetGuard> NotInTheFuture(Question asked)
    {
        var at = asked.At;
        if ((asked.Act.Notice?.Since ?? asked.Act.SentReport?.SentAt) is { } when && when > at)
        {
            yield return new UnmetGuard(
                "not-in-the-future", ($"{StepOrder.Show(when)} 晚于记录时间 {StepOrder.Show(at)}", $"{StepOrder.Show(when)} is after it is noted, at {StepOrder.Show(at)}"),
                [new("at", StepOrder.Show(when)), new("at-most", StepOrder.Show(at))]);
        }
    }

    public static IEnumerable<UnmetGuard> OfResponse(Question asked) => asked.Now.Grading?.Grade is null
        ? [new UnmetGuard("graded", ("事故未达分级标准，无响应级别", "it is below the table, which has no response"), [])]
        : ReachesGrade(asked);

    public static IEnumerable<UnmetGuard> ReachesGrade(Question asked)
    {
        if (asked.Now.Grading?.Grade is { } given && asked.Act.Response is { } level && level > ResponseLevels.For(given))
        {
            yield return new UnmetGuard(
                "response-reaches-grade",
                ($"{level.Name().Chinese}低于{given.Name().Chinese}应启动的响应", $"{level.Name().English} is lower than {given.Name().English} calls for"),
                [new("level", $"{(int)level}"), new("at-most", $"{(int)ResponseLevels.For(given)}")], ResponseLevels.Basis);
        }
    }

    public static IEnumerable<UnmetGuard> ResponseEnded(Question asked)
    {
        if (asked.Now.State == IncidentState.Verified && asked.Now.Grading?.Grade is { } open)
        {
            yield return new UnmetGuard(
                "response-ended", ($"{open.Name().Chinese}尚未启动并终止响应", $"{open.Name().English} has had no response that ended"), [new("grade", $"{(int)open}")]);
        }
    }

    /// <summary>A step that somebody takes, or would take: then nothing is known of its data.</summary>
    /// <param name="Incident">The incident before; null before it has begun.</param>
    /// <param name="Act">The act.</param>
    /// <param name="At">When.</param>
    internal readonly record struct Question(Incident? Incident, IncidentAct Act, Instant At)
    {
        public Incident Now => Incident!;
    }
}
