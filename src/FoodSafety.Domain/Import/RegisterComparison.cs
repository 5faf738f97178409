using System.Collections.Immutable;
using FluentValidation;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>Compares the rows of an export with a register, once: first those whose business is said by an id, then the others by their marks.</summary>
/// <remarks>
/// So that what was merged once changes nothing when it is merged again, marks are those that businesses have once the rows with their ids are taken over, and a
/// row without an id is only of a business when no other row could be of it.
/// </remarks>
internal sealed class RegisterComparison
{
    private const int Nobody = -1;

    private readonly BusinessRegister _register;
    private readonly MergeTerms _terms;
    private readonly OwnRowRules _ownRules;
    private readonly RowReader _reader;
    private readonly RowValues _values = new();
    private readonly FactDifferences _facts;

    private readonly ImmutableArray<int>.Builder _blank = ImmutableArray.CreateBuilder<int>();
    private readonly List<MergeRow?> _rows = [];
    private readonly List<Unplaced> _unplaced = [];
    private readonly Dictionary<int, BusinessMarks> _stated = [];
    private readonly Dictionary<BusinessId, int> _newIds = [];

    // Of each business the place of the row that is of it; and whether any row could be.
    private readonly int[] _rowOf;
    private readonly bool[] _isListed;

    public RegisterComparison(BusinessRegister register, MergeTerms? terms, IValidator<BusinessRow>? ownRules)
    {
        (_register, _terms, _ownRules, _reader) = (register, terms ?? MergeTerms.Default, new OwnRowRules(ownRules), new RowReader(register.Areas));
        (_facts, _rowOf, _isListed) = (new FactDifferences(register), new int[register.Count], new bool[register.Count]);
        Array.Fill(_rowOf, Nobody);
    }

    public RegisterMerge Compare(IEnumerable<BusinessRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var named = new Dictionary<int, BusinessId>();
        foreach (var (row, business) in _terms.Named)
        {
            named[row] = business;
        }

        var numbers = new HashSet<int>();
        foreach (var row in rows)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
            if (!numbers.Add(row.Row))
            {
                throw new ArgumentException($"Two rows have the number {row.Row}. Allowed: each row a number of its own.", nameof(rows));
            }

            if (row.IsBlank)
            {
                _blank.Add(row.Row);
            }
            else
            {
                _rows.Add(null);
                _rows[^1] = PlaceById(row, named.Count > 0 && named.TryGetValue(row.Row, out var business) ? business : default);
            }
        }

        if (_unplaced.Count > 0)
        {
            PlaceByMarks();
        }

        return new RegisterMerge([.. _rows.Select(row => row!)], Gone(), _blank.DrainToImmutable());
    }

    /// <summary>A row whose business is said by its id, or by somebody; null when marks are to say it.</summary>
    private MergeRow? PlaceById(BusinessRow row, BusinessId named)
    {
        var at = _rows.Count - 1;
        var isRead = _reader.TryRead(row, _values);
        var id = named.IsNone ? _values.Id : named;
        var failures = _ownRules.Failures(row);
        if (!isRead || failures.Count > 0)
        {
            KeepId(id, row, at);
            return Rejected(row, [.. isRead ? [] : _reader.FaultsOf(row), .. failures.Select(failure => OwnRowRules.FaultOf(row, failure))]);
        }

        if (id.IsNone)
        {
            _unplaced.Add(new Unplaced(at, row, _values.Marks, IsNamed: false, IsComplete(_values)));
            return null;
        }

        if (_register.FindRow(id) is not { } business)
        {
            return PlaceNew(row, id, !named.IsNone, at);
        }

        _isListed[business] = true;
        if (_rowOf[business] != Nobody)
        {
            return Duplicate(row, new MergeDuplicate(DuplicateReason.Id, id, NumberAt(_rowOf[business])));
        }

        _rowOf[business] = at;
        var placed = Placed(row, business);
        if (placed.Kind == MergeKind.Changed)
        {
            _stated.Add(business, _values.Marks);
        }

        return placed;
    }

    // No row's fate hangs on a fault of another: the first that has an id keeps it, and its business is not gone.
    private void KeepId(BusinessId id, BusinessRow row, int at)
    {
        if (id.IsNone)
        {
            return;
        }

        if (_register.FindRow(id) is not { } business)
        {
            _newIds.TryAdd(id, row.Row);
            return;
        }

        _isListed[business] = true;
        if (_rowOf[business] == Nobody)
        {
            _rowOf[business] = at;
        }
    }

    private MergeRow? PlaceNew(BusinessRow row, BusinessId id, bool isNamed, int at)
    {
        if (!_newIds.TryAdd(id, row.Row))
        {
            return Duplicate(row, new MergeDuplicate(DuplicateReason.Id, default, _newIds[id]));
        }

        if (!IsComplete(_values))
        {
            return Rejected(row, _reader.FaultsOfNew(row));
        }

        _unplaced.Add(new Unplaced(at, row, _values.Marks, isNamed, IsComplete: true) { Id = id });
        return null;
    }

    private void PlaceByMarks()
    {
        var count = _register.Count;
        var marks = new BusinessMarks[count + _unplaced.Count];
        for (var business = 0; business < count; business++)
        {
            var stands = BusinessMarks.Of(_register, business);
            marks[business] = _stated.Count > 0 && _stated.TryGetValue(business, out var stated) ? stands.With(stated) : stands;
        }

        for (var place = 0; place < _unplaced.Count; place++)
        {
            marks[count + place] = _unplaced[place].Marks;
        }

        var index = new MarkIndex(marks);
        var found = new List<(int Number, DuplicateReason By)>();
        var asked = new int[count];
        var others = new Met[_unplaced.Count];
        for (var place = 0; place < others.Length; place++)
        {
            found.Clear();
            index.Find(count + place, found);
            others[place] = Meet(found, place, asked);
        }

        for (var place = 0; place < others.Length; place++)
        {
            var one = _unplaced[place];
            _rows[one.At] = Place(one, others[place], asked);
        }
    }

    private MergeRow Place(Unplaced one, in Met met, int[] asked)
    {
        if (one.IsNamed)
        {
            return New(one) with { Duplicates = AllOf(met) };
        }

        if (!one.Id.IsNone)
        {
            return met.Businesses > 0 || met.HasEarlier ? Duplicate(one.Row, DuplicatesOf(met)) : New(one);
        }

        if (met is { Businesses: 1, Business: var business } && asked[business] == 1 && _rowOf[business] == Nobody && !met.HasRows)
        {
            _rowOf[business] = one.At;
            _ = _reader.TryRead(one.Row, _values);
            return Placed(one.Row, business);
        }

        return met.Businesses > 0 || met.HasEarlier ? Duplicate(one.Row, DuplicatesOf(met))
            : one.IsComplete ? New(one)
            : Rejected(one.Row, _reader.FaultsOfNew(one.Row));
    }

    /// <summary>Whom a row could be of: how many businesses, whether any rows, and the first of them.</summary>
    private Met Meet(List<(int Number, DuplicateReason By)> found, int place, int[] asked)
    {
        var met = new Met { Business = Nobody };
        foreach (var other in found)
        {
            if (other.Number < _register.Count)
            {
                met.Businesses++;
                met.Business = other.Number;
                if (!_unplaced[place].IsNamed)
                {
                    // Of whom somebody said that it is another one, it is not.
                    _isListed[other.Number] = true;
                    asked[other.Number]++;
                }
            }
            else
            {
                met.HasRows = true;
                // A row that is no whole business by itself takes nothing away from one that is.
                met.HasEarlier |= other.Number - _register.Count < place && _unplaced[other.Number - _register.Count].IsComplete;
            }
        }

        met.All = _unplaced[place].IsNamed ? [.. found] : null;
        (met.Count, met.First, met.Second, met.Third) = (
            found.Count, found.Count > 0 ? found[0] : default, found.Count > 1 ? found[1] : default, found.Count > 2 ? found[2] : default);
        return met;
    }

    // Whoever decided saw all of them.
    private ItemList<MergeDuplicate> AllOf(in Met met) => met.All is null ? [] : [.. met.All.Select(DuplicateOf)];

    private ItemList<MergeDuplicate> DuplicatesOf(in Met met) => met.Count switch
    {
        0 => [],
        1 => [DuplicateOf(met.First)],
        2 => [DuplicateOf(met.First), DuplicateOf(met.Second)],
        _ => [DuplicateOf(met.First), DuplicateOf(met.Second), DuplicateOf(met.Third)],
    };

    private MergeDuplicate DuplicateOf((int Number, DuplicateReason By) other) => other.Number >= _register.Count
        ? new(other.By, default, _unplaced[other.Number - _register.Count].Row.Row)
        : new(other.By, _register.IdAt(other.Number), _rowOf[other.Number] == Nobody ? null : NumberAt(_rowOf[other.Number]));

    /// <summary>The row of a business, by what it states of it.</summary>
    private MergeRow Placed(BusinessRow row, int business)
    {
        var identity = _register.IdentityAt(business);
        var licence = _values.Licence;
        if (!licence.IsNone && licence != identity.Licence
            && FieldText.FindType(row.Type) is null && (BusinessType)_register.Facts.Read(business, BusinessFacts.Type) is var type && licence.Sector != type.Sector())
        {
            return Rejected(row, [RowReader.LicenceFault(row, licence, type)]);
        }

        var differences = RowDifferences.Of(_values, _register, business, identity, _facts);
        return differences.IsEmpty
            ? new MergeRow(MergeKind.Same, row, identity.Id)
            : new MergeRow(MergeKind.Changed, row, identity.Id) { Differences = differences };
    }

    private ImmutableArray<MergeRow> Gone()
    {
        if (_terms.WholeOf.IsEmpty)
        {
            return [];
        }

        var isWhole = new bool[_register.Areas.Count];
        foreach (var area in _terms.WholeOf)
        {
            var ordinal = _register.Areas[area].Ordinal;
            isWhole.AsSpan(ordinal, _register.Areas.Ends[ordinal] - ordinal).Fill(true);
        }

        var gone = ImmutableArray.CreateBuilder<MergeRow>();
        for (var business = 0; business < _isListed.Length; business++)
        {
            if (!_isListed[business] && isWhole[_register.Facts.GroupOf(business)]
                && (OperatingStatus)_register.Facts.Read(business, BusinessFacts.Status) is var status && !status.HasEnded() && status != _terms.GoneBecomes)
            {
                gone.Add(new MergeRow(MergeKind.Gone, null, _register.IdAt(business))
                {
                    Differences = [new FieldDifference(BusinessFacts.Status.Id, status.Code(), _terms.GoneBecomes.Code())],
                });
            }
        }

        return gone.DrainToImmutable();
    }

    private int NumberAt(int place) => _rows[place]!.Row!.Row;

    private static bool IsComplete(RowValues values) =>
        values.Name is not null && !values.Area.IsNone && values.Facts[0] != BusinessFacts.Type.Unstated;

    private static MergeRow New(Unplaced one) => new(MergeKind.New, one.Row, one.Id);

    private static MergeRow Duplicate(BusinessRow row, params ItemList<MergeDuplicate> duplicates) => new(MergeKind.Duplicate, row, default) { Duplicates = duplicates };

    private static MergeRow Rejected(BusinessRow row, ItemList<RowFault> faults) => new(MergeKind.Rejected, row, default) { Faults = faults };

    /// <summary>A row of which its marks have to say whether it is of a business that is known.</summary>
    private sealed record Unplaced(int At, BusinessRow Row, BusinessMarks Marks, bool IsNamed, bool IsComplete)
    {
        public BusinessId Id { get; init; }
    }

    private struct Met
    {
        public int Businesses;
        public int Business;
        public bool HasRows;
        public bool HasEarlier;
        public (int Number, DuplicateReason By)[]? All;
        public int Count;
        public (int Number, DuplicateReason By) First;
        public (int Number, DuplicateReason By) Second;
        public (int Number, DuplicateReason By) Third;
    }
}

/// <summary>How the facts of a register differ from those that a row states; which columns hold them is looked up once.</summary>
internal sealed class FactDifferences
{
    private readonly BusinessRegister _register;
    private readonly int[] _columns;

    public FactDifferences(BusinessRegister register) =>
        (_register, _columns) = (register, [.. FactColumn.All.Select(column => register.Facts.Schema.ColumnOf(column.Fact))]);

    /// <summary>Adds what is different.</summary>
    public void Add(RowValues values, int business, ref List<FieldDifference>? differences)
    {
        var (segment, slot) = _register.Facts.PlaceOf(business);
        var columns = FactColumn.All.AsSpan();
        for (var at = 0; at < columns.Length; at++)
        {
            var column = columns[at];
            if (values.Facts[at] != column.Fact.Unstated && segment.Read(_columns[at], slot) is var was && was != values.Facts[at])
            {
                (differences ??= []).Add(new FieldDifference(column.Field.Column, column.Write(was), column.Write(values.Facts[at])));
            }
        }
    }
}

/// <summary>What is different between a row and the business that it is of.</summary>
internal static class RowDifferences
{
    public static ImmutableArray<FieldDifference> Of(RowValues values, BusinessRegister register, int business, in BusinessRegister.Identity identity, FactDifferences facts)
    {
        List<FieldDifference>? differences = null;
        if (values.Name is { } name && name != identity.Name)
        {
            (differences ??= []).Add(new FieldDifference(ImportFields.Name.Column, identity.Name, name));
        }

        if (!values.Area.IsNone && register.AreaAt(business) is var area && !values.Area.Contains(area))
        {
            (differences ??= []).Add(new FieldDifference(ImportFields.Area.Column, $"{area}", $"{values.Area}"));
        }

        if (!values.CreditCode.IsNone && values.CreditCode != identity.CreditCode)
        {
            (differences ??= []).Add(new FieldDifference(ImportFields.CreditCode.Column, $"{identity.CreditCode}", $"{values.CreditCode}"));
        }

        if (!values.Licence.IsNone && values.Licence != identity.Licence)
        {
            (differences ??= []).Add(new FieldDifference(ImportFields.Licence.Column, $"{identity.Licence}", $"{values.Licence}"));
        }

        facts.Add(values, business, ref differences);
        return differences is null ? [] : [.. differences];
    }
}
