using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Rectifications;

/// <summary>How soon a recall begins and how long it takes (召回时限): one version of the rules, as data.</summary>
/// <remarks>
/// The measure on recalls has been revised since; whoever works under other limits makes terms of their own, and old recalls keep
/// being read by the old ones.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecallTerms
{
    private readonly TimeLimit[] _start;
    private readonly TimeLimit[] _finish;

    /// <summary>States terms; each class has its own limits.</summary>
    /// <param name="version">The version, as people name it.</param>
    /// <param name="basis">Where the limits come from.</param>
    /// <param name="startHours">Hours from knowing of the risk to the start, for class I, II and III.</param>
    /// <param name="finishWorkingDays">Working days from the start to the end, for class I, II and III.</param>
    /// <exception cref="ArgumentException">The version is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is less than 1.</exception>
    public RecallTerms(string version, Citation basis, (int I, int II, int III) startHours, (int I, int II, int III) finishWorkingDays)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(basis);
        (Version, Basis) = (version, basis);
        _start = [TimeLimit.Hours(startHours.I, basis), TimeLimit.Hours(startHours.II, basis), TimeLimit.Hours(startHours.III, basis)];
        _finish =
        [
            TimeLimit.WorkingDays(finishWorkingDays.I, basis), TimeLimit.WorkingDays(finishWorkingDays.II, basis), TimeLimit.WorkingDays(finishWorkingDays.III, basis),
        ];
    }

    /// <summary>The measure in force since 1 September 2015: start within 24, 48 or 72 hours, end within 10, 20 or 30 working days.</summary>
    public static RecallTerms Of2015 { get; } = new(
        "2015",
        new Citation(
            ("《食品召回管理办法》（国家食品药品监督管理总局令第12号）", "Measure on food recalls (CFDA Order 12)"), SourceStanding.GovernmentNotice,
            url: new Uri("http://www.yiyuan.gov.cn/gongkai/site_yyxscjdglj/channel_61b8351f07f124910587b317/doc_657910078b686a725608e128.html")),
        (24, 48, 72), (10, 20, 30));

    /// <summary>The version, as people name it.</summary>
    public string Version { get; }

    /// <summary>Where the limits come from (依据).</summary>
    public Citation Basis { get; }

    /// <summary>From knowing of the risk to the start (启动时限).</summary>
    /// <param name="recallClass">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public TimeLimit StartLimit(RecallClass recallClass) => Pick(_start, recallClass);

    /// <summary>From the start to the end (完成时限).</summary>
    /// <param name="recallClass">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public TimeLimit FinishLimit(RecallClass recallClass) => Pick(_finish, recallClass);

    /// <summary>Whether two terms say the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(RecallTerms? other) =>
        other is not null && (Version, Basis) == (other.Version, other.Basis) && _start.SequenceEqual(other._start) && _finish.SequenceEqual(other._finish);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Basis);

    private static TimeLimit Pick(TimeLimit[] limits, RecallClass recallClass) => Enum.IsDefined(recallClass)
        ? limits[(int)recallClass - 1]
        : throw new ArgumentOutOfRangeException(nameof(recallClass), recallClass, "Allowed: 1 (I) to 3 (III).");
}
