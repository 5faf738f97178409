using System.Collections.Immutable;
using System.Text.Json;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.DataFiles;

/// <summary>The shapes that every file has use for.</summary>
internal static class Shape
{
    public static Shape<string> Text { get; } = OfClass<string>(WriteText, part => part.Text());

    /// <summary>A reason, a note, a description: what somebody wrote in own words.</summary>
    public static Shape<string> FreeText { get; } = new FreeTextShape(Text);

    public static Shape<bool> Flag { get; } = OfValue<bool>(
        (writer, value) => writer.WriteBooleanValue(value),
        part => part.Flag());

    public static Shape<long> IdNumber { get; } = OfValue<long>((writer, value) => writer.WriteNumberValue(value), part => part.WholeUpTo(ValueTypes.IdNumber.Max, "whole number"));

    public static Shape<int> Whole { get; } = OfValue<int>((writer, value) => writer.WriteNumberValue(value), part => part.Whole("whole number"));

    public static Shape<decimal> Number { get; } = OfValue<decimal>((writer, value) => writer.WriteNumberValue(value), part => part.Number());

    public static Shape<LocalDate> Date { get; } = OfValue<LocalDate>(
        (writer, value) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value.Iso())), part => part.Date());

    public static Shape<Instant> Moment { get; } = OfValue<Instant>(
        (writer, at) => WriteText(writer, InstantPattern.ExtendedIso.Format(at)), part => part.Moment());

    public static Shape<BilingualText> Bilingual { get; } = InBoth(Text);

    /// <summary>What somebody wrote in own words, in both languages.</summary>
    public static Shape<BilingualText> FreeBilingual { get; } = InBoth(FreeText);

    public static Shape<Uri> Url { get; } = OfClass<Uri>((writer, value) => writer.WriteStringValue(value.OriginalString), part => part.Url());

    public static Shape<Cadence> Cadence { get; } = OfClass<Cadence>(
        (writer, value) => writer.WriteStringValue(value.Code),
        part => part.Text() is { } code ? Time.Cadence.Find(code) ?? part.Unknown<Cadence>(Time.Cadence.All.Select(cadence => cadence.Code)) : null);

    public static Shape<ImmutableArray<T>> List<T>(Shape<T> item) => new ListShape<T>(item);

    public static Shape<T> Object<T>(Func<Fields<T>, T> make) => new ObjectShape<T>(make);

    /// <summary>An enum by the names of its values, as files write words: "school-canteen".</summary>
    public static Shape<T> Enum<T>() where T : struct, Enum => EnumShape<T>.Instance;

    /// <summary>A value that has a text of its own, and can be found again by it.</summary>
    public static Shape<T> Parsed<T>(Func<T, string> write, Func<string, T?> find, Allowed form) where T : struct => OfValue<T>(
        (writer, value) => WriteText(writer, write(value)),
        part => part.Text() is { } text ? find(text) ?? part.Malformed<T?>(form) : null);

    /// <summary>An id, which is a text that keeps the rule of keys.</summary>
    public static Shape<T> Key<T>(Func<T, string> write, Func<string, T> make) where T : struct => OfValue<T>(
        (writer, value) => WriteText(writer, write(value)),
        part => part.Text(TextRule.Key) is { } text ? make(text) : null);

    private static ObjectShape<BilingualText> InBoth(Shape<string> shape) => new(f => new BilingualText(
        f.Get("zh", static text => text.Chinese, shape),
        f.Get("en", static text => text.English, shape)));

    // The writer would put a sign of its own in the place of half a surrogate pair, and say nothing.
    private static void WriteText(Utf8JsonWriter writer, string value)
    {
        _ = JsonSource.Strict.GetByteCount(value);
        writer.WriteStringValue(value);
    }

    private static SimpleShape<T> OfClass<T>(Action<Utf8JsonWriter, T> write, Func<JsonPart, T?> read) where T : class =>
        new(write, part => read(part) is { } value ? (true, value) : default);

    private static SimpleShape<T> OfValue<T>(Action<Utf8JsonWriter, T> write, Func<JsonPart, T?> read) where T : struct =>
        new(write, part => read(part) is { } value ? (true, value) : default);
}
