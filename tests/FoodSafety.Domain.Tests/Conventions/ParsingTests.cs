using System.Reflection;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>Every id and every code is read from the text that it gives, in the form that model binders look for.</summary>
public class ParsingTests
{
    /// <summary>The ids and codes of the library: whatever is called one, and what serves as a key.</summary>
    public static TheoryData<Type> IdsAndCodes => [.. typeof(Tier).Assembly.GetExportedTypes().Where(type => type.IsValueType && !type.IsEnum
        && (type.Name.EndsWith("Id", StringComparison.Ordinal) || type.Name.EndsWith("Code", StringComparison.Ordinal) || type.Name.EndsWith("LicenceNumber", StringComparison.Ordinal)
            || type.Name is "Seat" or "Assessee"))];

    [Fact]
    public void IdsAndCodes_AreFound() => Assert.True(IdsAndCodes.Count >= 19, $"{IdsAndCodes.Count}");

    [Theory]
    [MemberData(nameof(IdsAndCodes))]
    public void IdOrCode_IsParsable_AndParsesItsOwnText(Type type)
    {
        Assert.Contains(type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ISpanParsable<>));
        Assert.Contains(typeof(ISpanFormattable), type.GetInterfaces());
        typeof(ParsingTests).GetMethod(nameof(AssertParses), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null);
    }

    [Theory]
    [MemberData(nameof(IdsAndCodes))]
    public void IdOrCode_IsBoundByAPublicTryParse(Type type) => Assert.Contains(
        type.GetMethods(BindingFlags.Public | BindingFlags.Static),
        method => method.Name == "TryParse" && method.ReturnType == typeof(bool) && method.GetParameters() is [{ ParameterType: var text }, .., { IsOut: true }] && text == typeof(string));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("１")]
    [InlineData("9007199254740992")]
    public void NumberedId_TakesWholeNumbersFromOneOn_AndNothingElse(string text)
    {
        Assert.False(RectificationId.TryParse(text, null, out var id));
        Assert.Equal(default, id);
        var wrong = Assert.Throws<ValueFormatException>(() => RectificationId.Parse(text));
        Assert.Contains("9007199254740991", wrong.Text.English, StringComparison.Ordinal);
        Assert.Equal(9007199254740991, RectificationId.Parse("9007199254740991").Number);
        Assert.Equal(1, RectificationId.Parse("1").Number);
    }

    [Fact]
    public void TextThatIsNoId_IsRefused_WithTheTextAndWhatIsAllowed()
    {
        var wrong = Assert.Throws<ValueFormatException>(() => BusinessId.Parse("a\tb"));
        Assert.Equal("a\\u0009b", wrong.Found);
        Assert.Contains("1 to 64", wrong.Text.English, StringComparison.Ordinal);
        Assert.Contains("64", wrong.Text.Chinese, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => BusinessId.Parse(null!));
        Assert.False(BusinessId.TryParse(null, null, out _));
        Assert.False(CadreId.TryParse(new string('x', 65), null, out _));
        Assert.False(ChecklistItemId.TryParse("list@1/", null, out _));
        Assert.False(ChecklistItemId.TryParse("list/1", null, out _));
        Assert.False(Seat.TryParse("C-1", null, out _));
    }

    [Fact]
    public void FactValue_IsReadFromKeyAndText_AndGivesTheTextBack()
    {
        var schema = BusinessFacts.Schema;
        FactValue[] values = [BusinessFacts.Employees.Of(0), BusinessFacts.AnnualRevenue.Of(12.5m), BusinessFacts.SpecialFood.Of(true), BusinessFacts.SpecialFood.Of(false), BusinessFacts.Type.Of(BusinessType.SchoolCanteen)];
        Assert.All(values, value => Assert.Equal(value, schema.ParseValue(value.Fact!.Id, value.ValueText)));
        Assert.All(schema.Facts.OfType<IChoiceFact>(), choice => Assert.All(
            choice.Values, stored => Assert.Equal(stored, schema.ParseValue(choice.Id, choice.CodeOf(stored)).Stored)));
        Assert.Equal("", default(FactValue).ValueText);
    }

    [Theory]
    [InlineData("nothing", "1", "employees")]
    [InlineData("employees", "1.5", "0 decimals")]
    [InlineData("employees", "-1", "0 to")]
    [InlineData("employees", "1,000", "0 to")]
    [InlineData("employees", "", "0 to")]
    [InlineData("special-food", "yes", "true, false")]
    [InlineData("business-type", "spaceship", "school-canteen")]
    public void FactValue_OfAnUnknownKeyOrAWrongText_IsRefused_WithWhatIsAllowed(string id, string text, string allowed)
    {
        Assert.False(BusinessFacts.Schema.TryParseValue(id, text, out var value));
        Assert.Equal(default, value);
        var wrong = Assert.Throws<ValueFormatException>(() => BusinessFacts.Schema.ParseValue(id, text));
        Assert.Contains(allowed, wrong.Text.English, StringComparison.Ordinal);
    }

    private static void AssertParses<T>() where T : struct, ISpanParsable<T>, ISpanFormattable
    {
        for (var variant = 0; variant < Samples.Variants; variant++)
        {
            var value = (T)Samples.Find(typeof(T), variant)!;
            var text = value.ToString()!;
            Assert.NotEqual(default, value);
            Assert.Equal(value, Texts<T>.Parse(text));
            Assert.Equal(value, T.Parse(text.AsSpan(), null));
            Assert.True(Texts<T>.TryParse(text, out var read) && read.Equals(value));
            Assert.True(T.TryParse(text.AsSpan(), null, out read) && read.Equals(value));
            Assert.Equal(text, $"{value}");
            Assert.Equal(text, value.ToString(null, null));
            Span<char> exact = new char[text.Length];
            Assert.True(value.TryFormat(exact, out var written, default, null));
            Assert.Equal(text, exact[..written].ToString());
            Assert.False(value.TryFormat(exact[1..], out written, default, null));
            Assert.Equal(0, written);
            Assert.All(["", "\u0000", null], wrong => Assert.False(Texts<T>.TryParse(wrong, out _)));
            Assert.ThrowsAny<FormatException>(() => Texts<T>.Parse("\n"));
            Assert.Throws<ArgumentNullException>(() => Texts<T>.Parse(null!));
        }
    }

    /// <summary>Reading of strings: of a type that reads spans too the compiler would take that.</summary>
    private static class Texts<T> where T : IParsable<T>
    {
        public static T Parse(string text) => T.Parse(text, null);

        public static bool TryParse(string? text, out T? value) => T.TryParse(text, null, out value);
    }
}
