using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>
/// Chains as one writes them for a policy that is known: step by step businesses are grouped by the area that has to take the
/// step, and in an area a priority queue says which cadre has the least. Plans from nothing each time.
/// </summary>
internal sealed class HandWrittenChains(List<PlainBusiness> businesses, ImmutableArray<PlainCadre> cadres)
{
    private const int Steps = 3;

    // How many digits of a code tell the province, the city, the district, the town and the village.
    private static readonly int[] Digits = [2, 4, 6, 9, 12];

    private readonly string[] _keys = [.. businesses.Select(business => business.Key)];
    private Dictionary<string, Holder[]> _pools = [];
    private Holder?[,] _chains = new Holder?[0, 0];

    public void Plan()
    {
        _pools = cadres.GroupBy(cadre => cadre.Area).ToDictionary(
            area => area.Key,
            area => area.OrderBy(cadre => cadre.Id, StringComparer.Ordinal).Select((cadre, place) => new Holder(cadre, place)).ToArray());
        _chains = new Holder?[businesses.Count, Steps];
        for (var step = 0; step < Steps; step++)
        {
            var areas = businesses
                .Where(business => business.CurrentTier != default && (int)business.CurrentTier + step < Digits.Length)
                .GroupBy(business => NearestStaffed(business.Village, (int)business.CurrentTier + step));
            foreach (var area in areas)
            {
                Assign(area, _pools[area.Key], step);
            }
        }
    }

    /// <summary>Fails loudly when a plan of the library ties any business to other cadres, and so when any load differs.</summary>
    /// <exception cref="InvalidOperationException">The plans differ; the message says where first.</exception>
    public void RequireEqual(ChainPlan plan)
    {
        foreach (var holder in _pools.Values.SelectMany(pool => pool))
        {
            var seat = new Seat(new CadreId(holder.Cadre.Id), AreaCode.Parse(holder.Cadre.Area));
            for (var step = 0; step < Steps; step++)
            {
                var rows = plan.RowsOf(seat, ResponsibleStep.Main + step);
                if (!rows.SequenceEqual(holder.Businesses[step].Order()))
                {
                    throw new InvalidOperationException(
                        $"{seat} has {rows.Length} businesses in step {step + 1}, by hand {holder.Businesses[step].Count}, or others.");
                }
            }
        }

        var (covered, seats) = (businesses.Count(business => _chains[business.Id, 0] is not null), plan.Loads.Count());
        if (covered != plan.CoveredCount || seats != cadres.Length)
        {
            throw new InvalidOperationException($"{plan.CoveredCount} businesses are tied to {seats} seats, by hand {covered} to {cadres.Length}.");
        }
    }

    /// <summary>The area at a level or above it on the path of a village where somebody is in post. A is taken by cities, level 1 from 0.</summary>
    private string NearestStaffed(string village, int level)
    {
        while (!_pools.ContainsKey(village[..Digits[level]]))
        {
            level--;
        }

        return village[..Digits[level]];
    }

    private void Assign(IEnumerable<PlainBusiness> group, Holder[] pool, int step)
    {
        var queue = new PriorityQueue<Holder, (int Load, int Total, int Place)>();
        foreach (var holder in pool)
        {
            Enqueue(holder);
        }

        // Whoever stands higher in a chain cannot assist in it; such businesses go first, so that the others level out the loads.
        var passedOver = new List<Holder>();
        foreach (var business in group.OrderBy(business => !IsAnyHigher(business.Id)).ThenBy(business => _keys[business.Id], StringComparer.Ordinal))
        {
            Holder? holder;
            while (queue.TryDequeue(out holder, out _) && IsHigher(business.Id, holder))
            {
                passedOver.Add(holder);
            }

            if (holder is not null)
            {
                holder.Businesses[step].Add(business.Id);
                _chains[business.Id, step] = holder;
                Enqueue(holder);
            }

            passedOver.ForEach(Enqueue);
            passedOver.Clear();
        }

        void Enqueue(Holder holder)
        {
            if (step > 0 || holder.Businesses[0].Count < PlainCadre.Capacity)
            {
                queue.Enqueue(holder, (holder.Businesses[step].Count, holder.Total, holder.Place));
            }
        }

        bool IsAnyHigher(int business)
        {
            for (var higher = 0; higher < step; higher++)
            {
                if (_chains[business, higher] is { } holder && holder.Cadre.Area == pool[0].Cadre.Area)
                {
                    return true;
                }
            }

            return false;
        }

        bool IsHigher(int business, Holder holder)
        {
            for (var higher = 0; higher < step; higher++)
            {
                if (_chains[business, higher] == holder)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class Holder(PlainCadre cadre, int place)
    {
        public PlainCadre Cadre => cadre;

        /// <summary>The place in the order of the ids.</summary>
        public int Place => place;

        /// <summary>The businesses of each step.</summary>
        public List<int>[] Businesses { get; } = [[], [], []];

        public int Total => Businesses[0].Count + Businesses[1].Count + Businesses[2].Count;
    }
}
