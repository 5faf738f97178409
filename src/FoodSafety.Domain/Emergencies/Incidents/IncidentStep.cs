namespace FoodSafety.Domain.Emergencies;

/// <summary>What can be done with an incident (事故处置操作).</summary>
/// <remarks>The default value 0 is no step. Names are in <see cref="IncidentStates"/>.</remarks>
public enum IncidentStep
{
    /// <summary>Take the alarm in; this begins an incident (接报).</summary>
    Register = 1,

    /// <summary>Note that a party learnt of it, which starts that party's clocks (记录知悉).</summary>
    Learn = 2,

    /// <summary>Note that a party sent a report (记录报告).</summary>
    Report = 3,

    /// <summary>Verify it and grade it (核实定级).</summary>
    Verify = 4,

    /// <summary>Grade it anew because facts changed (调整定级).</summary>
    Regrade = 5,

    /// <summary>Start the response, or start it again (启动响应).</summary>
    Respond = 6,

    /// <summary>Change the level of the response (调整响应级别).</summary>
    AdjustResponse = 7,

    /// <summary>End the response (终止响应).</summary>
    EndResponse = 8,

    /// <summary>Close it: after the review, or at once when it is below the table (结案).</summary>
    Close = 9,

    /// <summary>Dismiss it as a false alarm (排除).</summary>
    Dismiss = 10,
}
