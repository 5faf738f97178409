using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>The versions of a rule in time (规定沿革): on each day at most one is in force.</summary>
/// <remarks>
/// Before the first version nothing is known, and nothing is made up for it. To say that a rule ended and that what follows is
/// not known, let a version say so. Immutable and safe to share.
/// </remarks>
/// <typeparam name="T">What a version says.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class Timeline<T> where T : class
{
    private readonly string _key;

    /// <summary>Puts versions in their order of which each holds until the first day of the next, the last without end.</summary>
    /// <param name="versions">The versions with the first day of each, in any order; at least one.</param>
    /// <exception cref="ArgumentNullException">A version is null.</exception>
    /// <exception cref="TimelineException">There is none, or two begin on the same day.</exception>
    public Timeline(params IEnumerable<(LocalDate From, T Version)> versions)
        : this(InOrder(versions), mayHaveGaps: false, rules: null)
    {
    }

    /// <summary>Puts versions in their order that say themselves when they are in force.</summary>
    /// <param name="versions">The versions, in any order; at least one.</param>
    /// <param name="inForce">The days on which a version is in force.</param>
    /// <param name="mayHaveGaps">Whether there may be days between two versions on which none is in force.</param>
    /// <exception cref="ArgumentNullException">An argument or a version is null.</exception>
    /// <exception cref="TimelineException">There is none, one is in force on no day, two overlap, or there is a gap that may not be; every fault is listed.</exception>
    public Timeline(IEnumerable<T> versions, Func<T, Term> inForce, bool mayHaveGaps = false)
        : this(versions, inForce, mayHaveGaps, rules: null)
    {
    }

    /// <inheritdoc cref="Timeline{T}(IEnumerable{T}, Func{T, Term}, bool)"/>
    /// <param name="versions">The versions.</param>
    /// <param name="inForce">The days on which a version is in force.</param>
    /// <param name="mayHaveGaps">Whether there may be days between two versions on which none is in force.</param>
    /// <param name="rules">What the versions have to have in common, and what not.</param>
    internal Timeline(IEnumerable<T> versions, Func<T, Term> inForce, bool mayHaveGaps, VersionRules<T>? rules)
        : this(InOrder(versions, inForce), mayHaveGaps, rules)
    {
    }

    private Timeline(ImmutableArray<(Term InForce, T Version)> versions, bool mayHaveGaps, VersionRules<T>? rules)
    {
        var faults = FaultsOf(versions, mayHaveGaps, rules).ToImmutableArray();
        if (!faults.IsEmpty)
        {
            throw new TimelineException(faults);
        }

        // As people look for it, where it has a key.
        _key = rules?.Key(versions[0].Version) is { } key ? $" of '{key}'" : "";
        (Versions, Terms) = ([.. versions.Select(version => version.Version)], [.. versions.Select(version => version.InForce)]);
    }

    /// <summary>The versions, the earliest first; at least one.</summary>
    public ImmutableArray<T> Versions { get; }

    /// <summary>The days on which each of them is in force, in the same order.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>The first day on which a version is in force.</summary>
    public LocalDate From => Terms[0].From;

    /// <summary>The first day after all versions; null while no end is known.</summary>
    public LocalDate? Until => Terms[^1].Until;

    /// <summary>The version in force on a day (当日有效版本).</summary>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">No version is in force on the day.</exception>
    public T At(LocalDate day) => Versions[IndexAt(day)];

    /// <summary>The version in force on a day; null when none is.</summary>
    /// <param name="day">The day.</param>
    public T? FindAt(LocalDate day) => FindIndexAt(day) is >= 0 and var index ? Versions[index] : null;

    /// <summary>The versions as they are called.</summary>
    public override string ToString() => string.Join(", ", Versions);

    /// <summary>The place of the version in force on a day.</summary>
    internal int IndexAt(LocalDate day) => FindIndexAt(day) is >= 0 and var index ? index : throw new ArgumentOutOfRangeException(
        nameof(day), day, $"No version{_key} is in force on {day:uuuu-MM-dd}. Allowed: {string.Join(", ", Stretches().Select(days => TimelineFault.TextOf(days.From, days.Until).English))}.");

    private int FindIndexAt(LocalDate day)
    {
        day = day.Iso();
        for (var i = Versions.Length - 1; i >= 0; i--)
        {
            if (day >= Terms[i].From)
            {
                return Terms[i].Contains(day) ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>The days that are covered, those that follow each other as one.</summary>
    private IEnumerable<Term> Stretches()
    {
        var stretch = Terms[0];
        foreach (var term in Terms.Skip(1))
        {
            if (stretch.Until != term.From)
            {
                yield return stretch;
                stretch = term;
            }

            stretch = stretch with { Until = term.Until };
        }

        yield return stretch;
    }

    private static ImmutableArray<(Term InForce, T Version)> InOrder(IEnumerable<(LocalDate From, T Version)> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        (LocalDate From, T Version)[] sorted = [.. versions.OrderBy(version => version.From)];
        return [.. sorted.Select((version, i) => (
            // Two that begin on one day overlap, and say so.
            new Term(version.From, sorted.Skip(i + 1).Select(next => (LocalDate?)next.From).FirstOrDefault(next => next > version.From)), version.Version ?? throw new ArgumentNullException(nameof(versions))))];
    }

    private static ImmutableArray<(Term InForce, T Version)> InOrder(IEnumerable<T> versions, Func<T, Term> inForce)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(inForce);
        return [.. versions.Select(version => (InForce: inForce(version ?? throw new ArgumentNullException(nameof(versions))), version)).OrderBy(version => version.InForce.From)];
    }

    private static IEnumerable<TimelineFault> FaultsOf(ImmutableArray<(Term InForce, T Version)> versions, bool mayHaveGaps, VersionRules<T>? rules)
    {
        if (versions.IsEmpty)
        {
            yield return new TimelineFault(TimelineFaultKind.NoVersion, [], null, null);
            yield break;
        }

        foreach (var (inForce, version) in versions)
        {
            if (inForce.IsEmpty)
            {
                yield return new TimelineFault(TimelineFaultKind.NeverInForce, [$"{version}"], null, null);
            }
        }

        var (first, latest) = (versions[0], versions[0]);
        foreach (var (i, next) in versions.Index().Skip(1))
        {
            if (rules is not null && rules.Key(next.Version) != rules.Key(first.Version))
            {
                yield return Fault(TimelineFaultKind.OtherKey, first.Version, next.Version);
            }

            if (rules?.HaveOneScale(first.Version, next.Version) == false)
            {
                yield return Fault(TimelineFaultKind.OtherScale, first.Version, next.Version);
            }

            foreach (var (term, earlier) in versions.Take(i))
            {
                if (rules is not null && (rules.Key(earlier), rules.Name(earlier)) == (rules.Key(next.Version), rules.Name(next.Version)))
                {
                    yield return Fault(TimelineFaultKind.SameVersion, earlier, next.Version);
                }

                if (term.Overlaps(next.InForce))
                {
                    var common = term.Intersect(next.InForce);
                    yield return Fault(TimelineFaultKind.Overlap, earlier, next.Version, common.From, common.Until);
                }
            }

            if (!mayHaveGaps && latest.InForce.Until < next.InForce.From)
            {
                yield return Fault(TimelineFaultKind.Gap, latest.Version, next.Version, latest.InForce.Until, next.InForce.From);
            }

            // The one that ends last says where a gap may begin; of two without end, either.
            latest = latest.InForce.Until is { } ends && !(next.InForce.Until <= ends) ? next : latest;
        }

        static TimelineFault Fault(TimelineFaultKind kind, T earlier, T later, LocalDate? from = null, LocalDate? until = null) => new(kind, [$"{earlier}", $"{later}"], from, until);
    }
}

/// <summary>What versions of one thing have in common, and what not.</summary>
/// <param name="Key">The key that all of them have.</param>
/// <param name="Name">The name that each has alone.</param>
/// <param name="HaveOneScale">Whether two order the same grades.</param>
internal sealed record VersionRules<T>(Func<T, string> Key, Func<T, string> Name, Func<T, T, bool> HaveOneScale);
