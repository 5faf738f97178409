using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using NodaTime;
using Outcome = FoodSafety.Domain.Grading.Outcome;

namespace FoodSafety.Domain.Standing;

/// <summary>The computed decisions of all rows in time: an append-only list in which each entry points back to the one before of its row.</summary>
/// <remarks>12 bytes an entry and 4 a row; what the entries of one regrading have in common stands in its pass.</remarks>
internal sealed class GradeTrail<TGrade>(GradeSheet<TGrade> sheet) where TGrade : struct, Enum
{
    /// <summary>No entry.</summary>
    public const int None = -1;

    private readonly int _codeBits = Outcome.CodeBits(sheet.Scale.Count);
    private readonly List<Entry> _entries = [];
    private readonly List<Pass> _passes = [];
    private readonly Dictionary<(string Id, string Version), int> _versions = [];

    // One more than the last entry of each row, so that rows to come have none.
    private int[] _lastFromOne = [];

    /// <summary>Records what the sheet says now of some rows, where it is not what their last entries say.</summary>
    /// <param name="on">The day.</param>
    /// <param name="policy">The policy that decided.</param>
    /// <param name="rows">The rows; null for all.</param>
    /// <param name="corrected">The rows that are recorded in any case, as corrections.</param>
    /// <param name="appended">Gets the row of each entry, so that it can be taken back with <see cref="Truncate"/>.</param>
    /// <returns>How many entries were recorded.</returns>
    public int Record(LocalDate on, GradingPolicy<TGrade> policy, int[]? rows, IReadOnlyCollection<int> corrected, List<int>? appended = null)
    {
        var before = _entries.Count;
        Array.Resize(ref _lastFromOne, sheet.Table.Count);
        if (!_versions.TryGetValue((policy.Id, policy.Version), out var version))
        {
            _versions.Add((policy.Id, policy.Version), version = _versions.Count);
        }

        if (corrected.Count > 0)
        {
            _passes.Add(new Pass(on, policy, version, IsCorrection: true));
            foreach (var row in corrected)
            {
                Append(row, sheet.Planes.Read(row), appended);
            }
        }

        _passes.Add(new Pass(on, policy, version, IsCorrection: false));
        if (rows is not null)
        {
            foreach (var row in rows)
            {
                RecordOne(row, sheet.Planes.Read(row), version, appended);
            }
        }
        else
        {
            foreach (var segment in sheet.Table.Segments)
            {
                var beside = sheet.Planes.Peek(segment);
                for (var slot = 0; slot < segment.Count; slot++)
                {
                    RecordOne(segment.Rows[slot], beside.Read(slot), version, appended);
                }
            }
        }

        return _entries.Count - before;
    }

    /// <summary>How much was recorded, to go back to with <see cref="Truncate"/>.</summary>
    public (int Entries, int Passes) Mark => (_entries.Count, _passes.Count);

    /// <summary>Takes back what was recorded since a mark; an entry does not say its row, so that it stays small.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="appended">The row of each entry since, as <see cref="Record"/> listed them.</param>
    public void Truncate((int Entries, int Passes) mark, IReadOnlyList<int> appended)
    {
        for (var entry = _entries.Count - 1; entry >= mark.Entries; entry--)
        {
            _lastFromOne[appended[entry - mark.Entries]] = _entries[entry].Previous + 1;
        }

        _entries.RemoveRange(mark.Entries, _entries.Count - mark.Entries);
        _passes.RemoveRange(mark.Passes, _passes.Count - mark.Passes);
    }

    /// <summary>The last entry of a row; <see cref="None"/> when there is none.</summary>
    public int Last(int row) => row < _lastFromOne.Length ? _lastFromOne[row] - 1 : None;

    /// <summary>The entry of a row that is in force on a day.</summary>
    public int On(int row, LocalDate day)
    {
        var entry = Last(row);
        while (entry != None && DayOf(entry) > day)
        {
            entry = Previous(entry);
        }

        return entry;
    }

    public int Previous(int entry) => _entries[entry].Previous;

    public LocalDate DayOf(int entry) => PassOf(entry).On;

    public GradingPolicy<TGrade> PolicyOf(int entry) => PassOf(entry).Policy;

    /// <summary>The day on which a version of a policy first decided; null when it never did.</summary>
    public LocalDate? FirstDayOf(string version) => _passes.FindIndex(pass => pass.Policy.Version == version) is >= 0 and var first ? _passes[first].On : null;

    /// <summary>The outcome's number, 0 when there is no entry.</summary>
    public int CodeOf(int entry) => entry == None ? 0 : Outcome.Unpack(_entries[entry].Packed, _codeBits).Code;

    public bool IsGraded(int entry) => CodeOf(entry) is var code && code != 0 && code != Outcome.NotGraded(sheet.Scale.Count);

    /// <summary>The strictest of the grades in force on some day from a first day on, up to an entry; of equally strict ones the last.</summary>
    /// <param name="last">The last entry to look at, which has a grade.</param>
    /// <param name="from">The first day.</param>
    /// <param name="isWithdrawn">Whether an entry rested on a slip that was put right since; nobody looks back to it then.</param>
    public int StrictestSince(int last, LocalDate from, Func<int, bool> isWithdrawn)
    {
        var strictest = last;
        for (var later = last; !PassOf(later).IsCorrection && DayOf(later) > from; later = Previous(later))
        {
            var entry = Previous(later);
            if (entry == None)
            {
                break;
            }

            if (IsInForce(entry, later) && IsGraded(entry) && CodeOf(entry) > CodeOf(strictest) && !isWithdrawn(entry))
            {
                strictest = entry;
            }
        }

        return strictest;
    }

    /// <summary>The first entry up to one by which the row had a grade for a day.</summary>
    public int FirstGraded(int last)
    {
        var first = None;
        for (var (entry, later) = (last, None); entry != None; (entry, later) = (Previous(entry), entry))
        {
            first = IsInForce(entry, later) && IsGraded(entry) ? entry : first;
        }

        return first;
    }

    public GradeDecision<TGrade> Decode(int entry) =>
        entry == None ? default : Outcome.Unpack(_entries[entry].Packed, _codeBits).Decode(sheet.Scale);

    public GradeEntry<TGrade>? Show(int entry) => entry == None
        ? null
        : new GradeEntry<TGrade>(DayOf(entry), Decode(entry), PassOf(entry).Policy, PassOf(entry).IsCorrection);

    public ImmutableArray<GradeEntry<TGrade>> HistoryOf(int row)
    {
        var history = ImmutableArray.CreateBuilder<GradeEntry<TGrade>>();
        for (var entry = Last(row); entry != None; entry = Previous(entry))
        {
            history.Add(Show(entry)!);
        }

        history.Reverse();
        return history.DrainToImmutable();
    }

    private void RecordOne(int row, int packed, int version, List<int>? appended)
    {
        var last = _lastFromOne[row] - 1;
        if (last == None || _entries[last].Packed != packed || PassOf(last).Version != version)
        {
            Append(row, packed, appended);
        }
    }

    private void Append(int row, int packed, List<int>? appended)
    {
        appended?.Add(row);
        _entries.Add(new Entry(_lastFromOne[row] - 1, _passes.Count - 1, packed));
        _lastFromOne[row] = _entries.Count;
    }

    private Pass PassOf(int entry) => _passes[_entries[entry].Pass];

    /// <summary>Of the entries of one day only the last was in force.</summary>
    private bool IsInForce(int entry, int later) => later == None || DayOf(entry) < DayOf(later);

    private readonly record struct Entry(int Previous, int Pass, int Packed);

    private readonly record struct Pass(LocalDate On, GradingPolicy<TGrade> Policy, int Version, bool IsCorrection);
}
