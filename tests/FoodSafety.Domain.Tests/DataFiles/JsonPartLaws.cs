using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using FoodSafety.Domain.DataFiles;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Tests.DataFiles;

/// <summary>Values read from bytes are those that the same text gives by the general way of the runtime or of NodaTime.</summary>
public class JsonPartLaws
{
    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[1, 20].Select(digits => new string(digits));

    private static readonly Gen<string> Numbers = Gen.Select(Gen.OneOf(Gen.Const(""), Gen.Const("-")), Digits, Gen.OneOf(Gen.Const(""), Digits.Select(fraction => $".{fraction}"))).Select(
        (sign, whole, fraction) => $"{sign}{(whole.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0")}{fraction}");

    [Fact]
    public void Number_WithoutExponent_IsThatNumberToTheLastZero_OrHasTooManyDigits() => Numbers.Sample(
        text =>
        {
            var parsed = decimal.Parse(text, CultureInfo.InvariantCulture);
            var isExact = parsed.ToString(CultureInfo.InvariantCulture).TrimStart('-') == text.TrimStart('-');
            var read = Read(text, part => part.Number(), out var fault);
            Assert.Equal(isExact, read is not null);
            if (read is { } number)
            {
                // The bits too: a decimal keeps zeros at its end and the sign of zero.
                Assert.Equal(decimal.GetBits(parsed), decimal.GetBits(number));
            }
            else
            {
                Assert.Equal(("28 digits", text), (Assert.Single(fault!.Allowed), fault.Value));
            }
        },
        iter: 20_000);

    [Theory]
    [InlineData("2147483647", 2147483647)]
    [InlineData("-2147483647", -2147483647)]
    [InlineData("-2147483648", null)]
    [InlineData("2147483648", null)]
    [InlineData("-0", 0)]
    [InlineData("7.0", 7)]
    [InlineData("7e2", 700)]
    [InlineData("7.5", null)]
    public void Whole_AtTheEdges_IsReadOrOutOfRange(string text, int? number)
    {
        Assert.Equal(number, Read(text, part => part.Whole("whole number"), out var fault));
        Assert.Equal(number is null ? DataFileFaultKind.OutOfRange : null, fault?.Kind);
    }

    [Fact]
    public void Date_OfAnyDay_IsThatDay_AlsoWrittenWithEscapes() => Gen.Int[-4_371_000, 2_932_000].Sample(days =>
    {
        var date = new LocalDate(1970, 1, 1).PlusDays(days);
        var text = LocalDatePattern.Iso.Format(date);
        Assert.Equal(date, Read($"\"{text}\"", part => part.Date(), out _));
        Assert.Equal(date, Read($"\"{Escaped(text)}\"", part => part.Date(), out _));
    });

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-2-28")]
    [InlineData("2023-02-28Z")]
    [InlineData("２023-02-28")]
    [InlineData("2023-02-2\0")]
    [InlineData("")]
    [InlineData("-")]
    public void Date_OfNoDay_IsMalformed(string text)
    {
        Assert.Null(Read(JsonSerializer.Serialize(text), part => part.Date(), out var fault));
        Assert.Equal((DataFileFaultKind.MalformedText, "yyyy-MM-dd"), (fault!.Kind, Assert.Single(fault.Allowed)));
    }

    [Fact]
    public void Path_OfAPartWithin_IsMadeOfThoseAround()
    {
        using var document = JsonDocument.Parse("""{"a": [{"": 1}, {"b c": [true]}]}""");
        var whole = new JsonPart(document.RootElement, "$", new DataFileFaults(("", "")));
        var items = JsonFields.Of(whole)!.Required("a")!.Items()!;
        Assert.Equal("$.a[0]['']", JsonFields.Of(items[0])!.All[0].Path);
        Assert.Equal("$.a[1]['b c'][0]", JsonFields.Of(items[1])!.All[0].Items()![0].Path);
    }

    private static T? Read<T>(string json, Func<JsonPart, T?> read, out DataFileFault? fault)
    {
        var faults = new DataFileFaults(("", ""));
        using var document = JsonDocument.Parse(json);
        var value = read(new JsonPart(document.RootElement, "$", faults));
        fault = Record.Exception(faults.ThrowIfAny) is DataFileException refused ? Assert.Single(refused.Faults) : null;
        return value;
    }

    private static string Escaped(string text) =>
        text.Aggregate(new StringBuilder(), (all, letter) => all.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}")).ToString();
}
