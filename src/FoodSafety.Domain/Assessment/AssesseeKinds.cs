using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The names of <see cref="AssesseeKind"/>.</summary>
public static class AssesseeKinds
{
    /// <summary>The kind as people read it.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static BilingualText Name(this AssesseeKind kind) => kind.Named() switch
    {
        AssesseeKind.County => ("区县", "county"),
        AssesseeKind.Town => ("镇街", "town"),
        AssesseeKind.Station => ("市场监管所", "station"),
        AssesseeKind.Cadre => ("包保干部", "cadre"),
    };
}
