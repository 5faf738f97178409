namespace FoodSafety.Domain.Grading;

/// <summary>The grade was right and stays as it is (维持原等级).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed record AppealUpheld<TGrade> : AppealOutcome<TGrade> where TGrade : struct, Enum
{
    /// <summary>Upholds the grade.</summary>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public AppealUpheld(string reason)
        : base(reason)
    {
    }
}
