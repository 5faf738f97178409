using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>The versions of a rule in time (规定沿革): each holds from its first day until the first day of the next, the last without end.</summary>
/// <remarks>
/// Before the first version nothing is known, and nothing is made up for it. To say that a rule ended and that what follows is
/// not known, let a version say so. Immutable and safe to share.
/// </remarks>
/// <typeparam name="T">What a version says.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Timeline<T> where T : class
{
    /// <summary>Puts versions in their order.</summary>
    /// <param name="versions">The versions with the first day of each, in any order; at least one.</param>
    /// <exception cref="ArgumentException">There is none, one is null, or two begin on the same day.</exception>
    public Timeline(params IEnumerable<(LocalDate From, T Version)> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        Versions = [.. versions.OrderBy(version => version.From)];
        if (Versions.IsEmpty || Versions.Any(version => version.Version is null))
        {
            throw new ArgumentException("Allowed: at least one version, and none that is null.", nameof(versions));
        }

        for (var i = 1; i < Versions.Length; i++)
        {
            if (Versions[i].From == Versions[i - 1].From)
            {
                throw new ArgumentException($"Two versions begin on {Versions[i].From:uuuu-MM-dd}. Allowed: one a day.", nameof(versions));
            }
        }
    }

    /// <summary>The versions with the first day of each, the earliest first; at least one.</summary>
    public ImmutableArray<(LocalDate From, T Version)> Versions { get; }

    /// <summary>The version in force on a day (当日有效版本).</summary>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is before the first version.</exception>
    public T At(LocalDate day) => FindAt(day) ?? throw new ArgumentOutOfRangeException(
        nameof(day), day, $"No version is known for {day:uuuu-MM-dd}. Allowed: {Versions[0].From:uuuu-MM-dd} or later.");

    /// <summary>The version in force on a day; null before the first.</summary>
    /// <param name="day">The day.</param>
    public T? FindAt(LocalDate day)
    {
        for (var i = Versions.Length - 1; i >= 0; i--)
        {
            if (day >= Versions[i].From)
            {
                return Versions[i].Version;
            }
        }

        return null;
    }
}
