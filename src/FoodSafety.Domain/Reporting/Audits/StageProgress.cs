namespace FoodSafety.Domain.Reporting;

/// <summary>How far a <see cref="StagedTarget"/> was reached on the day of the figures (阶段进度).</summary>
/// <param name="Target">The target.</param>
/// <param name="Needed">How many businesses it asks for.</param>
/// <param name="Missing">How many of them were still to be tied, 0 or more.</param>
/// <param name="IsDue">True when its day had come.</param>
/// <remarks>The default value is a target of nothing, reached.</remarks>
public readonly record struct StageProgress(StagedTarget Target, long Needed, long Missing, bool IsDue)
{
    /// <summary>True when nothing is missing.</summary>
    public bool IsReached => Missing == 0;
}
