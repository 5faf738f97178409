using FoodSafety.Domain.Import;

namespace FoodSafety.Domain.Tests.Import;

public class BusinessRowTests
{
    [Fact]
    public void Fields_AreTheEighteenColumnsInOrder() => Assert.Equal(
        [
            "id", "name", "area", "business-type", "operating-status", "credit-code", "licence", "employees", "annual-revenue",
            "diners-per-meal", "floor-area", "violations-in-last-year", "special-food", "high-risk-food", "chain-headquarters", "online-sales",
            "contracted-out", "directed-to-appoint",
        ],
        BusinessRow.Fields.Select(field => field.Column));

    [Fact]
    public void Fields_Required_AreTheFirstFour() =>
        Assert.Equal(BusinessRow.Fields[..4], BusinessRow.Fields.Where(field => field.IsRequired));

    [Fact]
    public void Fields_EachHasNamesAndWordsInBothLanguages() => Assert.All(BusinessRow.Fields, field =>
    {
        Assert.All([field.Name.Chinese, field.Name.English, field.Allowed.Chinese, field.Allowed.English], text => Assert.NotEqual("", text));
        Assert.Equal(field.Column, field.ToString());
    });

    [Fact]
    public void FromColumns_EachColumn_IsReadBackByItsFieldAndProperty()
    {
        var row = BusinessRow.FromColumns(5, column => column);

        Assert.Equal(5, row.Row);
        foreach (var field in BusinessRow.Fields)
        {
            Assert.Equal(field.Column, field.Get(row));
            Assert.Equal(field.Column, typeof(BusinessRow).GetProperty(field.Property)!.GetValue(row));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Row_NotPositive_IsRefused(int row)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new BusinessRow(row));

        Assert.StartsWith("Allowed: 1 or more, as the user counts rows.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BusinessRow(1) with { Row = row });
    }
}
