using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A time limit that runs while a referral is in a state (法定时限).</summary>
/// <param name="State">The state; the limit counts from when it was entered.</param>
/// <param name="Steps">The steps of which any one, taken in time, keeps it.</param>
/// <param name="Body">The body that it binds.</param>
/// <param name="Limit">How long, with the article as its basis.</param>
/// <param name="IsOptional">True when the body may, not must, take a step; then nothing is overdue.</param>
public sealed record ReferralLimit(ReferralState State, ItemList<ReferralStep> Steps, ReferralBody Body, TimeLimit Limit, bool IsOptional);
