using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Tests.Acts;
using NodaTime;
using static FoodSafety.Domain.Tests.Formats.FormatWorld;

namespace FoodSafety.Domain.Tests.Formats;

/// <summary>
/// One line for each kind of act and of what follows, as it stands in every journal from the first published package on. A line is never
/// changed: what it says has to be read for ever, and a field that comes later is left out where it is not told.
/// </summary>
public class GoldenLineTests
{
    private static readonly ImmutableArray<Type> Parts =
        [.. typeof(OutcomePart).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(OutcomePart))).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public static TheoryData<Type> Kinds => [.. ActGen.Kinds, .. Parts];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_OfEveryActAndOutcome_HasAShapeAndAGoldenLine(Type type)
    {
        var kind = KindOf(type);
        Assert.True(WordsOf(type).Contains(kind), $"{type.Name} has no line '{kind}' in {(IsPart(type) ? "OutcomeKinds" : "ActKinds")}, so no journal can hold it.");
        if (LinesOf(type).Count == 0)
        {
            Assert.Fail($"{type.Name} has no golden line in {FileOf(type)}. {Proposed(type)}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void GoldenLine_ReadAndWritten_IsTheSameBytes(Type type) => Assert.All(LinesOf(type), line =>
    {
        var value = Read(type, line);
        Assert.IsType(type, value);
        Assert.Equal(line, Write(value));
        Assert.Equal(value, Read(type, line));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void GoldenLines_OfAKind_TellEveryPropertyOfIt(Type type)
    {
        var values = LinesOf(type).Select(line => Read(type, line)).ToList();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsKept))
        {
            Assert.True(
                values.Exists(value => IsTold(property.GetValue(value))),
                $"No golden line of '{KindOf(type)}' tells {property.Name}, so that a shape that forgets it would pass.");
        }
    }

    [Fact]
    public void GoldenFiles_HaveTheKindsInOrderAndNoOther()
    {
        foreach (var (file, words) in new[] { ("kinds.jsonl", Format.Kinds), ("outcomes.jsonl", [.. Format.Parts.Cases.Select(kind => kind.Name)]) })
        {
            var kinds = Lines(file).Select(WordOf).ToList();
            Assert.Equal(kinds.Order(StringComparer.Ordinal), kinds);
            Assert.Equal(words.Order(StringComparer.Ordinal), kinds.Distinct());
            Assert.Equal(words.Distinct().Count(), words.Length);
        }
    }

    [Fact]
    public void GoldenEntry_ReadAndWritten_IsTheSameBytes()
    {
        var lines = Lines("entries.jsonl");
        Assert.All(lines, line => Assert.Equal(line, Encoding.UTF8.GetString(Format.Write(Format.Read(Encoding.UTF8.GetBytes(line))))));
        var whole = Format.Read(Encoding.UTF8.GetBytes(lines[^1]));
        Assert.Equal(
            new Stamp("p-7", new LocalDate(2026, 3, 1), Instant.FromUtc(2026, 3, 2, 1, 30) + Duration.FromNanoseconds(1)) { EnteredBy = "clerk-2", Time = new LocalTime(23, 59, 30), Seen = 11 }, whole.Stamp);
        Assert.Equal((12, 2, 2), (whole.Number, whole.Acts.Length, whole.Outcome.Parts.Length));
    }

    /// <summary>Whether a value keeps the property, set or given by a constructor, and does not work it out of others.</summary>
    private static bool IsKept(PropertyInfo property) => property.SetMethod is not null
        || property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static string FileOf(Type type) => IsPart(type) ? "outcomes.jsonl" : "kinds.jsonl";

    private static bool IsPart(Type type) => type.IsAssignableTo(typeof(OutcomePart));

    private static ImmutableArray<string> WordsOf(Type type) => IsPart(type) ? [.. Format.Parts.Cases.Select(kind => kind.Name)] : Format.Kinds;

    private static List<string> LinesOf(Type type) => [.. Lines(FileOf(type)).Where(line => WordOf(line) == KindOf(type))];

    private static string WordOf(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("kind").GetString()!;
    }

    private static object Read(Type type, string line)
    {
        var utf8 = Encoding.UTF8.GetBytes(line);
        if (!IsPart(type))
        {
            return Format.ReadAct(utf8);
        }

        using var document = JsonDocument.Parse(utf8);
        return Format.Parts.Read(new JsonPart(document.RootElement, "$", new DataFileFaults(("结果", "outcome"))));
    }

    private static string Write(object value)
    {
        if (value is Act act)
        {
            return Encoding.UTF8.GetString(Format.WriteAct(act));
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Format.Parts.Write(writer, (OutcomePart)value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A line to begin with, of an act that the generator makes.</summary>
    private static string Proposed(Type type)
    {
        if (IsPart(type))
        {
            return "";
        }

        var (acts, day) = (new ActGen(), new LocalDate(2026, 3, 1));
        var format = new EntryFormat(Settings with { Conditions = [acts.Fuse] });
        var district = new District(format.Settings);
        district.Apply(new Stamp("p0", day, Instant.FromUtc(2026, 3, 1, 1, 0)), acts.Founding(new Random(7), day));
        return $"One would be:\n{Encoding.UTF8.GetString(format.WriteAct(acts.Make(type, new Random(7), district, day)))}";
    }

    private static bool IsTold(object? value) => value switch
    {
        null => false,
        string text => text.Length > 0,
        FactRecord facts => !facts.IsEmpty,
        IEnumerable items => items.Cast<object>().Any(),
        _ => !value.Equals(value.GetType().IsValueType ? Activator.CreateInstance(value.GetType()) : null),
    };
}
