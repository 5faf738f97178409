using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Import;

/// <summary>What becomes of a row that somebody chose (处理结果).</summary>
/// <remarks>The default value 0 is no result.</remarks>
public enum MergeOutcome
{
    /// <summary>The acts do what the row says (更新).</summary>
    [BilingualName("更新", "done")]
    Done = 1,

    /// <summary>The register says it already: somebody did it since the row was looked at (已是如此).</summary>
    [BilingualName("已是如此", "stands already")]
    StandsAlready = 2,

    /// <summary>The register says something else than when the row was looked at; nothing of the row is done (比对后已变更).</summary>
    [BilingualName("比对后已变更", "changed since")]
    ChangedSince = 3,

    /// <summary>Something was told of a later day than that of the export, and stands; nothing of the row is done (已有更晚的登记).</summary>
    [BilingualName("已有更晚的登记", "told of a later day")]
    ToldLater = 4,

    /// <summary>The register says all of it, as when the row was looked at (无须处理).</summary>
    [BilingualName("无须处理", "nothing to do")]
    NothingToDo = 5,

    /// <summary>What is to be done is not decided (待人工认定): it is rejected, new without an id, chosen twice, or a duplicate, be it of a business that nobody saw when it was compared.</summary>
    [BilingualName("待人工认定", "not decided")]
    NotDecided = 6,
}

/// <summary>What becomes of a row, and why (行处理结果).</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Reason">Why nothing of it is done; empty where it is done, or there is nothing to do.</param>
public sealed record MergedRow(MergeRow Row, MergeOutcome Outcome, BilingualText Reason)
{
    /// <summary>The row, what becomes of it and why, as people read it.</summary>
    public BilingualText Text
    {
        get
        {
            var (row, outcome) = (Row.Text, Outcome.Name());
            return (
                $"{row.Chinese} — {outcome.Chinese}{(Reason.IsEmpty ? "" : $"：{Reason.Chinese}")}", $"{row.English} — {outcome.English}{(Reason.IsEmpty ? "" : $": {Reason.English}")}");
        }
    }

    /// <summary>The row and what becomes of it, in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>The acts of the rows that somebody chose (合并批次), and what they do to which.</summary>
/// <remarks>
/// <para>
/// It is made of what stands now, under the lock of a store: a row of which the register says what it said when it was looked at is done whole; of any other nothing is done,
/// and it is told why. So that <see cref="Rows"/> is the truth once a district has taken <see cref="Acts"/> on the day of which the unit was made.
/// </para>
/// <para>Businesses that end by it may leave something open: a district says what, by <c>OpenMattersOf</c>, with the acts that settle it in the same unit.</para>
/// </remarks>
/// <example>
/// <code>
/// MergeUnit? unit = null;
/// await store.ActAsync("510115", request, (district, at) =>
/// {
///     unit = MergeUnit.Of(district.Businesses, day, ticked);
///     return new UnitOfActs(new Stamp("office", day, at), unit.Acts);
/// });
/// </code>
/// </example>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class MergeUnit
{
    private readonly ImmutableArray<Business>.Builder _opened = ImmutableArray.CreateBuilder<Business>();
    private readonly ImmutableArray<Act>.Builder _acts = ImmutableArray.CreateBuilder<Act>();
    private readonly ImmutableArray<BusinessId>.Builder _ended = ImmutableArray.CreateBuilder<BusinessId>();
    private readonly HashSet<BusinessId> _chosen = [];
    private readonly Dictionary<int, BusinessMarks> _changed = [];
    private readonly RegisterBook _book;
    private readonly LocalDate _on;
    private readonly RowReader _reader;
    private readonly RowValues _values = new();
    private readonly FactDifferences _facts;
    private readonly IReadOnlyList<MergeRow> _rows;
    private MarkIndex? _marks;
    private readonly Dictionary<MergeRow, int> _places = new(ReferenceEqualityComparer.Instance);

    private MergeUnit(RegisterBook book, LocalDate on, IReadOnlyList<MergeRow> rows)
    {
        (_book, _on, _rows, _reader, _facts) = (book, on, rows, new RowReader(book.Register.Areas), new FactDifferences(book.Register));
        // Those that change first: a new business may have the licence that another gives up in the same unit.
        var taken = new MergedRow?[rows.Count];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var place = 0; place < taken.Length; place++)
            {
                ArgumentNullException.ThrowIfNull(rows[place], nameof(rows));
                if (rows[place].Kind == MergeKind.New == (pass == 1))
                {
                    taken[place] = Take(rows[place]);
                }
            }
        }

        Rows = [.. taken.Select(row => row!)];
        if (_opened.Count > 0)
        {
            _acts.Insert(0, new BusinessesOpened(_opened.DrainToImmutable()));
        }

        (Acts, Ended) = (_acts.DrainToImmutable(), _ended.DrainToImmutable());
    }

    /// <summary>The acts, those that open businesses first; none when nothing is done, and a district takes no unit without any.</summary>
    public ImmutableArray<Act> Acts { get; }

    /// <summary>Every row that was chosen, in the order given.</summary>
    public ImmutableArray<MergedRow> Rows { get; }

    /// <summary>The businesses that end by the acts: they close or lose their licence.</summary>
    public ImmutableArray<BusinessId> Ended { get; }

    /// <summary>Makes acts of rows, as far as the register says of them what it said when they were looked at.</summary>
    /// <param name="businesses">The businesses as they stand now.</param>
    /// <param name="on">The day of which the export tells: that of the stamp. What was told of a later day stands.</param>
    /// <param name="rows">The rows that somebody chose, as a <see cref="RegisterMerge"/> told them, now or some time ago.</param>
    /// <exception cref="ArgumentException">A row is null, or says what none that was compared says: a new one without a row, a field or a value that there is not.</exception>
    public static MergeUnit Of(RegisterBook businesses, LocalDate on, IEnumerable<MergeRow> rows)
    {
        ArgumentNullException.ThrowIfNull(businesses);
        ArgumentNullException.ThrowIfNull(rows);
        return new MergeUnit(businesses, on, [.. rows]);
    }

    /// <summary>How many rows have an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> is not one of the named values.</exception>
    public int Count(MergeOutcome outcome)
    {
        _ = outcome.Named();
        return Rows.Count(row => row.Outcome == outcome);
    }

    /// <summary>The counts, for logs.</summary>
    public override string ToString() =>
        $"{Rows.Length} rows: {string.Join(", ", EnumCodes.All<MergeOutcome>().Select(outcome => $"{Count(outcome)} {outcome.Name().English}"))}; {Acts.Length} acts";

    private MergedRow Take(MergeRow row)
    {
        if (!row.HasActs)
        {
            return row.Kind == MergeKind.Same ? new(row, MergeOutcome.NothingToDo, default) : new(row, MergeOutcome.NotDecided, row.Text);
        }

        return !_chosen.Add(row.Business)
            ? new(row, MergeOutcome.NotDecided, ($"所选行中主体 {row.Business} 不止一次。", $"Business {row.Business} is chosen more than once."))
            : row.Kind == MergeKind.New ? Open(row) : Change(row);
    }

    private MergedRow Open(MergeRow row)
    {
        var given = row.Row ?? throw new ArgumentException($"A new business, {row.Business}, has no row. Allowed: what was compared.", nameof(row));
        if (_book.Register.FindRow(row.Business) is { } taken)
        {
            return _reader.TryRead(given, _values) && RowDifferences.Of(_values, _book.Register, taken, _book.Register.IdentityAt(taken), _facts).IsEmpty
                ? Stands(row)
                : new(row, MergeOutcome.ChangedSince, ($"主体编号 {row.Business} 已被使用。", $"The id {row.Business} was taken since."));
        }

        var business = given with { Id = row.Business.Value };
        if (_reader.FaultsOfNew(business) is { IsEmpty: false } faults)
        {
            return new(row, MergeOutcome.ChangedSince, (string.Concat(faults.Select(fault => fault.Text.Chinese)), string.Join(' ', faults.Select(fault => fault.Text.English))));
        }

        if (FindSince(row) is { } since)
        {
            // Nothing need have changed since: the row that gives up the licence may not be chosen, or be told of too early a day.
            return new(row, MergeOutcome.NotDecided, since.Text);
        }

        _opened.Add(business.ToBusiness());
        return new(row, MergeOutcome.Done, default);
    }

    /// <summary>A registered business that a new one could be, and that nobody saw when it was compared.</summary>
    private MergeDuplicate? FindSince(MergeRow row)
    {
        var register = _book.Register;
        if (_marks is null)
        {
            MergeRow[] opening = [.. _rows.Where(one => one is { Kind: MergeKind.New, Row: not null })];
            var marks = new BusinessMarks[register.Count + opening.Length];
            for (var business = 0; business < register.Count; business++)
            {
                marks[business] = _changed.TryGetValue(business, out var stated) ? BusinessMarks.Of(register, business).With(stated) : BusinessMarks.Of(register, business);
            }

            for (var place = 0; place < opening.Length; place++)
            {
                marks[register.Count + place] = _reader.TryRead(opening[place].Row!, _values) ? _values.Marks : default;
            }

            _marks = new MarkIndex(marks);
            for (var place = 0; place < opening.Length; place++)
            {
                _places[opening[place]] = register.Count + place;
            }
        }

        var found = new List<(int Number, DuplicateReason By)>();
        _marks.Find(_places[row], found);
        foreach (var (number, by) in found)
        {
            if (number < register.Count && register.IdAt(number) is var other && !row.Duplicates.Any(seen => seen.Business == other))
            {
                return new MergeDuplicate(by, other, null);
            }
        }

        return null;
    }

    private MergedRow Change(MergeRow row)
    {
        var register = _book.Register;
        if (register.FindRow(row.Business) is not { } business)
        {
            return new(row, MergeOutcome.ChangedSince, RegisterBook.Unregistered(row.Business).Text);
        }

        List<FieldDifference> left = [], changed = [];
        foreach (var difference in row.Differences)
        {
            var (field, now) = FieldOf(difference, business);
            if (now == difference.Becomes || (field == ImportFields.Area && AreaOf(difference).Contains(register.AreaAt(business))))
            {
                continue;
            }

            if (now != difference.Was)
            {
                changed.Add(difference with { Was = now });
            }
            else if (field == ImportFields.Area && register.Areas.Find(AreaOf(difference)) is null)
            {
                return new(row, MergeOutcome.ChangedSince, _book.Areas.Unknown(AreaOf(difference)).Text);
            }
            else
            {
                left.Add(difference);
            }
        }

        if (changed.Count > 0)
        {
            return new(row, MergeOutcome.ChangedSince, (
                $"现为 {string.Join('；', changed.Select(now => now.Text.Chinese))}", $"it is now {string.Join("; ", changed.Select(now => now.Text.English))}"));
        }

        return left.Count == 0 ? Stands(row)
            : left.Select(difference => _book.FindToldAfter(row.Business, KeyOf(difference), _on)).Max() is { } later
                ? new(row, MergeOutcome.ToldLater, ($"{later:uuuu-MM-dd} 已有登记", $"something was told of {later:uuuu-MM-dd}"))
            : Done(row, left, business);
    }

    private MergedRow Done(MergeRow row, List<FieldDifference> differences, int business)
    {
        var (facts, marks) = (new List<FactValue>(), default(BusinessMarks));
        foreach (var difference in differences)
        {
            var field = ImportFields.FindByColumn(difference.Field)!;
            if (FactColumn.Find(field) is { } column)
            {
                facts.Add(new FactValue(column.Fact, column.Find(difference.Becomes) ?? throw NoValue(difference, field)));
            }
            else
            {
                var act = ActOf(row.Business, field, difference);
                marks = act switch
                {
                    BusinessRenamed renamed => marks with { Name = renamed.Name },
                    BusinessMoved moved => marks with { Area = moved.Area },
                    CreditCodeChanged changed => marks with { CreditCode = changed.CreditCode },
                    LicenceChanged changed => marks with { Licence = changed.Licence },
                    _ => marks,
                };
                _acts.Add(act);
            }
        }

        _changed.Add(business, marks);

        if (facts.Count > 0)
        {
            _acts.Add(new FactsStated(row.Business, new FactRecord([.. facts])));
            if (facts.Find(value => BusinessFacts.Status.Equals(value.Fact)) is { Fact: not null } status && ((OperatingStatus)status.Stored).HasEnded())
            {
                _ended.Add(row.Business);
            }
        }

        return new(row, MergeOutcome.Done, default);
    }

    private static Act ActOf(BusinessId business, ImportField field, FieldDifference difference) =>
        field == ImportFields.Name ? new BusinessRenamed(business, difference.Becomes)
        : field == ImportFields.Area ? new BusinessMoved(business, AreaOf(difference))
        : field == ImportFields.CreditCode ? new CreditCodeChanged(
            business, UnifiedSocialCreditCode.TryParse(difference.Becomes, out var code) ? code : throw NoValue(difference, field))
        : field == ImportFields.Licence ? new LicenceChanged(business, FoodLicenceNumber.TryParse(difference.Becomes, out var licence) ? licence : throw NoValue(difference, field))
        : throw NoField(difference);

    private (ImportField Field, string Now) FieldOf(FieldDifference difference, int business)
    {
        var (field, identity) = (ImportFields.FindByColumn(difference.Field) ?? throw NoField(difference), _book.Register.IdentityAt(business));
        return (field, FactColumn.Find(field) is { } column ? column.Write(_book.Register.Facts.Read(business, column.Fact))
            : field == ImportFields.Name ? identity.Name
            : field == ImportFields.Area ? $"{_book.Register.AreaAt(business)}"
            : field == ImportFields.CreditCode ? $"{identity.CreditCode}"
            : field == ImportFields.Licence ? $"{identity.Licence}"
            : throw NoField(difference));
    }

    private static string KeyOf(FieldDifference difference) => ImportFields.FindByColumn(difference.Field) is { } field && FactColumn.Find(field) is { } column ? column.Fact.Id : difference.Field;

    private static AreaCode AreaOf(FieldDifference difference) =>
        AreaCode.TryParse(difference.Becomes, out var area) ? area : throw NoValue(difference, ImportFields.Area);

    private static MergedRow Stands(MergeRow row) => new(row, MergeOutcome.StandsAlready, default);

    private static ArgumentException NoField(FieldDifference difference) => new(
        $"There is no difference in '{difference.Field}'. Allowed: {string.Join(", ", ImportFields.All.Where(field => field != ImportFields.Id).Select(field => field.Column))}.", nameof(difference));

    private static ArgumentException NoValue(FieldDifference difference, ImportField field) => new(
        field.Refuse(difference.Becomes, ("不能成为新值", "is no value that it becomes")).English, nameof(difference));
}
