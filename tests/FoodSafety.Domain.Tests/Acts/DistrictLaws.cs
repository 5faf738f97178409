using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>The laws of a district that lives, over random histories of all acts.</summary>
public class DistrictLaws(ITestOutputHelper output)
{
    // Every run lives the same histories, so that it says of a change whether it broke something; the variable asks for as many others.
    private static readonly string? Asked = Environment.GetEnvironmentVariable("DISTRICT_HISTORIES");

    private static readonly int Histories = int.Parse(Asked ?? "40", CultureInfo.InvariantCulture);

    // The table of what was kept and refused.
    private static readonly bool IsTableAsked = Environment.GetEnvironmentVariable("DISTRICT_TABLE") is { Length: > 0 };

    private static readonly ImmutableArray<Type> StandingInAreas =
    [
        typeof(AreasChanged), typeof(AreasChanged), typeof(AreasChanged), typeof(BusinessesOpened), typeof(BusinessMoved), typeof(FactsStated), typeof(FactsCorrected), typeof(CadreLeft),
        typeof(PostGiven), typeof(PostEnded), typeof(GridsLaidDown), typeof(StationsLinked), typeof(RoundOpened), typeof(RoundMarked), typeof(PolicyLaidDown<Tier>), typeof(PolicyWithdrawn<Tier>),
    ];

    public static TheoryData<Type> Kinds => [.. ActGen.Kinds];

    [Fact]
    public void History_CutRedonePreviewedRefusedTakenBackAndLookedAt_IsTheUninterruptedOne()
    {
        var counts = new ConcurrentBag<HistoryCount>();

        Live(Histories, seed => counts.Add(new DistrictHistory(seed).Check()));

        var kept = counts.SelectMany(count => count.Kept).CountBy(kind => kind).ToDictionary();
        output.WriteLine(
            $"{counts.Count} histories, {counts.Sum(c => c.Cuts)} cuts, {counts.Sum(c => c.Days)} past days, {counts.Sum(c => c.Deeds)} of them without what is not known, {counts.Sum(c => c.Scorecards)} scorecards counted plainly, {counts.Sum(c => c.Previews)} previews, {counts.Sum(c => c.Refused)} refused, "
            + $"of these {counts.Sum(c => c.Thrown)} by a throwing condition, {counts.Sum(c => c.Idle)} idle days, {counts.Sum(c => c.Late)} late, {counts.Sum(c => c.Freed)} voided and done again, {counts.Sum(c => c.Published)} reports made again, "
            + $"{counts.Sum(c => c.Commuted)} units in another order, {counts.Sum(c => c.Blanked)} texts blanked.");
        var retold = counts.SelectMany(count => count.Retold).ToArray();
        (string What, int Many)[] told =
        [
            ("moves", retold.Sum(one => one.Moves.Length)), ("chains", retold.Sum(one => one.Chains.Length)),
            ("renewals", retold.Sum(one => one.Renewals.Length)), ("duties", retold.Sum(one => one.Duties.Length)), ("follow-ups", retold.Sum(one => one.FollowUps.Length)),
        ];
        // Another reason for no grade is too rare here; every story of gradings is told again, and some are about nothing else.
        output.WriteLine($"Told again of {retold.Length} entries: {string.Join(", ", told.Select(one => $"{one.Many} {one.What}"))}, {retold.Sum(one => one.Reasons.Length)} reasons.");
        Assert.All(Histories >= 40 ? told : [], one => Assert.True(one.Many > 0, $"No {one.What} were told again."));
        if (IsTableAsked)
        {
            var refused = counts.SelectMany(count => count.RefusedKinds).CountBy(kind => kind).ToDictionary();
            output.WriteLine("kind | kept | refused\n" + string.Join('\n', ActGen.Kinds.Select(KindOf).Order(StringComparer.Ordinal).Select(kind => $"{kind} | {kept.GetValueOrDefault(kind)} | {refused.GetValueOrDefault(kind)}")));
        }

        if (Histories >= 300)
        {
            // No kind is never kept; and 3,000 histories keep each 200 times.
            var least = Histories >= 1000 ? Histories / 15 : 1;
            Assert.All(ActGen.Kinds.Select(KindOf), kind => Assert.True(kept.GetValueOrDefault(kind) >= least, $"'{kind}' was kept {kept.GetValueOrDefault(kind)} times only."));
            Assert.All([counts.Sum(c => c.Thrown), counts.Sum(c => c.Idle), counts.Sum(c => c.Late), counts.Sum(c => c.Published), counts.Sum(c => c.Commuted)], many => Assert.True(many > 0));
        }
    }

    [Fact]
    public void Kinds_OfAllActs_AreEachKeptInSomeHistory()
    {
        // A history about the kinds that none kept before; what only follows from others is kept with them.
        var missing = ActGen.Kinds.ToHashSet();
        for (var seed = 1; seed <= 120 && missing.Count > 0; seed++)
        {
            var kept = new DistrictHistory(seed, [.. missing.OrderBy(kind => kind.FullName, StringComparer.Ordinal).Skip(seed % 3 * 6).Take(12).DefaultIfEmpty(missing.First())]).KindsWhenLived().ToHashSet();
            missing.RemoveWhere(kind => kept.Contains(KindOf(kind)));
        }

        Assert.True(missing.Count == 0, $"No history keeps {string.Join(", ", missing.Select(kind => $"'{KindOf(kind)}'").Order(StringComparer.Ordinal))}: {nameof(ActGen)} makes it never so that it is taken.");
    }

    [Fact]
    public void Things_OfWhichActsCanBeVoided_AreAllVoidedInSomeHistory()
    {
        // Of a grading of the place's own the book is the same as of the tiers.
        var district = new District(DistrictHistory.Settings with { Gradings = [] });
        district.Apply(new Stamp("p0", new LocalDate(2024, 3, 1), Instant.FromUtc(2024, 3, 1, 1, 0)), new ActGen().Founding(new Random(7), new LocalDate(2024, 3, 1)));
        var missing = DistrictHistory.VoidableKinds(district).ToHashSet();
        for (var seed = 1; seed <= 400 && missing.Count > 0; seed++)
        {
            missing.ExceptWith(new DistrictHistory(seed, [typeof(ActVoided), typeof(ActVoided), .. ActGen.Kinds.Skip(seed * 6 % ActGen.Kinds.Length).Take(6)]).VoidedWhenLived());
        }

        Assert.True(missing.Count == 0, $"No history voids an act on a {string.Join(", ", missing.Order(StringComparer.Ordinal))}: the book does not name its acts among those that can be voided, or {nameof(ActGen)} makes none.");
    }

    [Fact]
    public void History_InWhichAreasChangeAgainAndAgain_IsTheUninterruptedOne()
    {
        var counts = new ConcurrentBag<HistoryCount>();

        Live(Histories / 3, seed => counts.Add(new DistrictHistory(seed, StandingInAreas).Check()));

        var kept = counts.SelectMany(count => count.Kept).CountBy(kind => kind).ToDictionary();
        output.WriteLine(string.Join(", ", kept.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Value}")));
        Assert.All(Histories >= 300 ? StandingInAreas : [typeof(AreasChanged)], kind => Assert.Contains(KindOf(kind), kept.Keys));
    }

    [Fact]
    public void History_OfAGradingOfThePlacesOwn_IsTheUninterruptedOne()
    {
        var counts = new ConcurrentBag<HistoryCount>();

        Live(Histories / 5, seed => counts.Add(new DistrictHistory(seed, [.. ActGen.OwnKinds, typeof(PolicyLaidDown<OwnGrade>), typeof(FactsStated), typeof(FactsStated), typeof(FactsCorrected)]).Check()));

        var kept = counts.SelectMany(count => count.Kept).CountBy(kind => kind).ToDictionary();
        var moves = counts.SelectMany(count => count.Retold).Sum(told => told.MovesOf<OwnGrade>().Count());
        output.WriteLine($"{moves} moves; {string.Join(", ", ActGen.OwnKinds.Select(KindOf).Select(kind => $"{kind} {kept.GetValueOrDefault(kind)}"))}");
        Assert.True(moves > 0);
        Assert.All(Histories >= 300 ? ActGen.OwnKinds : [typeof(PolicyLaidDown<OwnGrade>), typeof(GradeAssigned<OwnGrade>)], kind => Assert.Contains(KindOf(kind), kept.Keys));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Act_OfEveryKind_IsMadeAndAValue(Type kind)
    {
        var acts = new ActGen();
        Assert.True(acts.Makes(kind), $"{kind.Name} has no maker in {nameof(ActGen)}.");
        var day = new LocalDate(2024, 3, 1);
        var district = new District(DistrictHistory.Settings);
        district.Apply(new Stamp("p0", day, Instant.FromUtc(2024, 3, 1, 1, 0)), acts.Founding(new Random(7), day));
        for (var seed = 0; seed < 50; seed++)
        {
            var (one, same) = (acts.Make(kind, new Random(seed), district, day), acts.Make(kind, new Random(seed), district, day));
            Assert.NotSame(one, same);
            Assert.Equal(one, same);
            Assert.Equal(one.GetHashCode(), same.GetHashCode());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Act_OfEveryKind_HasAPublicConstructorAndNamesNoRow(Type kind)
    {
        Assert.NotEmpty(kind.GetConstructors());
        Assert.DoesNotContain(kind.GetProperties(), property => property.PropertyType == typeof(int) && property.Name.Contains("Row", StringComparison.Ordinal));
        Assert.DoesNotContain(Reached(kind), type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => property.Name == "Row"));
    }

    [Fact]
    public void Kinds_OfAllActs_AreDifferentWords()
    {
        var words = ActGen.Kinds.Select(KindOf).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, word => Assert.Matches("^[a-z]+(-[a-z]+)*$", word));
    }

    private static void Live(int count, Action<int> check)
    {
        if (Asked is not null)
        {
            Gen.Int[0, int.MaxValue].Sample(check, iter: count, print: seed => $"seed {seed}");
        }
        else
        {
            Parallel.For(1, count + 1, check);
        }
    }

    private static string KindOf(Type kind) => ((Act)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind)).Kind;

    /// <summary>The types of this library that a value of a type holds, however deep.</summary>
    private static HashSet<Type> Reached(Type start)
    {
        var reached = new HashSet<Type>();
        var left = new Queue<Type>([start]);
        while (left.TryDequeue(out var type))
        {
            foreach (var held in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => (Type[])[property.PropertyType, .. property.PropertyType.GenericTypeArguments]))
            {
                if (held.Assembly == start.Assembly && reached.Add(held))
                {
                    left.Enqueue(held);
                }
            }
        }

        return reached;
    }
}
