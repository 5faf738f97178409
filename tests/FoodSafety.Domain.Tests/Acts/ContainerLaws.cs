using CsCheck;
using FoodSafety.Domain.Acts;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>What containers were made to hold is taken back step by step, as far as is asked.</summary>
public class ContainerLaws
{
    [Fact]
    public void TakeBackTo_AnyStepsOfAllContainers_LeavesWhatWasThere() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var undo = new UndoLog();
            var (cell, things, trail, trails) = (new Cell<int>(undo, 0), new Things<int, string>(undo), new Trail<int>(undo), new Trails<int, int>(undo));
            Step();
            undo.IsOn = true;
            List<(int Count, string Shown)> marks = [];
            for (var step = 0; step < 80; step++)
            {
                marks.Add((undo.Count, Show()));
                if (random.Next(8) == 0)
                {
                    var back = random.Next(marks.Count);
                    undo.TakeBackTo(marks[back].Count);
                    Assert.Equal(marks[back].Shown, Show());
                    marks.RemoveRange(back, marks.Count - back);
                }
                else if (random.Next(20) == 0)
                {
                    undo.Forget(undo.Count);
                    marks.Clear();
                }
                else
                {
                    Step();
                }
            }

            string Show() => $"{cell.Value} | {string.Join(",", things.Ids.Order().Select(id => $"{id}={things.Find(id)}"))} | {string.Join(",", trail.Items)} | {string.Join(";", trails.Keys.Order().Select(key => $"{key}:{string.Join(",", trails.Of(key))}"))}";

            void Step()
            {
                var value = random.Next(100);
                switch (random.Next(5))
                {
                    case 0: cell.Put(value); break;
                    case 1: things.Put(value % 6, $"{value}"); break;
                    case 2: trail.Add(value); break;
                    case 3 when trail.Count > 0: trail.ReplaceLast(value); break;
                    default: trails.Add(value % 4, value); break;
                }
            }
        });
}
