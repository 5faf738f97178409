using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>Puts versions of a policy together of which a new one ends the old (分级标准沿革).</summary>
public static class PolicyTimeline
{
    /// <summary>The timeline of versions that say only from when on they are in force, as a folder of files has them: each ends when the next begins.</summary>
    /// <remarks>A version that states an end of its own keeps it, so that a gap or an overlap is told.</remarks>
    /// <param name="policies">The versions, in any order.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="PolicyTimelineException">They are not the versions of one policy, two begin on one day, or they leave a gap; every fault is listed.</exception>
    public static PolicyTimeline<TGrade> OfOpenVersions<TGrade>(params IEnumerable<GradingPolicy<TGrade>> policies) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(policies);
        GradingPolicy<TGrade>[] versions = [.. policies.OrderBy(policy => policy.From)];
        return new PolicyTimeline<TGrade>(versions.Select((policy, i) =>
            policy.Until is null && i + 1 < versions.Length && versions[i + 1].From > policy.From
                ? policy.EndingOn(versions[i + 1].From)
                : policy));
    }
}

/// <summary>The versions of one policy in time (分级标准沿革): on each day that it covers, exactly one is in force.</summary>
/// <remarks>
/// Versions follow each other without gap and without overlap. The first may be in force since ever
/// (<see cref="LocalDate.MinIsoValue"/>), the last without end. Immutable and safe to share.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("PolicyFile<TGrade>.Write")]
public sealed class PolicyTimeline<TGrade> where TGrade : struct, Enum
{
    private readonly ImmutableArray<Grader<TGrade>> _graders;

    /// <summary>Puts versions in their order.</summary>
    /// <param name="policies">The versions, in any order.</param>
    /// <exception cref="PolicyTimelineException">They are not the versions of one policy, or leave a gap, or overlap; every fault is listed.</exception>
    public PolicyTimeline(params IEnumerable<GradingPolicy<TGrade>> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        Versions = [.. policies.OrderBy(policy => policy.From)];
        var faults = Check(Versions).ToImmutableArray();
        if (faults.Length > 0)
        {
            throw new PolicyTimelineException(faults);
        }

        _graders = [.. Versions.Select(policy => new Grader<TGrade>(policy))];
    }

    /// <summary>The versions, the earliest first; at least one.</summary>
    public ImmutableArray<GradingPolicy<TGrade>> Versions { get; }

    /// <summary>The key that all versions have.</summary>
    public string Id => Versions[0].Id;

    /// <summary>The grades in their order, in all versions the same.</summary>
    public GradeScale<TGrade> Scale => Versions[0].Scale;

    /// <summary>The first day that is covered.</summary>
    public LocalDate From => Versions[0].From;

    /// <summary>The first day after <see cref="From"/> that is no longer covered; null while no end is known.</summary>
    public LocalDate? Until => Versions[^1].Until;

    /// <summary>The version in force on a day.</summary>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">No version covers the day.</exception>
    public GradingPolicy<TGrade> At(LocalDate day) => Versions[IndexAt(day)];

    /// <summary>The version in force on a day; null when none covers it.</summary>
    /// <param name="day">The day.</param>
    public GradingPolicy<TGrade>? FindAt(LocalDate day) => FindIndexAt(day) is { } index ? Versions[index] : null;

    /// <summary>The version in force on a day, made ready to grade: for the same version always the same object.</summary>
    /// <remarks>So a <see cref="GradeBook{TGrade}"/> that is regraded with it day by day looks only at what changed, until the version does.</remarks>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">No version covers the day.</exception>
    public Grader<TGrade> GraderAt(LocalDate day) => _graders[IndexAt(day)];

    /// <summary>The key of the policy and how many versions there are.</summary>
    public override string ToString() => $"{Id}, versions: {string.Join(", ", Versions.Select(policy => policy.Version))}";

    private int IndexAt(LocalDate day) => FindIndexAt(day) ?? throw new ArgumentOutOfRangeException(
        nameof(day), day, $"No version of '{Id}' is in force on {day:uuuu-MM-dd}. Allowed: {new PolicyTimelineFault.Span(From, Until).Text.English}.");

    private int? FindIndexAt(LocalDate day)
    {
        for (var i = Versions.Length - 1; i >= 0; i--)
        {
            if (day >= Versions[i].From)
            {
                return Versions[i].IsInForce(day) ? i : null;
            }
        }

        return null;
    }

    private static IEnumerable<PolicyTimelineFault> Check(ImmutableArray<GradingPolicy<TGrade>> versions)
    {
        if (versions.IsEmpty)
        {
            yield return new PolicyTimelineFault(PolicyTimelineFaultKind.NoVersion, [], null, null);
            yield break;
        }

        var first = versions[0];
        var latest = first;
        foreach (var (i, policy) in versions.Index().Skip(1))
        {
            if (policy.Id != first.Id)
            {
                yield return Fault(PolicyTimelineFaultKind.OtherPolicy, first, policy, null, null);
            }

            if (!policy.Scale.MildestFirst.SequenceEqual(first.Scale.MildestFirst))
            {
                yield return Fault(PolicyTimelineFaultKind.OtherScale, first, policy, null, null);
            }

            foreach (var earlier in versions.Take(i))
            {
                if (earlier.Id == policy.Id && earlier.Version == policy.Version)
                {
                    yield return Fault(PolicyTimelineFaultKind.SameVersion, earlier, policy, null, null);
                }

                if (earlier.Until is not { } end || policy.From < end)
                {
                    yield return Fault(PolicyTimelineFaultKind.Overlap, earlier, policy, policy.From, Earlier(earlier.Until, policy.Until));
                }
            }

            if (latest.Until < policy.From)
            {
                yield return Fault(PolicyTimelineFaultKind.Gap, latest, policy, latest.Until, policy.From);
            }

            // The one that ends last says where a gap may begin; of two without end, either.
            latest = latest.Until is { } ends && (policy.Until is not { } until || until > ends) ? policy : latest;
        }
    }

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) =>
        one is { } a && other is { } b ? LocalDate.Min(a, b) : one ?? other;

    private static PolicyTimelineFault Fault(
        PolicyTimelineFaultKind kind, GradingPolicy<TGrade> earlier, GradingPolicy<TGrade> later, LocalDate? from, LocalDate? until) =>
        new(kind, [earlier.ToString(), later.ToString()], from, until);
}
