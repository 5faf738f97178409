using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Time;

/// <summary>The days for which something holds (期间、任期): from a first day to the day before another, or without end.</summary>
/// <remarks>
/// The default value begins on the first day of the year 1 and is without end: every day is in it. In JSON and in addresses it is an
/// interval of ISO 8601, whose second day is no longer in it: <c>2026-01-01/2026-07-01</c>, without end <c>2026-01-01/..</c>.
/// </remarks>
/// <param name="From">The first day, inclusive.</param>
/// <param name="Until">The day after the last, exclusive; null when there is no end yet.</param>
[JsonConverter(typeof(TextJsonConverter<Term>))]
public readonly record struct Term(LocalDate From, LocalDate? Until = null) : ITextValue<Term>, IJsonText
{
    private const string NoEnd = "..";

    /// <summary>The first day, inclusive.</summary>
    public LocalDate From { get; init => field = value.Iso(); } = From.Iso();

    /// <summary>The day after the last, exclusive; null when there is no end yet.</summary>
    public LocalDate? Until { get; init => field = value?.Iso(); } = Until?.Iso();

    /// <summary>True when no end is set.</summary>
    public bool IsOpen => Until is null;

    /// <summary>True when no day is in it: it ends before it begins or on the same day.</summary>
    public bool IsEmpty => Until <= From;

    /// <summary>The term as people read it.</summary>
    public BilingualText Text
    {
        get
        {
            var from = LocalDatePattern.Iso.Format(From);
            if (Until is not { } until)
            {
                return ($"{from} 起", $"from {from}");
            }

            var end = LocalDatePattern.Iso.Format(until);
            return ($"{from} 起至 {end} 前", $"from {from} until before {end}");
        }
    }

    /// <summary>Whether a day is in it.</summary>
    /// <param name="on">The day.</param>
    public bool Contains(LocalDate on) => on.Iso() >= From && !(on.Iso() >= Until);

    /// <summary>Whether at least one day is in both; never when either is empty.</summary>
    /// <param name="other">The other term.</param>
    public bool Overlaps(Term other) => !IsEmpty && !other.IsEmpty && !(Until <= other.From) && !(other.Until <= From);

    /// <summary>The days that are in both; empty when there are none.</summary>
    /// <param name="other">The other term.</param>
    public Term Intersect(Term other)
    {
        var until = Until is null || other.Until < Until ? other.Until : Until;
        return new Term(LocalDate.Max(From, other.From), until);
    }

    /// <summary>The same beginning with another end.</summary>
    /// <param name="until">The day after the last, exclusive.</param>
    public Term EndingBefore(LocalDate until) => this with { Until = until };

    static BilingualText ITextValue<Term>.Allowed => ("2026-01-01/2026-07-01，或无止日 2026-01-01/..", "2026-01-01/2026-07-01, or without end 2026-01-01/..");

    string IJsonText.JsonText => $"{LocalDatePattern.Iso.Format(From)}/{(Until is { } until ? LocalDatePattern.Iso.Format(until) : NoEnd)}";

    static Term IParsable<Term>.Parse(string s, IFormatProvider? provider) => ITextValue<Term>.Read(s);

    static bool IParsable<Term>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Term result)
    {
        result = default;
        if (s?.Split('/') is not [var first, var last] || LocalDatePattern.Iso.Parse(first) is not { Success: true, Value: var from })
        {
            return false;
        }

        if (last == NoEnd)
        {
            result = new(from);
            return true;
        }

        var parsed = LocalDatePattern.Iso.Parse(last);
        result = parsed.Success ? new(from, parsed.Value) : default;
        return parsed.Success;
    }

    /// <summary>The term in both languages.</summary>
    public override string ToString() => Text.ToString();
}
