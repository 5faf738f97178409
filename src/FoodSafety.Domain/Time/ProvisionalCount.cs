using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>How a provisional deadline was counted (暂定期限的推算), so that it can be counted again once the year is announced.</summary>
/// <remarks>Two are equal when the same was counted from the same day by the same law.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ProvisionalCount
{
    internal ProvisionalCount(LocalDate from, ImmutableArray<CountedLimit> limits, Citation by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (limits.IsDefaultOrEmpty || limits.Any(counted => counted.Limit is null) || limits[0].Limit.RunsFromInstant)
        {
            throw new ArgumentException("A provisional deadline is counted from a day, by one limit or several; the first is in days.", nameof(limits));
        }

        (From, Limits, By) = (from, limits, by);
    }

    /// <summary>The day it was counted from, which does not count.</summary>
    public LocalDate From { get; }

    /// <summary>The limits, each counted on from where the one before it ended, with the end that was told; more than one after an extension.</summary>
    public ItemList<CountedLimit> Limits { get; }

    /// <summary>The law by which the days were computed that no notice has confirmed.</summary>
    public Citation By { get; }

    /// <summary>That it is provisional, and by which law.</summary>
    public BilingualText Text => ProvisionalNote.Sentence(By);

    /// <summary>The same count with an end that was told and stays.</summary>
    internal ProvisionalCount EndingAt(OffsetDateTime told) => new(From, [.. Limits.Take(Limits.Length - 1), Limits[^1] with { Told = told }], By);

    /// <summary>That it is provisional, and by which law.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>What stands behind everything that rests on days no notice has confirmed (暂定说明).</summary>
internal static class ProvisionalNote
{
    /// <summary>The note in brackets, to be put behind what it is about; empty where nothing is provisional.</summary>
    public static BilingualText Of(Citation? by) => by is null
        ? default(BilingualText)
        : new BilingualText($"（{Sentence(by).Chinese}）", $" ({Sentence(by).English})");

    /// <summary>The note by itself.</summary>
    public static BilingualText Sentence(Citation by) => (
        $"暂定：放假安排尚未公布，依{by.Text.Chinese}推算",
        $"provisional: no holiday notice is known yet; computed by {by.Text.English}");
}

/// <summary>A limit with the end that was told of it.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Told">The last moment that was told to be in time.</param>
public readonly record struct CountedLimit(TimeLimit Limit, [property: JsonConverter(typeof(IsoTimeJsonConverter))] OffsetDateTime Told);
