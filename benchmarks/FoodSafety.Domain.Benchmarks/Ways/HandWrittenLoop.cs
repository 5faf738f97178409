using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>The honest opponent: the 28 rules as a careful programmer writes them, a switch on the type and few comparisons in each case.</summary>
internal sealed class HandWrittenLoop : IWay
{
    private readonly List<PlainBusiness> _businesses;
    private readonly int _threads;
    private readonly int _chunkSize;
    private readonly Verdicts _verdicts;
    private readonly (List<int> Changed, long[] Histogram)[] _chunks;

    public HandWrittenLoop(List<PlainBusiness> businesses, int threads = 1)
    {
        _businesses = businesses;
        _threads = threads;
        _verdicts = new Verdicts(businesses.Count);
        // Some for each thread, so that one that is held up does not hold up the other, and all large enough to be worth it.
        _chunkSize = Math.Clamp(businesses.Count / (threads * 8), 1_024, 65_536);
        _chunks = [.. Enumerable.Range(0, (businesses.Count + _chunkSize - 1) / _chunkSize).Select(_ => (new List<int>(), new long[5]))];
    }

    public void Regrade()
    {
        _verdicts.Begin();
        if (_threads == 1)
        {
            GradeRange(0, _businesses.Count, _verdicts.Changed, _verdicts.Histogram);
            return;
        }

        Parallel.For(0, _chunks.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads }, i =>
        {
            var (changed, histogram) = _chunks[i];
            changed.Clear();
            Array.Clear(histogram);
            GradeRange(i * _chunkSize, Math.Min((i + 1) * _chunkSize, _businesses.Count), changed, histogram);
        });
        foreach (var (changed, histogram) in _chunks)
        {
            _verdicts.Changed.AddRange(changed);
            for (var grade = 0; grade < histogram.Length; grade++)
            {
                _verdicts.Histogram[grade] += histogram[grade];
            }
        }
    }

    public Verdicts Read() => _verdicts;

    private void GradeRange(int from, int until, List<int> changed, long[] histogram)
    {
        var (grades, rules) = (_verdicts.Grades, _verdicts.Rules);
        for (var i = from; i < until; i++)
        {
            var business = _businesses[i];
            var (tier, rule) = Grade(business);
            grades[i] = (byte)tier;
            rules[i] = (byte)rule;
            histogram[(int)tier]++;
            if (tier != business.CurrentTier)
            {
                changed.Add(i);
            }
        }
    }

    private static (Tier Tier, TierRule Rule) Grade(PlainBusiness b)
    {
        if (b.Status is OperatingStatus.Closed or OperatingStatus.LicenceRevoked)
        {
            return (default, TierRule.OutOfBusiness);
        }

        switch (b.Type)
        {
            case BusinessType.Retailer or BusinessType.Supermarket or BusinessType.SpecialFoodSeller:
                if (b.Employees >= 300 && b.Revenue >= 200_000_000)
                {
                    return (Tier.A, TierRule.RetailerLarge);
                }

                if (b.Employees >= 50 && b.Revenue >= 5_000_000)
                {
                    return (Tier.B, TierRule.RetailerMedium);
                }

                if (b.ChainHeadquarters)
                {
                    return (Tier.B, TierRule.ChainHeadquarters);
                }

                return b.Employees >= 10 && b.Revenue >= 1_000_000 ? (Tier.C, TierRule.RetailerSmall) : (Tier.D, TierRule.Micro);

            case BusinessType.SmallWorkshop or BusinessType.SmallCaterer or BusinessType.FoodStall:
                return b.ChainHeadquarters ? (Tier.B, TierRule.ChainHeadquarters) : (Tier.D, TierRule.SmallTrades);

            case BusinessType.Restaurant or BusinessType.CentralKitchen or BusinessType.CollectiveMealDelivery:
                if (b.Employees >= 300 && b.Revenue >= 100_000_000)
                {
                    return (Tier.A, TierRule.CatererLarge);
                }

                if (b.Employees >= 100 && b.Revenue >= 20_000_000)
                {
                    return (Tier.B, TierRule.CatererMedium);
                }

                if (b.Type == BusinessType.CentralKitchen)
                {
                    return (Tier.B, TierRule.CentralKitchen);
                }

                if (b.Type == BusinessType.CollectiveMealDelivery)
                {
                    return (Tier.B, TierRule.CollectiveDelivery);
                }

                if (b.ChainHeadquarters)
                {
                    return (Tier.B, TierRule.ChainHeadquarters);
                }

                return b.Employees >= 10 && b.Revenue >= 1_000_000 ? (Tier.C, TierRule.CatererSmall) : (Tier.D, TierRule.Micro);

            case BusinessType.FoodManufacturer or BusinessType.SpecialFoodManufacturer or BusinessType.FoodAdditiveManufacturer:
                if (b.Employees >= 1_000 && b.Revenue >= 400_000_000)
                {
                    return (Tier.A, TierRule.MakerLarge);
                }

                if (b.Employees >= 300 && b.Revenue >= 20_000_000)
                {
                    return (Tier.B, TierRule.MakerMedium);
                }

                if (b.Type == BusinessType.SpecialFoodManufacturer)
                {
                    return (Tier.B, TierRule.SpecialFoodMaker);
                }

                if (b.ChainHeadquarters)
                {
                    return (Tier.B, TierRule.ChainHeadquarters);
                }

                return b.Employees >= 20 && b.Revenue >= 3_000_000 ? (Tier.C, TierRule.MakerSmall) : (Tier.D, TierRule.Micro);

            case BusinessType.Wholesaler:
                if (b.Employees >= 200 && b.Revenue >= 400_000_000)
                {
                    return (Tier.A, TierRule.WholesalerLarge);
                }

                if (b.Employees >= 20 && b.Revenue >= 50_000_000)
                {
                    return (Tier.B, TierRule.WholesalerMedium);
                }

                if (b.ChainHeadquarters)
                {
                    return (Tier.B, TierRule.ChainHeadquarters);
                }

                return b.Employees >= 5 && b.Revenue >= 10_000_000 ? (Tier.C, TierRule.WholesalerSmall) : (Tier.D, TierRule.Micro);

            case BusinessType.SchoolCanteen:
                return b.Diners >= 3_000 ? (Tier.A, TierRule.School3000)
                    : b.Diners >= 500 ? (Tier.B, TierRule.School500)
                    : OtherCanteen(b);

            case BusinessType.KindergartenCanteen:
                return b.Diners >= 500 ? (Tier.A, TierRule.Kindergarten500)
                    : b.Diners >= 300 ? (Tier.B, TierRule.Kindergarten300)
                    : OtherCanteen(b);

            case BusinessType.ElderlyCareCanteen:
                return b.Diners >= 300 ? (Tier.B, TierRule.ElderlyCare300) : OtherCanteen(b);

            case BusinessType.HospitalCanteen or BusinessType.ConstructionSiteCanteen or BusinessType.WorkUnitCanteen:
                return b.Diners >= 1_000 ? (Tier.B, TierRule.UnitCanteen1000) : OtherCanteen(b);

            case BusinessType.MarketOrganiser:
                return b.ChainHeadquarters ? (Tier.B, TierRule.ChainHeadquarters)
                    : b.FloorArea >= 10_000 ? (Tier.B, TierRule.Market10000)
                    : (Tier.C, TierRule.Market);

            case BusinessType.OnlinePlatform:
                return b.ChainHeadquarters ? (Tier.B, TierRule.ChainHeadquarters)
                    : b.Employees >= 100 ? (Tier.B, TierRule.Platform100)
                    : (Tier.C, TierRule.Platform);

            default:
                return b.ChainHeadquarters ? (Tier.B, TierRule.ChainHeadquarters) : (Tier.D, TierRule.Micro);
        }
    }

    private static (Tier Tier, TierRule Rule) OtherCanteen(PlainBusiness b) =>
        b.ChainHeadquarters ? (Tier.B, TierRule.ChainHeadquarters)
        : b.Diners >= 100 ? (Tier.C, TierRule.Canteen100)
        : (Tier.D, TierRule.Micro);
}
