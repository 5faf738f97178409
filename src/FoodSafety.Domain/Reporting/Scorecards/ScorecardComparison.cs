using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>The same ground on two days (成绩单对比). <see cref="Scorecard.CompareWith"/> makes it.</summary>
/// <remarks>
/// An area that others became is compared with the sum of theirs; one that has other ground than before, because an area was split or went to another
/// town, is not compared at all, and it is said why. Nor is a count of which nothing is known on one of the days, or one of people where there are several
/// areas to be added up: who answered in two of them would be there twice. Compared by reference.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ScorecardComparison
{
    internal ScorecardComparison(ScorecardEntry later, Scorecard earlier, Succession since)
    {
        var area = later.Area.Code;
        var became = since.Before(area);
        (Later, Since, Earlier) = (later, earlier.On, [.. became.Select(code => earlier[code])]);
        NotComparable = became.IsEmpty ? ($"{earlier.On:uuuu-MM-dd} 尚无{later.Area.Name}，也没有区划并入，不可比。", $"On {earlier.On:uuuu-MM-dd} there was no {later.Area.Name}, and no area became it: there is nothing to compare it with.")
            : since.Changes.FirstOrDefault(change => change.To.Any(to => area.Contains(to) != became.Any(code => code.Contains(change.From)))) is { } crossing
                ? ($"{NameOf(earlier, crossing.From)}变为 {string.Join('、', crossing.To)}，{later.Area.Name}的范围与 {earlier.On:uuuu-MM-dd} 不同，不可比。",
                   $"{NameOf(earlier, crossing.From)} became {string.Join(", ", crossing.To)}, so that {later.Area.Name} has other ground than on {earlier.On:uuuu-MM-dd}: its counts are not comparable.")
            : null;
        Incomparable = NotComparable is not null ? Later.Measures : Later.Measures.RemoveAll(measure =>
            IsStated(Later, measure) && Earlier.All(entry => IsStated(entry, measure)) && (Earlier.Length == 1 || !measure.IsOfPeople));
    }

    /// <summary>On the earlier day: the area, or all that became it since; none where it is new.</summary>
    public ImmutableArray<ScorecardEntry> Earlier { get; }

    /// <summary>On the later day.</summary>
    public ScorecardEntry Later { get; }

    /// <summary>The earlier day.</summary>
    public LocalDate Since { get; }

    /// <summary>Why no count can be compared: the area is new, or has other ground than before (不可比); null where counts can.</summary>
    public BilingualText? NotComparable { get; }

    /// <summary>The counts of which no difference can be told, in the order in which they are shown: all, where the ground is another.</summary>
    public ImmutableArray<ScorecardMeasure> Incomparable { get; }

    /// <summary>By how much a count grew, negative where it shrank; null where that cannot be told.</summary>
    /// <param name="measure">The count.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scorecard does not count it.</exception>
    public long? this[ScorecardMeasure measure] => Incomparable.Contains(measure) ? null : Later[measure] - Earlier.Sum(entry => entry[measure]);

    /// <summary>The counts that are not what they were, in the order in which they are shown; those that cannot be compared are not among them.</summary>
    public IEnumerable<ScorecardMeasure> Changed => Later.Measures.Where(measure => this[measure] is not (null or 0));

    /// <summary>What a reader has to know of the differences (说明): which areas were added up, what is not compared and why, and that two periods were counted.</summary>
    public ImmutableArray<BilingualText> Remarks
    {
        get
        {
            if (NotComparable is { } reason)
            {
                return [reason];
            }

            var remarks = ImmutableArray.CreateBuilder<BilingualText>();
            if (Earlier.Length > 1)
            {
                remarks.Add((
                    $"与 {Since:uuuu-MM-dd} {string.Join('、', Earlier.Select(entry => entry.Area.Name))}的合计相比。",
                    $"Compared with the sum of {string.Join(", ", Earlier.Select(entry => entry.Area.Name))} on {Since:uuuu-MM-dd}."));
                var people = ScorecardEntry.NamesOf([.. Later.Measures.Where(measure => measure.IsOfPeople)]);
                remarks.Add(($"同一人可能在多处任职，不相加、不比较：{people.Chinese}。", $"Not added up and not compared, for one person may serve in several: {people.English}."));
            }

            ImmutableArray<ScorecardMeasure> unstated = [.. Incomparable.Where(measure => Earlier.Append(Later).Any(entry => !IsStated(entry, measure)))];
            if (!unstated.IsEmpty)
            {
                var names = ScorecardEntry.NamesOf(unstated);
                remarks.Add(($"其中一日未填报，不比较：{names.Chinese}。", $"Not compared, for on one of the days nothing is known of it: {names.English}."));
            }

            if (Later.Period.Start != Earlier[0].Period.Start)
            {
                remarks.Add((
                    $"督导和日管控记录的统计期不同：{Earlier[0].PeriodText.Chinese}；{Later.PeriodText.Chinese}。",
                    $"Visits and daily records are those of two periods: {Earlier[0].PeriodText.English}; {Later.PeriodText.English}."));
            }

            return remarks.DrainToImmutable();
        }
    }

    // A measure that the district counts since another start of the process is not in a scorecard from before.
    private static bool IsStated(ScorecardEntry entry, ScorecardMeasure measure) => entry.Measures.Contains(measure) && !entry.Unstated.Contains(measure);

    private static string NameOf(Scorecard earlier, AreaCode code) => $"{earlier.Areas[code].Name} {code}";
}
