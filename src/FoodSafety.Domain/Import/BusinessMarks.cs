using System.Runtime.InteropServices;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Import;

/// <summary>By what a business is recognised besides its id: name and place, credit code, licence; none of them need be stated.</summary>
internal readonly record struct BusinessMarks(string? Name, AreaCode Area, UnifiedSocialCreditCode CreditCode, FoodLicenceNumber Licence)
{
    /// <summary>The marks of a business as they stand in a register.</summary>
    public static BusinessMarks Of(BusinessRegister register, int business)
    {
        var identity = register.IdentityAt(business);
        return new(identity.Name, register.AreaAt(business), identity.CreditCode, identity.Licence);
    }

    /// <summary>The marks of a business once what is stated of it has been taken over.</summary>
    public BusinessMarks With(BusinessMarks stated) => new(
        stated.Name ?? Name, stated.Area.IsNone || stated.Area.Contains(Area) ? Area : stated.Area,
        stated.CreditCode.IsNone ? CreditCode : stated.CreditCode, stated.Licence.IsNone ? Licence : stated.Licence);

    /// <summary>Why two could be the same business, by the strongest reason; null when nothing says so, or what is stronger says that they are two.</summary>
    public DuplicateReason? FindSame(in BusinessMarks other)
    {
        var otherLicences = !Licence.IsNone && !other.Licence.IsNone;
        if (otherLicences && Licence == other.Licence)
        {
            return DuplicateReason.Licence;
        }

        var isElsewhere = !IsPlace(Area, other.Area) && !Area.IsNone && !other.Area.IsNone;
        var otherNames = Name is not null && other.Name is not null && Name != other.Name;
        var otherCodes = !CreditCode.IsNone && !other.CreditCode.IsNone;
        if (otherCodes && CreditCode == other.CreditCode)
        {
            // One enterprise has as many licences as premises.
            return otherLicences && (otherNames || isElsewhere) ? null : DuplicateReason.CreditCode;
        }

        return !otherCodes && Name is not null && Name == other.Name && IsPlace(Area, other.Area) ? DuplicateReason.NameAndPlace : null;
    }

    private static bool IsPlace(AreaCode one, AreaCode other) => one.Contains(other) || other.Contains(one);
}

/// <summary>Who has a mark, among businesses of a register and rows of an export: each by a number, the businesses by their rows and the rows of the export after them.</summary>
/// <remarks>Linear in all, but for those that have one name in one town, of whom each is compared with the others, and for rows whose place is no town, which are compared with all of their name.</remarks>
internal sealed class MarkIndex
{
    private readonly BusinessMarks[] _marks;
    private readonly Chains<FoodLicenceNumber> _licences;
    private readonly Chains<UnifiedSocialCreditCode> _creditCodes;
    private readonly Chains<(string Name, AreaCode Town)> _names;

    // A row may say no more of its place than the district: it could be whoever has its name there. Null where no row does.
    private readonly Chains<string>? _namesOfNoTown;
    private readonly Chains<string>? _namesOfTowns;

    // By whom a number was met last, so that each is met once.
    private readonly int[] _metBy;

    public MarkIndex(BusinessMarks[] marks)
    {
        _marks = marks;
        (_licences, _creditCodes, _names, _metBy) = (new(marks.Length), new(marks.Length), new(marks.Length), new int[marks.Length]);
        if (marks.Any(mark => mark.Name is not null && IsAboveTowns(mark.Area)))
        {
            (_namesOfNoTown, _namesOfTowns) = (new(marks.Length), new(marks.Length));
        }

        // Backwards, so that whoever asks meets them in order.
        for (var number = marks.Length - 1; number >= 0; number--)
        {
            ref readonly var mark = ref marks[number];
            if (!mark.Licence.IsNone)
            {
                _licences.Put(mark.Licence, number);
            }

            if (!mark.CreditCode.IsNone)
            {
                _creditCodes.Put(mark.CreditCode, number);
            }

            if (mark.Name is not null && !mark.Area.IsNone)
            {
                if (IsAboveTowns(mark.Area))
                {
                    _namesOfNoTown!.Put(mark.Name, number);
                }
                else
                {
                    _names.Put((mark.Name, TownOf(mark.Area)), number);
                    _namesOfTowns?.Put(mark.Name, number);
                }
            }
        }
    }

    /// <summary>Adds whom another could be: those it shares a licence with first, then a credit code, then name and place.</summary>
    /// <param name="of">Who asks; it is not among them.</param>
    /// <param name="found">To which list they are added.</param>
    public void Find(int of, List<(int Number, DuplicateReason By)> found)
    {
        ref readonly var mark = ref _marks[of];
        _metBy[of] = of + 1;
        Add(mark.Licence.IsNone ? -1 : _licences.First(mark.Licence), _licences, of, found);
        Add(mark.CreditCode.IsNone ? -1 : _creditCodes.First(mark.CreditCode), _creditCodes, of, found);
        if (mark.Name is null || mark.Area.IsNone)
        {
            return;
        }

        if (!IsAboveTowns(mark.Area))
        {
            Add(_names.First((mark.Name, TownOf(mark.Area))), _names, of, found);
        }
        else
        {
            Add(_namesOfTowns!.First(mark.Name), _namesOfTowns, of, found);
        }

        if (_namesOfNoTown is not null)
        {
            Add(_namesOfNoTown.First(mark.Name), _namesOfNoTown, of, found);
        }
    }

    private void Add<TKey>(int first, Chains<TKey> chains, int of, List<(int Number, DuplicateReason By)> found) where TKey : notnull
    {
        for (var number = first; number >= 0; number = chains.After(number))
        {
            if (_metBy[number] != of + 1)
            {
                _metBy[number] = of + 1;
                if (_marks[of].FindSame(_marks[number]) is { } by)
                {
                    found.Add((number, by));
                }
            }
        }
    }

    private static bool IsAboveTowns(AreaCode area) => !area.IsNone && area.Level < AreaLevel.Town;

    private static AreaCode TownOf(AreaCode area) => area.Level > AreaLevel.Town ? area.Ancestor(AreaLevel.Town) : area;

    /// <summary>The numbers that have one key, one after the other.</summary>
    private sealed class Chains<TKey>(int count) where TKey : notnull
    {
        private readonly Dictionary<TKey, int> _first = [];
        private readonly int[] _next = new int[count];

        public void Put(TKey key, int number)
        {
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, key, out var isThere);
            _next[number] = isThere ? first : -1;
            first = number;
        }

        public int First(TKey key) => _first.TryGetValue(key, out var first) ? first : -1;

        public int After(int number) => _next[number];
    }
}
