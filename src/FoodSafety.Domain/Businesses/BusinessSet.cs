using System.Collections.Immutable;

namespace FoodSafety.Domain.Businesses;

/// <summary>Some of the businesses of a register (主体集合): those that are named, or all that are registered but those that are named.</summary>
/// <remarks>
/// A value: the ids stand in their order, each once. What a district keeps is said in the shorter of both ways, so that the records that nearly
/// all businesses made on a day take some hundred bytes and not a hundred kilobytes; "all" then says up to which business, in the order registered.
/// </remarks>
public sealed record BusinessSet
{
    /// <summary>Says a set as it stands in files; <see cref="Of"/> and <see cref="AllBut"/> are what one writes.</summary>
    /// <param name="named">The ids that are named, in any order.</param>
    /// <param name="isAllBut">Whether those are meant that are not named.</param>
    /// <param name="first">Of how many businesses of the register it is, the first ones in the order registered; null for all, and where those are meant that are named.</param>
    /// <exception cref="ArgumentException">One is no id, or a number is said of businesses that are named.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is negative.</exception>
    [JsonConstructor]
    public BusinessSet(ItemList<BusinessId> named, bool isAllBut = false, int? first = null)
    {
        if (first is not null && !isAllBut)
        {
            throw new ArgumentException("Those that are named are meant. Allowed: no number.", nameof(first));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(first ?? 0, nameof(first));
        BusinessId[] ids = [.. named];
        for (var place = 1; place < ids.Length; place++)
        {
            if (Compare(ids[place - 1], ids[place]) > 0)
            {
                Array.Sort(ids, Compare);
                break;
            }
        }

        if (ids is [{ IsNone: true }, ..])
        {
            throw new ArgumentException("A business has an id.", nameof(named));
        }

        (Named, IsAllBut, First) = ([.. ids.Where((id, index) => index == 0 || id != ids[index - 1])], isAllBut, first);
    }

    /// <summary>The ids that are named, character by character in their order, each once.</summary>
    public ItemList<BusinessId> Named { get; }

    /// <summary>Whether those are meant that are not named.</summary>
    public bool IsAllBut { get; }

    /// <summary>Of how many businesses it is, the first ones in the order registered; null for all, and where those are meant that are named.</summary>
    public int? First { get; }

    /// <summary>Some businesses.</summary>
    /// <param name="businesses">Their ids, in any order.</param>
    public static BusinessSet Of(params IEnumerable<BusinessId> businesses)
    {
        ArgumentNullException.ThrowIfNull(businesses);
        return new([.. businesses]);
    }

    /// <summary>All businesses that are registered when an act is taken, but some.</summary>
    /// <param name="businesses">The ids of those, in any order; none for all.</param>
    public static BusinessSet AllBut(params IEnumerable<BusinessId> businesses)
    {
        ArgumentNullException.ThrowIfNull(businesses);
        return new([.. businesses], isAllBut: true);
    }

    /// <summary>The businesses of the set in a register, in the order registered.</summary>
    /// <param name="register">The register.</param>
    /// <exception cref="BusinessNotFoundException">The register lacks one that is named.</exception>
    /// <exception cref="ArgumentException">It has fewer than those of which the set is.</exception>
    public ImmutableArray<BusinessId> In(BusinessRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return [.. RowsIn(register).Select(register.IdAt)];
    }

    /// <summary>The set in a few words, for logs and the debugger.</summary>
    public override string ToString() => !IsAllBut ? $"{Named}" : First is { } first ? $"first {first} but {Named}" : $"all but {Named}";

    /// <summary>The rows, ascending.</summary>
    internal int[] RowsIn(BusinessRegister register)
    {
        int[] named = [.. Named.Select(register.RowOf).Order()];
        if (!IsAllBut)
        {
            return named;
        }

        var count = First ?? register.Count;
        return count <= register.Count
            ? Others(count, named)
            : throw new ArgumentException($"The register has {register.Count} businesses. Allowed: a set of so many or fewer, not {count}.", nameof(register));
    }

    /// <summary>The set of some rows, in the shorter way.</summary>
    /// <param name="register">The register.</param>
    /// <param name="rows">The rows, ascending, each once.</param>
    internal static BusinessSet OfRows(BusinessRegister register, int[] rows)
    {
        var count = rows.Length == 0 ? 0 : rows[^1] + 1;
        return count - rows.Length < rows.Length
            ? new([.. Others(count, rows).Select(register.IdAt)], isAllBut: true, count)
            : new([.. rows.Select(register.IdAt)]);
    }

    private static int Compare(BusinessId one, BusinessId other) => string.CompareOrdinal(one.Value, other.Value);

    /// <summary>The rows below a count that are not among some, ascending as these are.</summary>
    private static int[] Others(int count, int[] rows)
    {
        var others = new List<int>(count);
        var next = 0;
        for (var row = 0; row < count; row++)
        {
            if (next < rows.Length && rows[next] == row)
            {
                next++;
            }
            else
            {
                others.Add(row);
            }
        }

        return [.. others];
    }
}
