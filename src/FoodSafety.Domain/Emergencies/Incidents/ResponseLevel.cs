namespace FoodSafety.Domain.Emergencies;

/// <summary>The level of an emergency response (应急响应级别): level I is led by the State Council.</summary>
/// <remarks>A lower number is a higher level. The default value 0 is none. Names and leaders are in <see cref="ResponseLevels"/>.</remarks>
public enum ResponseLevel
{
    /// <summary>Level I, led by the State Council (Ⅰ级响应，国务院).</summary>
    I = 1,

    /// <summary>Level II, led by the province (Ⅱ级响应，省级).</summary>
    II = 2,

    /// <summary>Level III, led by the city (Ⅲ级响应，市级).</summary>
    III = 3,

    /// <summary>Level IV, led by the county (Ⅳ级响应，县级).</summary>
    IV = 4,
}
