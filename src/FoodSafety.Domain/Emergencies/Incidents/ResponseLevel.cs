using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Emergencies;

/// <summary>The level of an emergency response (应急响应级别): level I is led by the State Council.</summary>
/// <remarks>A lower number is a higher level. The default value 0 is none. Leaders are in <see cref="ResponseLevels"/>.</remarks>
public enum ResponseLevel
{
    /// <summary>Level I, led by the State Council (Ⅰ级响应，国务院).</summary>
    [BilingualName("Ⅰ级响应（国务院）", "response level I (State Council)")]
    I = 1,

    /// <summary>Level II, led by the province (Ⅱ级响应，省级).</summary>
    [BilingualName("Ⅱ级响应（省级人民政府）", "response level II (province)")]
    II = 2,

    /// <summary>Level III, led by the city (Ⅲ级响应，市级).</summary>
    [BilingualName("Ⅲ级响应（市级人民政府）", "response level III (city)")]
    III = 3,

    /// <summary>Level IV, led by the county (Ⅳ级响应，县级).</summary>
    [BilingualName("Ⅳ级响应（县级人民政府）", "response level IV (county)")]
    IV = 4,
}

/// <summary>Leaders of <see cref="ResponseLevel"/>.</summary>
public static class ResponseLevels
{
    /// <summary>Who leads which level (依据).</summary>
    public static Citation Basis => EmergencySources.NationalPlanReport;

    /// <summary>The level that answers a grade: I for I, down to IV for IV.</summary>
    /// <param name="grade">The grade.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grade"/> is not one of the named values.</exception>
    public static ResponseLevel For(IncidentGrade grade) => grade.Named() switch
    {
        IncidentGrade.EspeciallyMajor => ResponseLevel.I,
        IncidentGrade.Major => ResponseLevel.II,
        IncidentGrade.Larger => ResponseLevel.III,
        IncidentGrade.General => ResponseLevel.IV,
    };

    /// <summary>The level of the government that leads; null for level I, which the State Council leads.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the named values.</exception>
    public static AreaLevel? FindLeader(this ResponseLevel level) => level.Named() switch
    {
        ResponseLevel.I => null,
        ResponseLevel.II => AreaLevel.Province,
        ResponseLevel.III => AreaLevel.City,
        ResponseLevel.IV => AreaLevel.District,
    };
}
