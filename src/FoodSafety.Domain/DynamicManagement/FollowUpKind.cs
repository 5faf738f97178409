namespace FoodSafety.Domain.DynamicManagement;

/// <summary>What has to be done after a change (后续事项).</summary>
/// <remarks>The default value 0 is no kind. Names are in <see cref="FollowUps"/>.</remarks>
public enum FollowUpKind
{
    /// <summary>The market bureau reports the changed state of businesses to the food-safety office (状态变动报告).</summary>
    ReportState = 1,

    /// <summary>The food-safety office ties businesses to their cadres anew (重新包保).</summary>
    Retie = 2,

    /// <summary>A cadre signs a commitment that names the businesses of now (重签承诺书).</summary>
    SignCommitment = 3,

    /// <summary>The commitment of a cadre who answers for no business any more is ended (终止承诺书).</summary>
    EndCommitment = 5,

    /// <summary>A business appoints a food-safety director (配备食品安全总监).</summary>
    AppointDirector = 4,
}
