using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Facts;

/// <summary>A table that is filled in any way, with anything left out, reads and is graded as a plain list of its rows.</summary>
public class FactTableLaws
{
    private static readonly NumberFact Staff = new("staff", ("从业人员", "staff"), ("人", "people"), maximum: 1_000);
    private static readonly NumberFact Area = new("area", ("面积", "area"), ("平方米", "m²"), decimals: 1, maximum: 1_000);
    private static readonly FlagFact Raw = new("raw", ("生食", "raw food"));
    private static readonly FlagFact Online = new("online", ("网售", "online"));
    private static readonly ChoiceFact<Mode> Kind = new("mode", ("方式", "mode"));
    private static readonly ChoiceFact<Mode> Second = new("second", ("其二", "second"));
    private static readonly IFact[] Facts = [Staff, Area, Raw, Online, Kind, Second];

    // The first leaves two facts out altogether, the second what an object does not have, the third nothing.
    private static readonly FactMap<Row>[] Maps =
    [
        new FactMap<Row>().Whole(Staff, row => row.Staff).Exact(Area, row => row.Area).Choice(Kind, row => row.Kind),
        new FactMap<Row>().Whole(Staff, row => row.Staff).Exact(Area, row => row.Area).Flag(Raw, row => row.Raw).Flag(Online, row => row.Raw).Choice(Kind, row => row.Kind).Choice(Second, row => row.Kind),
        new FactMap<Row>().Whole(Staff, row => row.Staff ?? 0).Exact(Area, row => row.Area ?? 0).Flag(Raw, row => row.Raw ?? false).Flag(Online, _ => true)
            .Choice(Kind, row => row.Kind ?? Mode.Shop).Choice(Second, _ => Mode.Stall),
    ];

    private static readonly Grader<Tier> Grader = new(GradingPolicy.Define("stated", "1", ("测试", "test"), Tiers.Scale).BasedOn(Citation.Illustrative(("测试", "test")))
        .NotGraded("unknown", !Kind.IsStated & !Second.IsStated, ("未知", "unknown"))
        .Rule("many", Tier.A, Staff + Area.OrElse(0) >= 500, ("多", "many"))
        .Rule("raw", Tier.B, Raw & !Online, ("生食", "raw"))
        .Rule("stall", Tier.C, Second.Is(Mode.Stall) & !Area.IsStated, ("摊", "stall"))
        .Otherwise(Tier.D, ("其余", "rest")).Build());

    private static readonly Gen<Row> Rows = Gen.Select(Gen.Int[-300, 700], Gen.Int[-3_000, 9_000], Gen.Int[0, 2], Gen.Int[0, 3], (staff, area, raw, kind) =>
        new Row(staff < 0 ? null : staff, area < 0 ? null : area / 10m, raw switch { 0 => null, 1 => false, _ => true }, kind switch { 0 => null, 1 => Mode.None, 2 => Mode.Shop, _ => Mode.Stall }));

    // Some rows at once, by one of the maps, with a bad one among them or none; and then some facts anew.
    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Frequency((4, Rows.Array[0, 9]), (2, Rows.Array[60, 70]), (1, Rows.Array[120, 200])), Gen.Int[0, Maps.Length], Gen.Int[-6, 1],
        Gen.Select(Gen.Int[0, 1_000], Rows).Array[0, 6], (added, map, bad, changes) => new Step(added, map, bad, changes));

    private enum Mode { None = 0, Shop = 1, Stall = 2 }

    private sealed record Row(int? Staff, decimal? Area, bool? Raw, Mode? Kind);

    private sealed record Step(Row[] Added, int Map, int Bad, (int Row, Row Now)[] Changes);

    [Fact]
    public void Table_FilledInAnyWay_IsAPlainListOfItsRows() => Gen.Select(Steps.Array[1, 8], Gen.Bool).Sample((steps, isPartitioned) =>
    {
        var table = new FactTable(new FactSchema(Facts, isPartitioned ? Kind : null));
        var model = new List<FactRecord>();
        foreach (var step in steps)
        {
            Add(table, model, step);
            foreach (var (row, now) in step.Changes.Where(_ => model.Count > 0).Select(change => (change.Row % model.Count, change.Now)))
            {
                foreach (var value in (FactValue[])[Staff.Of(now.Staff), Raw.Of(now.Raw), Kind.Of(now.Kind)])
                {
                    Assert.Equal(model[row].Read(value.Fact!) != value.Stored, table.Set(row, value));
                    model[row] = model[row].With(value);
                }
            }
        }

        Assert.Equal(model.Count, table.Count);
        var sheet = Grader.Grade(table);
        for (var row = 0; row < model.Count; row++)
        {
            Assert.Equal(Facts.Select(model[row].Read), Facts.Select(table[row].Read));
            Assert.Equal(Grader.Grade(model[row]), sheet[row]);
        }
    });

    private static void Add(FactTable table, List<FactRecord> model, Step step)
    {
        if (step.Map == Maps.Length)
        {
            // One by one.
            foreach (var row in step.Added)
            {
                model.Add(new FactRecord([.. Facts.Select(fact => new FactValue(fact, Maps[1].View(row).Read(fact)))]));
                table.Add(model[^1]);
            }

            return;
        }

        var map = Maps[step.Map];
        if (step.Bad >= 0 && step.Added.Length > 0)
        {
            // Refused at its last row, by a fact that is read late or early.
            Row[] bad = [.. step.Added[..^1], step.Added[^1] with { Staff = step.Bad == 0 ? 1_001 : 1, Area = step.Bad == 0 ? 1 : 0.25m }];
            Assert.Throws<ArgumentException>(() => table.AddRange<Row>(bad, map));
            Assert.Equal(model.Count, table.Count);
            return;
        }

        Assert.Equal(model.Count, table.AddRange<Row>(step.Added, map));
        model.AddRange(step.Added.Select(row => new FactRecord([.. Facts.Select(fact => new FactValue(fact, map.View(row).Read(fact)))])));
    }

    [Fact]
    public void AddRange_ColumnThatEveryRowStates_KeepsNoMask()
    {
        var table = new FactTable(new FactSchema(Facts, Kind));
        table.AddRange<Row>([.. Enumerable.Range(0, 10_000).Select(i => new Row(i % 900, 1, true, i % 2 == 0 ? Mode.Shop : Mode.Stall))], Maps[2]);

        Assert.All(table.Segments, segment => Assert.True(segment.IsComplete));
        // One row of one sort leaves one fact out: it alone costs a bit a row, in its segment alone.
        table.AddRange<Row>([new Row(1, null, true, Mode.Shop), new Row(1, 2, true, Mode.Stall)], Maps[1]);
        Assert.Equal(
            [(1, true), (2, false)],
            table.Segments.Select(segment => (segment.Partition, segment.UnstatedOf(table.Schema.ColumnOf(Area)) is { Count: 1 })).Order());
        Assert.Equal([false, true], table.Segments.OrderBy(segment => segment.Partition).Select(segment => segment.IsComplete));
    }
}
