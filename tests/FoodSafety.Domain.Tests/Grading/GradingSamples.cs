using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>A small policy that the tests of this folder share.</summary>
public static class GradingSamples
{
    public enum Star { None = 0, One = 1, Two = 2, Three = 3 }

    public static Citation Basis { get; } = new(("试行办法", "Trial measure"), SourceStanding.OfficialText, "3");

    public static NumberFact Diners { get; } = new("diners", ("用餐人数", "diners"), Units.People, maximum: 10_000);

    public static NumberFact Area { get; } = new("area", ("面积", "floor area"), Units.SquareMetres, decimals: 1, maximum: 10_000);

    public static FlagFact Closed { get; } = new("closed", ("已关闭", "closed"));

    public static FlagFact Lapse { get; } = new("lapse", ("严重问题", "serious lapse"));

    public static FlagFact Award { get; } = new("award", ("获奖", "award"));

    public static FactSchema Schema { get; } = new([Diners, Area, Closed, Lapse, Award]);

    /// <summary>From three stars, the mildest, to one, the strictest.</summary>
    public static GradeScale<Star> Scale { get; } = new(
        (Star.Three, ("三星", "three stars")), (Star.Two, ("二星", "two stars")), (Star.One, ("一星", "one star")));

    public static GradingPolicyBuilder<Star> Start(string version = "1") => GradingPolicy.Define("stars", version, ("星级", "Stars"), Scale);

    /// <summary>Points for diners and area: over 5 two stars; many diners, one star; a lapse is one step stricter, an award two milder.</summary>
    public static GradingPolicyBuilder<Star> Builder(string version = "1")
    {
        var points = new Score((Diners >= 100, 3), (Diners >= 10, 1)).Named(("人数分", "diner points"))
            + new Score((Area > 200, 3.5m), (Area > 50, 2)).Named(("面积分", "area points"));
        return Start(version)
            .NotGraded("closed", Closed, ("已关闭", "closed down"), Basis)
            .Rule("points", Star.Two, points.Named(("总分", "total points")) >= 5, ("五分以上", "five points and more"), Basis)
            .Rule("many-diners", Star.One, Diners >= 500, ("五百人以上", "500 diners and more"), Basis)
            .Rule("large", Star.Two, Area > 1_000 & !Award, ("面积大", "large"), Basis)
            .Adjust("lapse", 1, Lapse, ("有严重问题", "for a serious lapse"), Basis)
            .Adjust("award", -2, Award, ("获奖", "for an award"), Basis)
            .Otherwise(Star.Three, ("其他", "all others"), Basis);
    }

    public static GradingPolicy<Star> Policy { get; } = Builder().Build();

    public static Grader<Star> Grader { get; } = new(Policy);
}
