namespace FoodSafety.Domain.Inspections;

/// <summary>How a stage of a round stands on a day.</summary>
/// <param name="Target">The stage.</param>
/// <param name="State">How it stands.</param>
/// <param name="Coverage">What was covered by then: by the last day of the stage once that is over.</param>
/// <param name="Lacking">How many more businesses would have reached the share; 0 when it is met.</param>
public readonly record struct RoundTargetResult(RoundTarget Target, RoundTargetState State, Coverage Coverage, int Lacking);
