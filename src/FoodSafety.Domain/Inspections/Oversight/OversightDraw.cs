using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>The businesses at which the work of the cadres is looked at (督查抽样): a share of every tier in every area, by seed.</summary>
/// <remarks>
/// <para>
/// Each stratum, one tier in one area, gives its share, rounded up: so at least one of every stratum that has a share. Which
/// ones follows from the seed and the ids of the businesses alone: whoever knows the seed can repeat the draw, the rows of the
/// register may stand in any order, and with a larger share the same seed draws the same businesses and more.
/// </para>
/// <para>Immutable and safe to share.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class OversightDraw
{
    private const int Tiers = 4;

    private OversightDraw(OversightShares shares, ulong seed, ImmutableArray<BusinessId> businesses, ImmutableArray<OversightStratum> strata) =>
        (Shares, Seed, Businesses, Strata) = (shares, seed, businesses, strata);

    /// <summary>The shares.</summary>
    public OversightShares Shares { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The businesses that were drawn, ordered by their ids.</summary>
    public ImmutableArray<BusinessId> Businesses { get; }

    /// <summary>The strata that have businesses, in the order of the areas, in an area from tier A to D.</summary>
    public ImmutableArray<OversightStratum> Strata { get; }

    /// <summary>Draws from the businesses that have a tier in the chains.</summary>
    /// <param name="chains">The businesses, by tier and area.</param>
    /// <param name="shares">The shares.</param>
    /// <param name="seed">Any number, best agreed on before the draw.</param>
    /// <param name="level">The level whose areas are the strata; where a path has no such area, the nearest above it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the named values.</exception>
    public static OversightDraw Draw(ChainPlan chains, OversightShares shares, ulong seed, AreaLevel level = AreaLevel.District)
    {
        ArgumentNullException.ThrowIfNull(chains);
        ArgumentNullException.ThrowIfNull(shares);
        level.Named();

        var areas = chains.Roster.Areas;
        var stratumOfArea = StrataOf(areas, level);
        var ends = new int[areas.Count * Tiers + 1];
        for (var row = 0; row < chains.Count; row++)
        {
            if (chains.State.Rows[row] is { HasTier: true } plan)
            {
                ends[stratumOfArea[plan.Area] * Tiers + plan.Tier]++;
            }
        }

        for (var stratum = 1; stratum < ends.Length; stratum++)
        {
            ends[stratum] += ends[stratum - 1];
        }

        var (rows, keys, next) = (new int[ends[^1]], new Key[ends[^1]], ends[..^1]);
        for (var row = 0; row < chains.Count; row++)
        {
            if (chains.State.Rows[row] is { HasTier: true } plan)
            {
                var place = next[stratumOfArea[plan.Area] * Tiers + plan.Tier - 1]++;
                rows[place] = row;
                var id = chains.Register.IdAt(row);
                keys[place] = new Key(SeededOrder.Mix(seed, NumberOf(id)), id);
            }
        }

        return Take(chains, shares, seed, ends, rows, keys);
    }

    /// <summary>Whether a business was drawn.</summary>
    /// <param name="business">The business.</param>
    public bool Contains(BusinessId business) => BusinessOrder.Contains(Businesses, business);

    private static OversightDraw Take(ChainPlan chains, OversightShares shares, ulong seed, int[] ends, int[] rows, Key[] keys)
    {
        var strata = ImmutableArray.CreateBuilder<OversightStratum>();
        var drawn = ImmutableArray.CreateBuilder<int>();
        for (var stratum = 0; stratum < ends.Length - 1; stratum++)
        {
            var (start, size) = (ends[stratum], ends[stratum + 1] - ends[stratum]);
            if (size == 0)
            {
                continue;
            }

            var tier = (Tier)(stratum % Tiers + 1);
            var count = (int)decimal.Ceiling(shares[tier] * size);
            if (count > 0 && count < size)
            {
                Array.Sort(keys, rows, start, size);
            }

            drawn.AddRange(rows.AsSpan(start, count));
            strata.Add(new OversightStratum(chains.Roster.Areas.At(stratum / Tiers).Code, tier, size, count));
        }

        return new OversightDraw(shares, seed, BusinessOrder.Sort(drawn.Select(chains.Register.IdAt), nameof(chains)), strata.DrainToImmutable());
    }

    /// <summary>For each area, the area that is its stratum.</summary>
    private static int[] StrataOf(AreaTree areas, AreaLevel level)
    {
        var strata = new int[areas.Count];
        for (var ordinal = 0; ordinal < strata.Length; ordinal++)
        {
            // An area stands behind its parent, whose stratum is known by then.
            var parent = areas.Parents[ordinal];
            strata[ordinal] = parent < 0 || areas.Codes[ordinal].Level <= level ? ordinal : strata[parent];
        }

        return strata;
    }

    /// <summary>A number of an id that is the same on every machine and in every run: FNV-1a over its characters.</summary>
    private static ulong NumberOf(BusinessId id)
    {
        var number = 14_695_981_039_346_656_037UL;
        foreach (var character in id.Value)
        {
            number = unchecked((number ^ character) * 1_099_511_628_211UL);
        }

        return number;
    }

    /// <summary>The place in the draw; of two that meet, the lower id comes first.</summary>
    private readonly record struct Key(ulong Place, BusinessId Id) : IComparable<Key>
    {
        public int CompareTo(Key other) => Place == other.Place ? string.CompareOrdinal(Id.Value, other.Id.Value) : Place.CompareTo(other.Place);
    }
}

/// <summary>The businesses of one tier in one area, of which a draw takes some (抽样层).</summary>
/// <param name="Area">The area.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Size">How many businesses it has; at least one.</param>
/// <param name="Drawn">How many were drawn.</param>
public readonly record struct OversightStratum(AreaCode Area, Tier Tier, int Size, int Drawn);

/// <summary>How large a share of each tier is drawn for the oversight of cadres (督查抽查比例). Each share from 0, none, to 1, all.</summary>
public sealed record OversightShares
{
    /// <summary>Makes shares.</summary>
    /// <param name="a">Of the businesses of tier A.</param>
    /// <param name="b">Of tier B.</param>
    /// <param name="c">Of tier C.</param>
    /// <param name="d">Of tier D.</param>
    /// <param name="basis">Where the shares come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is below 0 or above 1.</exception>
    public OversightShares(decimal a, decimal b, decimal c, decimal d, Citation basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        A = Check(a, nameof(a));
        B = Check(b, nameof(b));
        C = Check(c, nameof(c));
        D = Check(d, nameof(d));
        Basis = basis;
    }

    /// <summary>All of A, 10 % of B, 5 % of C and of D, as the city of Xiaogan (Hubei) does.</summary>
    public static OversightShares Xiaogan { get; } = new(1m, 0.10m, 0.05m, 0.05m, new Citation(
        ("孝感市包保责任督查（2023年公开报道）", "Oversight of cadres in Xiaogan, press report of April 2023"),
        SourceStanding.PressReport,
        url: new Uri("http://m.zhiwu.yzbytv.com/hyxw/2023/0414/11111.html")));

    /// <summary>Of tier A.</summary>
    public decimal A { get; }

    /// <summary>Of tier B.</summary>
    public decimal B { get; }

    /// <summary>Of tier C.</summary>
    public decimal C { get; }

    /// <summary>Of tier D.</summary>
    public decimal D { get; }

    /// <summary>Where the shares come from.</summary>
    public Citation Basis { get; }

    /// <summary>The share of a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tier"/> is not one of the named values.</exception>
    public decimal this[Tier tier] => tier.Named() switch
    {
        Tier.A => A,
        Tier.B => B,
        Tier.C => C,
        Tier.D => D,
    };

    private static decimal Check(decimal share, string parameter) => share is >= 0 and <= 1
        ? share
        : throw new ArgumentOutOfRangeException(parameter, share, "Allowed: 0 to 1.");
}
