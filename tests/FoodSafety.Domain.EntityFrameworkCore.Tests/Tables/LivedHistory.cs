using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>A random history of a district, lived without looking: the same for the same seed.</summary>
internal sealed class LivedHistory
{
    private readonly Random _random;
    private readonly ActGen _acts;
    private LocalDate _day = new(2024, 3, 1);
    private int _second;

    private LivedHistory(int seed, ActGen acts) => (_random, _acts) = (new Random(seed), acts);

    public static string CodeOf(int seed) => $"d{seed}";

    /// <summary>Lives one with makers of acts, or with some of its own about a focus, and hands out each entry with the district after it.</summary>
    public static IEnumerable<(District District, Entry Entry)> Live(int seed, ImmutableArray<Type> focus = default, ActGen? acts = null) =>
        new LivedHistory(seed, acts ?? new ActGen(focus)).Live(new District(DistrictHistory.Settings), 18);

    /// <summary>The same of a district that had some time in another system, with tiers and seats that it says itself, and goes on here.</summary>
    public static IEnumerable<(District District, Entry Entry)> LiveTakenOver(int seed, ImmutableArray<Type> focus = default)
    {
        var (history, district) = (new LivedHistory(seed, new ActGen(focus)), new District(DistrictHistory.Settings));
        foreach (var entry in history.TakeOver(8))
        {
            district.Redo(entry);
            yield return (district, entry);
        }

        foreach (var lived in history.Live(district, 10))
        {
            yield return lived;
        }
    }

    private IEnumerable<(District District, Entry Entry)> Live(District district, int units)
    {
        for (var unit = 0; unit < units; unit++)
        {
            var stamp = Sign(district.Version > 0);
            if (TryApply(district, stamp, district.Version == 0 && unit == 0 ? _acts.Founding(_random, _day) : _acts.Unit(_random, district, stamp, _day)) is { } entry)
            {
                yield return (district, entry);
            }
        }
    }

    private ItemList<Entry> TakeOver(int units)
    {
        List<TakenOverUnit> taken = [new(Sign(mayBeLate: false), _acts.Founding(_random, _day))];
        var entries = District.TakeOver(DistrictHistory.Settings, "other", taken);
        for (var unit = 0; unit < units; unit++)
        {
            var known = District.Open(DistrictHistory.Settings, entries);
            var stamp = Sign(mayBeLate: true);
            taken.Add(new TakenOverUnit(stamp, _random.Next(3) == 0 ? [] : _acts.Unit(_random, known, stamp, _day))
            {
                Tiers = [.. Some(known).Select(business => new TakenOverGrade<Tier>(business, _random.Next(5) == 0 ? null : (Tier)(1 + _random.Next(4))))],
                Seats = [.. Some(known).Select(business => new TakenOverSeat(business, (ResponsibleStep)(1 + _random.Next(3)), SeatIn(known)))],
            });
            try
            {
                entries = District.TakeOver(DistrictHistory.Settings, "other", taken);
            }
            catch (TakeOverException)
            {
                taken.RemoveAt(taken.Count - 1);
            }
        }

        return entries;
    }

    private BusinessId[] Some(District known) => Enumerable.Range(0, known.Businesses.Register.Count).Where(_ => _random.Next(3) == 0).Select(known.Businesses.Register.IdAt).ToArray();

    private Seat SeatIn(District known)
    {
        Post[] held = [.. known.Chains.Roster.Posts.Where(post => post.Term.Contains(_day))];
        return held.Length == 0 || _random.Next(5) == 0 ? default : held[_random.Next(held.Length)] is var post ? new Seat(post.Cadre, post.Area) : default;
    }

    private Stamp Sign(bool mayBeLate)
    {
        _day = _day.PlusDays(_random.Next(30) == 0 ? 45 : _random.Next(2) * _random.Next(8));
        _second += 1 + _random.Next(30);
        var recorded = ChinaTime.Zone.AtStartOfDay(_day).ToInstant() + Duration.FromHours(8) + Duration.FromSeconds(_second) + Duration.FromNanoseconds(_random.Next(1_000_000_000));
        return new Stamp($"p{_random.Next(3)}", mayBeLate && _random.Next(4) == 0 ? _day.PlusDays(-_random.Next(10)) : _day, recorded);
    }

    private static Entry? TryApply(District district, Stamp stamp, ImmutableArray<Act> acts)
    {
        try
        {
            var entry = district.Apply(stamp, acts).Entry;
            district.Kept(district.Version);
            return entry;
        }
        catch (ActsRefusedException)
        {
            return null;
        }
    }
}
