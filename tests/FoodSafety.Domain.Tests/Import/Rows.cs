using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Import;

namespace FoodSafety.Domain.Tests.Import;

/// <summary>Rows and areas that the tests of imports share.</summary>
internal static class Rows
{
    public static AreaTree Areas { get; } = AreaTree.Build(
        [new("51", "四川省"), new("5101", "成都市"), new("510115", "温江区"), new("510115004", "柳城街道"), new("510115004001", "东街社区")]);

    /// <summary>A restaurant with nothing wrong; its id is made of its number.</summary>
    public static BusinessRow Good(int row) => new(row)
    {
        Id = $"WJ-{row}",
        Name = "川味小馆",
        Area = "510115004001",
        Type = "restaurant",
        Status = "",
        CreditCode = "91350100M000100Y43",
        Licence = "JY25101040047197",
        Employees = "12",
        AnnualRevenue = "860000.50",
        DinersPerMeal = "80",
        FloorArea = "120.5",
        ViolationsInLastYear = "",
        SpecialFood = "no",
        HighRiskFood = "是",
        ChainHeadquarters = "FALSE",
        OnlineSales = "1",
    };

    /// <summary>The good row with another text under one heading.</summary>
    public static BusinessRow With(int row, string column, string? value)
    {
        var good = Good(row);
        return BusinessRow.FromColumns(row, heading => heading == column ? value : BusinessRow.Fields.Single(f => f.Column == heading).Get(good));
    }
}
