using System.Text;
using System.Text.Json;
using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Tests.Formats;

namespace FoodSafety.Domain.Tests.DataFiles;

/// <summary>What is read in order is what is read by names, and whatever cannot be read in order is left to that way.</summary>
public class JsonCursorLaws
{
    private static readonly byte[][] Golden = [.. FormatWorld.Lines("kinds.jsonl").Select(Encoding.UTF8.GetBytes)];

    // What a byte is replaced by, mostly what means something in JSON.
    private static readonly byte[] Signs = [.. "{}[]:,\"\\ \n\t0123456789.-+eEtrufalsn"u8, 0, 0x1F, 0x7F, 0xC3, 0xE4, 0xFF];

    private static readonly Gen<byte[]> Mutated = Gen.Select(Gen.Int[0, Golden.Length - 1], Gen.Int[0, 3], Gen.Int[0, int.MaxValue], Gen.Int[0, Signs.Length - 1]).Select((line, how, at, sign) =>
    {
        List<byte> bytes = [.. Golden[line]];
        var place = at % bytes.Count;
        switch (how)
        {
            case 0:
                bytes[place] = Signs[sign];
                break;
            case 1:
                bytes.Insert(place, Signs[sign]);
                break;
            case 2:
                bytes.RemoveAt(place);
                break;
            default:
                // A piece that stands twice.
                bytes.InsertRange(place, bytes.GetRange(place, Math.Min(bytes.Count - place, sign)));
                break;
        }

        return bytes.ToArray();
    });

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void GoldenLine_OfEveryKind_IsReadInOrder() => Assert.All(Golden, line =>
    {
        var (isRead, act) = FormatWorld.Format.Acts.Attempt(line, new JsonCursor());
        Assert.True(isRead, Encoding.UTF8.GetString(line));
        Assert.Equal(ByName(line).Act, act);
    });

    [Fact]
    public void GoldenLine_WithBlanksBetween_IsReadInOrder() => Assert.All(Golden, line =>
    {
        using var document = JsonDocument.Parse(line);
        var indented = JsonSerializer.SerializeToUtf8Bytes(document.RootElement, Indented);
        Assert.Equal((true, ByName(line).Act), FormatWorld.Format.Acts.Attempt(indented, new JsonCursor()));
    });

    [Fact]
    public void Act_OfAMutatedLine_IsThatReadByNames_OrHasItsFaults()
    {
        var taken = 0;
        Mutated.Sample(
            line =>
            {
                var (act, faults) = ByName(line);
                try
                {
                    Assert.Equal(act, FormatWorld.Format.ReadAct(line));
                    Interlocked.Increment(ref taken);
                }
                catch (DataFileException wrong)
                {
                    Assert.Equal(faults, wrong.Faults.Select(fault => fault.Text));
                }
            },
            iter: 30_000,
            print: Encoding.UTF8.GetString);
        Assert.True(taken > 1_000, $"{taken} mutated lines could be read.");
    }

    [Theory]
    [InlineData("""{"kind":"day-began"} x""")]
    [InlineData("""{"kind":"day-began",}""")]
    [InlineData("""{"kind":"day-began" "a":1}""")]
    [InlineData("""{"kind":"day-began","kind":"day-began"}""")]
    [InlineData("""{"kind":"day-bega\u006e"}""")]
    [InlineData("""{"kind":"day-began"}}""")]
    [InlineData("""{"kind":"day-began" """)]
    [InlineData("""["kind","day-began"]""")]
    [InlineData("")]
    public void Attempt_AtWhatIsNotInOrder_ReadsNothing(string text) =>
        Assert.False(FormatWorld.Format.Acts.Attempt(Encoding.UTF8.GetBytes(text), new JsonCursor()).IsRead);

    [Theory]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("+1")]
    [InlineData("-")]
    [InlineData("1e")]
    [InlineData("truE")]
    [InlineData("\"a")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\u0001\"")]
    [InlineData("nul")]
    public void Take_OfWhatIsNoJson_IsRefused(string text)
    {
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text).Dispose());
        Assert.False(Reads(text));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.50")]
    [InlineData("1e5")]
    [InlineData("12.5E-3")]
    [InlineData(" true ")]
    [InlineData("null")]
    [InlineData("\"\\u4e00\\n\"")]
    public void Take_OfAnyValue_GoesToItsEnd(string text) => Assert.True(Reads(text));

    private static bool Reads(string text)
    {
        var cursor = new JsonCursor();
        try
        {
            cursor.MoveTo(Encoding.UTF8.GetBytes(text));
            cursor.RequireEnd();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>What a line says, or its faults, without an attempt to read it in order.</summary>
    private static (Act? Act, IEnumerable<BilingualText> Faults) ByName(byte[] line)
    {
        var faults = new DataFileFaults(("办理事项", "act")) { Attempts = InOrderAttempts.None() };
        try
        {
            using var document = JsonSource.Parse(line, 1 << 20, faults);
            return (FormatWorld.Format.Acts.Read(new JsonPart(document.RootElement, "$", faults)), []);
        }
        catch (UnreadablePartException)
        {
            return (null, Assert.Throws<DataFileException>(faults.ThrowIfAny).Faults.Select(fault => fault.Text));
        }
        catch (DataFileException wrong)
        {
            return (null, wrong.Faults.Select(fault => fault.Text));
        }
    }
}
