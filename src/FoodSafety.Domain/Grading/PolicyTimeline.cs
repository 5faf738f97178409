using System.Collections.Immutable;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>Puts versions of a policy together of which a new one ends the old (分级标准沿革).</summary>
public static class PolicyTimeline
{
    /// <summary>The timeline of versions that say only from when on they are in force, as a folder of files has them: each ends when the next begins.</summary>
    /// <remarks>A version that states an end of its own keeps it, so that a gap or an overlap is told.</remarks>
    /// <param name="policies">The versions, in any order.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="TimelineException">They are not the versions of one policy, two begin on one day, or they leave a gap; every fault is listed.</exception>
    public static PolicyTimeline<TGrade> OfOpenVersions<TGrade>(params IEnumerable<GradingPolicy<TGrade>> policies) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(policies);
        GradingPolicy<TGrade>[] versions = [.. policies.OrderBy(policy => policy.From)];
        return new PolicyTimeline<TGrade>(versions.Select((policy, i) =>
            // Two that begin on one day overlap until the next, and say so.
            policy.Until is null && versions.Skip(i + 1).FirstOrDefault(later => later.From > policy.From) is { } next ? policy.EndingOn(next.From) : policy));
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
    private static readonly VersionRules<GradingPolicy<TGrade>> Rules = new(
        static policy => policy.Id, static policy => policy.Version, static (one, other) => one.Scale.MildestFirst.SequenceEqual(other.Scale.MildestFirst));

    private readonly Timeline<GradingPolicy<TGrade>> _versions;
    private readonly ImmutableArray<Grader<TGrade>> _graders;

    /// <summary>Puts versions in their order.</summary>
    /// <param name="policies">The versions, in any order.</param>
    /// <exception cref="TimelineException">They are not the versions of one policy, or leave a gap, or overlap; every fault is listed.</exception>
    public PolicyTimeline(params IEnumerable<GradingPolicy<TGrade>> policies)
    {
        _versions = new(policies, static policy => new Term(policy.From, policy.Until), mayHaveGaps: false, Rules);
        _graders = [.. Versions.Select(policy => new Grader<TGrade>(policy))];
    }

    /// <summary>The versions, the earliest first; at least one.</summary>
    public ImmutableArray<GradingPolicy<TGrade>> Versions => _versions.Versions;

    /// <summary>The key that all versions have.</summary>
    public string Id => Versions[0].Id;

    /// <summary>The grades in their order, in all versions the same.</summary>
    public GradeScale<TGrade> Scale => Versions[0].Scale;

    /// <summary>The first day that is covered.</summary>
    public LocalDate From => _versions.From;

    /// <summary>The first day after <see cref="From"/> that is no longer covered; null while no end is known.</summary>
    public LocalDate? Until => _versions.Until;

    /// <summary>The version in force on a day.</summary>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">No version covers the day.</exception>
    public GradingPolicy<TGrade> At(LocalDate day) => _versions.At(day);

    /// <summary>The version in force on a day; null when none covers it.</summary>
    /// <param name="day">The day.</param>
    public GradingPolicy<TGrade>? FindAt(LocalDate day) => _versions.FindAt(day);

    /// <summary>The version in force on a day, made ready to grade: for the same version always the same object.</summary>
    /// <remarks>So a <see cref="GradeBook{TGrade}"/> that is regraded with it day by day looks only at what changed, until the version does.</remarks>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">No version covers the day.</exception>
    public Grader<TGrade> GraderAt(LocalDate day) => _graders[_versions.IndexAt(day)];

    /// <summary>The key of the policy and how many versions there are.</summary>
    public override string ToString() => $"{Id}, versions: {string.Join(", ", Versions.Select(policy => policy.Version))}";
}
