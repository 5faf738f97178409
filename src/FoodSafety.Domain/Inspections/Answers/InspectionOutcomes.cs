using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="InspectionOutcome"/>.</summary>
public static class InspectionOutcomes
{
    /// <summary>The outcome as people read it.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> is not one of the named values.</exception>
    public static BilingualText Name(this InspectionOutcome outcome) => outcome.Named() switch
    {
        InspectionOutcome.Pass => ("通过", "pass"),
        InspectionOutcome.WrittenDeadline => ("书面限期整改", "written deadline"),
        InspectionOutcome.Stop => ("立即停止生产经营", "stop at once"),
        InspectionOutcome.Case => ("调查处理", "investigation"),
    };
}
