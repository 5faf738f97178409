using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Other terms of recalls were laid down (召回时限规定): they hold for recalls whose risk is known from the day of record on.</summary>
/// <remarks>Until some are, those of <see cref="RecallTerms.National"/> hold. A recall keeps the terms under which it began.</remarks>
/// <param name="Rules">The terms.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecallTermsLaidDown(RecallTerms Rules) : RulesLaidDown<RecallTerms>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "recall-terms-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("recall-terms", "");

    internal static RecallTerms? National(LocalDate day) => RecallTerms.National.FindAt(day);
}

/// <summary>How soon a recall begins, how long it takes, and how often an ordered one is reported on (召回时限): one version of the rules, as data.</summary>
/// <remarks>
/// Which version holds for a recall is decided by the day on which the risk was known: <see cref="National"/>. Whoever works under other
/// limits lays down terms of their own: <see cref="RecallTermsLaidDown"/>.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecallTerms
{
    private readonly TimeLimit[] _start;
    private readonly TimeLimit[] _finish;
    private readonly TimeLimit[] _progress = [];

    /// <summary>States terms; each class has its own limits.</summary>
    /// <param name="version">The version, as people name it.</param>
    /// <param name="basis">Where the limits come from.</param>
    /// <param name="startHours">Hours from knowing of the risk to the start, for class I, II and III.</param>
    /// <param name="finishWorkingDays">Working days from the published notice to the end, for class I, II and III.</param>
    /// <param name="finishBasis">Where the limits of the end come from, when from elsewhere; null for <paramref name="basis"/>.</param>
    /// <exception cref="ArgumentException">The version is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is less than 1.</exception>
    public RecallTerms(string version, Citation basis, (int I, int II, int III) startHours, (int I, int II, int III) finishWorkingDays, Citation? finishBasis = null)
    {
        TextRule.Key.Check(version);
        ArgumentNullException.ThrowIfNull(basis);
        (Version, Basis, FinishBasis) = (version, basis, finishBasis ?? basis);
        _start = [TimeLimit.Hours(startHours.I, basis), TimeLimit.Hours(startHours.II, basis), TimeLimit.Hours(startHours.III, basis)];
        _finish =
        [
            TimeLimit.WorkingDays(finishWorkingDays.I, FinishBasis), TimeLimit.WorkingDays(finishWorkingDays.II, FinishBasis),
            TimeLimit.WorkingDays(finishWorkingDays.III, FinishBasis),
        ];
    }

    /// <summary>
    /// The measure in force from 1 September 2015 to 30 November 2026: start within 24, 48 or 72 hours of knowing, end within 10, 20 or 30
    /// working days of the published notice (自公告发布之日起).
    /// </summary>
    public static RecallTerms Of2015 { get; } = new(
        "2015",
        new Citation(
            ("《食品召回管理办法》（国家食品药品监督管理总局令第12号）", "Measure on food recalls (CFDA Order 12)"), SourceStanding.GovernmentNotice,
            url: new Uri("http://www.yiyuan.gov.cn/gongkai/site_yyxscjdglj/channel_61b8351f07f124910587b317/doc_657910078b686a725608e128.html")),
        (24, 48, 72), (10, 20, 30));

    /// <summary>The measure in force since 1 December 2026: start within 24, 36 or 48 hours of knowing.</summary>
    /// <remarks>
    /// Its limits for the end were not verified: those of 2015 stand in and say that they are illustrative. So does the rhythm of reports on an
    /// ordered recall (every day, every 5 or 10 working days), which was read in the draft of September 2025.
    /// </remarks>
    public static RecallTerms Of2026 { get; } = new RecallTerms(
        "2026",
        new Citation(
            ("《食品召回管理办法》（市场监管总局令第122号，2026）", "Measure on food recalls (SAMR Order 122 of 2026)"), SourceStanding.OfficialText,
            url: new Uri("https://www.163.com/dy/article/KLIMOUDE0514EAHV.html")),
        (24, 36, 48), (10, 20, 30),
        Citation.Illustrative(("第122号令的完成期限未经核实，沿用2015年办法的数值", "the limits for the end in SAMR Order 122 were not verified; those of 2015 are taken")))
        .WithProgress(
            TimeLimit.Days(1, OrderDraft), TimeLimit.WorkingDays(5, OrderDraft), TimeLimit.WorkingDays(10, OrderDraft));

    /// <summary>The national terms by the day on which the risk was known (知悉风险之日): those of 2015, and from 1 December 2026 those of 2026.</summary>
    public static Timeline<RecallTerms> National { get; } = new((new LocalDate(2015, 9, 1), Of2015), (new LocalDate(2026, 12, 1), Of2026));

    /// <summary>The version, as people name it.</summary>
    public string Version { get; }

    /// <summary>Where the limits come from (依据), those of the end apart.</summary>
    public Citation Basis { get; }

    /// <summary>Where the limits of the end come from (完成时限依据).</summary>
    public Citation FinishBasis { get; }

    internal static ItemList<RecallClass> Classes => [RecallClass.I, RecallClass.II, RecallClass.III];

    // A property: the initialiser of Of2026 reads it, and fields further down would still be null then.
    private static Citation OrderDraft => Citation.Illustrative((
        "食品召回管理办法征求意见稿（2025-09-25）责令召回报告频次，正式文本未经核实", "rhythm of reports on ordered recalls in the draft of 2025-09-25; not verified in the final text"));

    /// <summary>From knowing of the risk to the start (启动时限).</summary>
    /// <param name="recallClass">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public TimeLimit StartLimit(RecallClass recallClass) => Pick(_start, recallClass);

    /// <summary>From the published notice to the end (完成时限).</summary>
    /// <param name="recallClass">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public TimeLimit FinishLimit(RecallClass recallClass) => Pick(_finish, recallClass);

    /// <summary>Within what time an ordered recall is reported on, and again after each report (责令召回报告频次); null when the terms set none.</summary>
    /// <param name="recallClass">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public TimeLimit? FindProgressLimit(RecallClass recallClass) => _progress.Length == 0 ? CheckClass(recallClass) : Pick(_progress, recallClass);

    /// <summary>The terms with a rhythm of reports on ordered recalls.</summary>
    /// <param name="classI">For class I.</param>
    /// <param name="classII">For class II.</param>
    /// <param name="classIII">For class III.</param>
    public RecallTerms WithProgress(TimeLimit classI, TimeLimit classII, TimeLimit classIII)
    {
        ArgumentNullException.ThrowIfNull(classI);
        ArgumentNullException.ThrowIfNull(classII);
        ArgumentNullException.ThrowIfNull(classIII);
        return new RecallTerms(this, [classI, classII, classIII]);
    }

    /// <summary>Whether two terms say the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(RecallTerms? other) =>
        other is not null && (Version, Basis, FinishBasis) == (other.Version, other.Basis, other.FinishBasis)
        && _start.SequenceEqual(other._start) && _finish.SequenceEqual(other._finish) && _progress.SequenceEqual(other._progress);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Basis);

    private RecallTerms(RecallTerms terms, TimeLimit[] progress)
    {
        (Version, Basis, FinishBasis) = (terms.Version, terms.Basis, terms.FinishBasis);
        (_start, _finish, _progress) = (terms._start, terms._finish, progress);
    }

    private static TimeLimit Pick(TimeLimit[] limits, RecallClass recallClass)
    {
        CheckClass(recallClass);
        return limits[(int)recallClass - 1];
    }

    private static TimeLimit? CheckClass(RecallClass recallClass) => Enum.IsDefined(recallClass)
        ? null
        : throw new ArgumentOutOfRangeException(nameof(recallClass), recallClass, "Allowed: 1 (I) to 3 (III).");
}
