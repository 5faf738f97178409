using FoodSafety.Domain.Acts;

namespace FoodSafety.Domain.Coordination;

/// <summary>How a milestone stands on a day (节点完成情况).</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="State">How it stands.</param>
/// <param name="Record">The record that it was reached; null while there is none.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record MilestoneStatus(Milestone Milestone, DutyState State, Done<MilestoneReached>? Record);
