using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>The versions of one checklist in time (清单沿革): on each day at most one is in force. Immutable.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("ChecklistFile.Write")]
public sealed class ChecklistTimeline
{
    /// <summary>Puts versions in their order.</summary>
    /// <param name="versions">The versions, in any order; there may be days between them on which none is in force.</param>
    /// <exception cref="ArgumentException">There is none, they are of different lists, two are called the same, or two overlap.</exception>
    public ChecklistTimeline(params IEnumerable<Checklist> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        Versions = [.. versions.OrderBy(list => list.InForce.From)];
        if (Versions.IsEmpty)
        {
            throw new ArgumentException("There is no version. Allowed: one or more.", nameof(versions));
        }

        for (var i = 1; i < Versions.Length; i++)
        {
            var (earlier, later) = (Versions[i - 1], Versions[i]);
            if (later.Id != earlier.Id)
            {
                throw new ArgumentException($"'{earlier}' and '{later}' are of different lists. Allowed: the versions of one.", nameof(versions));
            }

            if (later.InForce.Overlaps(earlier.InForce))
            {
                throw new ArgumentException(
                    $"'{earlier}' ({earlier.InForce.Text.English}) and '{later}' ({later.InForce.Text.English}) overlap. Allowed: one in force on a day.", nameof(versions));
            }
        }

        if (Versions.GroupBy(list => list.Version, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{Id}' has the version '{twice.Key}' twice. Allowed: once.", nameof(versions));
        }
    }

    /// <summary>The versions, the earliest first; at least one.</summary>
    public ImmutableArray<Checklist> Versions { get; }

    /// <summary>The key that all versions have.</summary>
    public string Id => Versions[0].Id;

    /// <summary>The version in force on a day.</summary>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">No version is in force on the day.</exception>
    public Checklist At(LocalDate day) => FindAt(day) ?? throw new ArgumentOutOfRangeException(
        nameof(day), day, $"No version of '{Id}' is in force on {day:uuuu-MM-dd}. Allowed: {string.Join(", ", Versions.Select(list => list.InForce.Text.English))}.");

    /// <summary>The version in force on a day; null when none is.</summary>
    /// <param name="day">The day.</param>
    public Checklist? FindAt(LocalDate day)
    {
        foreach (var list in Versions)
        {
            if (list.InForce.Contains(day))
            {
                return list;
            }
        }

        return null;
    }

    /// <summary>The key and the versions.</summary>
    public override string ToString() => $"{Id}, versions: {string.Join(", ", Versions.Select(list => list.Version))}";
}
