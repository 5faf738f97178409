namespace FoodSafety.Domain.Emergencies;

/// <summary>How far an incident has come (事故处置状态).</summary>
/// <remarks>The default value 0 is no state. Names are in <see cref="IncidentStates"/>.</remarks>
public enum IncidentState
{
    /// <summary>Reported, and not verified yet (已接报).</summary>
    Reported = 1,

    /// <summary>Verified, and graded or found below the table (已核实定级).</summary>
    Verified = 2,

    /// <summary>A response is under way (应急响应中).</summary>
    Responding = 3,

    /// <summary>The response has ended; what is left is to review it (响应终止).</summary>
    ResponseEnded = 4,

    /// <summary>Reviewed and closed (已结案).</summary>
    Closed = 5,

    /// <summary>It was a false alarm (误报，不予立案).</summary>
    Dismissed = 6,
}
