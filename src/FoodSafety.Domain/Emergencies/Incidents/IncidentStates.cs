using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The names of <see cref="IncidentState"/> and <see cref="IncidentStep"/>.</summary>
public static class IncidentStates
{
    /// <summary>The state as people read it.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static BilingualText Name(this IncidentState state) => state.Named() switch
    {
        IncidentState.Reported => ("已接报", "reported"),
        IncidentState.Verified => ("已核实定级", "verified"),
        IncidentState.Responding => ("应急响应中", "responding"),
        IncidentState.ResponseEnded => ("响应终止", "response ended"),
        IncidentState.Closed => ("已结案", "closed"),
        IncidentState.Dismissed => ("已排除", "dismissed"),
    };

    /// <summary>The step as people read it.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static BilingualText Name(this IncidentStep step) => step.Named() switch
    {
        IncidentStep.Register => ("接报", "register"),
        IncidentStep.Learn => ("记录知悉", "note who knows"),
        IncidentStep.Report => ("记录报告", "note a report"),
        IncidentStep.Verify => ("核实定级", "verify"),
        IncidentStep.Regrade => ("调整定级", "grade anew"),
        IncidentStep.Respond => ("启动响应", "respond"),
        IncidentStep.AdjustResponse => ("调整响应级别", "adjust the response"),
        IncidentStep.EndResponse => ("终止响应", "end the response"),
        IncidentStep.Close => ("结案", "close"),
        IncidentStep.Dismiss => ("排除", "dismiss"),
    };
}
