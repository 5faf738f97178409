using System.Collections.Immutable;
using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Responsibility;

public class RosterMergeLaws
{
    private static readonly AreaCode[] Places = [.. PlanWorld.SmallTree.Areas.Select(area => area.Code)];

    [Fact]
    public void With_CadresAsTheyAreNow_IsTheRosterBuiltAnew() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            Dictionary<CadreId, (Cadre Cadre, ImmutableArray<Post> Posts)> known = [];
            var roster = CadreRoster.Build(PlanWorld.SmallTree, [], []);
            for (var round = 0; round < 12; round++)
            {
                HashSet<CadreId> changed = [];
                for (var n = random.Next(9); n > 0; n--)
                {
                    var id = new CadreId($"c{random.Next(15):D2}");
                    changed.Add(id);
                    if (random.Next(5) == 0)
                    {
                        known.Remove(id);
                    }
                    else
                    {
                        known[id] = (new Cadre(id, $"name {random.Next(3)}"), [.. Places.Where(_ => random.Next(8) == 0).SelectMany(PostsIn)]);
                    }

                    IEnumerable<Post> PostsIn(AreaCode area) => Enumerable.Range(0, 1 + random.Next(2))
                        .Select(term => new Post(id, "head", area, new Term(PlanWorld.Day.PlusDays(term * 20), PlanWorld.Day.PlusDays((term * 20) + 5 + random.Next(9)))));
                }

                roster = roster.With(changed, id => known.TryGetValue(id, out var now) ? now : null);
                var anew = CadreRoster.Build(PlanWorld.SmallTree, known.Values.Select(one => one.Cadre), known.Values.SelectMany(one => one.Posts));
                Assert.Equal(anew.Cadres, roster.Cadres);
                Assert.Equal(anew.Posts, roster.Posts);
                Assert.All(known.Keys, id => Assert.Equal(anew.PostsOf(id), roster.PostsOf(id)));
            }
        },
        iter: 200);
}
