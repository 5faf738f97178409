using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>What the steps of an incident require beyond its state.</summary>
internal static class IncidentGuards
{
    public static IEnumerable<UnmetGuard> UnmetBy(Incident incident, IncidentAct act, Instant at)
    {
        if (StepOrder.FindUnmet(incident.History[^1].At, at) is { } early)
        {
            yield return early;
        }

        if (FindFuture(act.Notice?.Since ?? act.SentReport?.SentAt, at) is { } future)
        {
            yield return future;
        }

        var grade = incident.Grading?.Grade;
        if (act.Step is IncidentStep.Respond && grade is null)
        {
            yield return new UnmetGuard("graded", ("事故未达分级标准，无响应级别", "it is below the table, which has no response"), []);
        }

        if (grade is { } given && act.Response is { } level && level > ResponseLevels.For(given))
        {
            yield return new UnmetGuard(
                "response-reaches-grade",
                ($"{level.Name().Chinese}低于{given.Name().Chinese}应启动的响应", $"{level.Name().English} is lower than {given.Name().English} calls for"),
                [new("level", $"{(int)level}"), new("at-most", $"{(int)ResponseLevels.For(given)}")], ResponseLevels.Basis);
        }

        if (act.Step == IncidentStep.Close && incident.State == IncidentState.Verified && grade is { } open)
        {
            yield return new UnmetGuard(
                "response-ended", ($"{open.Name().Chinese}尚未启动并终止响应", $"{open.Name().English} has had no response that ended"), [new("grade", $"{(int)open}")]);
        }
    }

    private static UnmetGuard? FindFuture(Instant? told, Instant at) => told is not { } when || when <= at ? null : new UnmetGuard(
        "not-in-the-future", ($"{StepOrder.Show(when)} 晚于记录时间 {StepOrder.Show(at)}", $"{StepOrder.Show(when)} is after it is noted, at {StepOrder.Show(at)}"),
        [new("at", StepOrder.Show(when)), new("at-most", StepOrder.Show(at))]);
}
