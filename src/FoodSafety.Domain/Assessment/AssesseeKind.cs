namespace FoodSafety.Domain.Assessment;

/// <summary>Who is assessed (考核对象类别).</summary>
/// <remarks>The default value 0 is nobody. Names are in <see cref="AssesseeKinds"/>.</remarks>
public enum AssesseeKind
{
    /// <summary>A county or district, by its city (区县).</summary>
    County = 1,

    /// <summary>A town or street, by its district (镇街).</summary>
    Town = 2,

    /// <summary>A station of the market bureau (市场监管所).</summary>
    Station = 3,

    /// <summary>A cadre who answers for businesses (包保干部).</summary>
    Cadre = 4,
}
