using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>A market regulator that may want to publish a warning (预警发布部门): the State's, or that of an area.</summary>
/// <remarks>
/// By Art. 118 of the Food Safety Law warnings come from the State's regulator, and those confined to a region also from the
/// regulator of its province; nobody else releases them without authority. A city or district assesses and asks its province.
/// The default value is the State's regulator.
/// </remarks>
/// <param name="Area">The area whose regulator it is; none for the State's (国家市场监督管理总局).</param>
public readonly record struct WarningIssuer(AreaCode Area)
{
    /// <summary>The State Administration for Market Regulation (国家市场监督管理总局).</summary>
    public static WarningIssuer National => default;

    /// <summary>The rule of who publishes (依据), in the edition of the law in force on a day.</summary>
    /// <param name="on">The day of the warning.</param>
    public static Citation Basis(LocalDate on) => FoodSafetyLaw.Article("118", on);

    /// <summary>True for the State's regulator.</summary>
    public bool IsNational => Area.IsNone;

    /// <summary>The issuer as people read it.</summary>
    public BilingualText Text => IsNational
        ? ("国家市场监督管理总局", "the State's regulator")
        : ($"{Area.ToShortString()} 市场监管部门", $"the regulator of {Area.ToShortString()}");

    /// <summary>Whether it may publish a warning for an area: the State's always, a province's inside the province.</summary>
    /// <param name="area">The area that is warned; none for the whole country.</param>
    public bool MayPublish(AreaCode area) => IsNational || (Area.Level == AreaLevel.Province && Area.Contains(area));
}
