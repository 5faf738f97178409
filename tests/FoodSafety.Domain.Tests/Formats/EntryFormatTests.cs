using System.Text;
using System.Text.Json;
using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Formats.FormatWorld;

namespace FoodSafety.Domain.Tests.Formats;

public class EntryFormatTests
{
    private static readonly Stamp Signed = new("p", new LocalDate(2026, 3, 1), Instant.FromUtc(2026, 3, 1, 1, 0));

    [Fact]
    public void Act_OfAnyKind_ComesBackEqualWithTheSameBytes() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var (acts, random, day) = (new ActGen(), new Random(seed), new LocalDate(2026, 3, 1));
            var format = new EntryFormat(DistrictHistory.Settings with { Conditions = [acts.Fuse] });
            var district = new District(format.Settings);
            district.Apply(new Stamp("p0", day, Instant.FromUtc(2026, 3, 1, 1, 0)), acts.Founding(random, day));
            foreach (var kind in ActGen.Kinds)
            {
                var act = acts.Make(kind, random, district, day);
                var written = format.WriteAct(act);
                var back = format.ReadAct(written);
                Assert.Equal(act, back);
                Assert.Equal(written, format.WriteAct(back));
                Assert.DoesNotContain((byte)'\n', written);
            }
        },
        iter: 100);

    [Fact]
    public void Entry_InAnyOrderOfItsFields_IsTheSame()
    {
        var entry = new Entry(7, Signed, [new FactsStated(new("b"), new FactRecord(BusinessFacts.DinersPerMeal.Of(5), ActGen.Seats.Of(40)))], new([]));
        var reordered = """
            {"acts":[{"facts":{"seats":40,"diners-per-meal":5},"kind":"facts-stated","business":"b"}],"recordedAt":"2026-03-01T01:00:00Z",
             "on":"2026-03-01","number":7,"by":"p"}
            """;

        Assert.Equal(entry, Format.Read(Encoding.UTF8.GetBytes(reordered)));
    }

    [Fact]
    public void Entry_WrittenIntoAnArrayOfOthers_IsTheSameObject()
    {
        var entry = new Entry(1, Signed, [new DayBegan(), new BusinessRenamed(new("b"), "麻辣烫 & <面>")], new([]));
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            Format.Write(writer, entry);
            Format.WriteAct(writer, entry.Acts[0]);
            writer.WriteEndArray();
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(entry, Format.Read(Encoding.UTF8.GetBytes(document.RootElement[0].GetRawText())));
        Assert.Equal(entry.Acts[0], Format.ReadAct(Encoding.UTF8.GetBytes(document.RootElement[1].GetRawText())));
        Assert.Contains("麻辣烫 & <面>", Encoding.UTF8.GetString(Format.Write(entry)), StringComparison.Ordinal);
    }

    [Fact]
    public void FactsStated_ThatAFactIsNotKnownAnyMore_StandsAsNull()
    {
        var act = new FactsStated(new("b"), new FactRecord(Responsibility.PlanWorld.StatedTier.Of(default(Tier)), ActGen.Seats.Of(null), BusinessFacts.SpecialFood.Of(null), BusinessFacts.Employees.Of(0)));

        var written = Encoding.UTF8.GetString(Format.WriteAct(act));

        Assert.Equal("""{"kind":"facts-stated","business":"b","facts":{"employees":0,"seats":null,"special-food":null,"stated-tier":null}}""", written);
        Assert.Equal(act, Format.ReadAct(Encoding.UTF8.GetBytes(written)));
    }

    [Fact]
    public void FactsStated_ANumberOfSomeValuesWithADecimalToSpare_IsRead()
    {
        var points = new NumberFact("points", ("分数", "points"), ("分", "points"), [0, 5, 10]);
        var steps = new NumberFact("steps", ("档次", "steps"), ("", ""), decimals: 1, maximum: 9, step: 1.5m);
        var format = new EntryFormat(new DistrictSettings(FormatWorld.Settings.Calendar) { Schema = BusinessFacts.Schema.With(points, steps) });

        var read = (FactsStated)format.ReadAct(Encoding.UTF8.GetBytes("""{"kind":"facts-stated","business":"b","facts":{"points":5.0,"steps":4.50,"employees":3.0}}"""));

        Assert.Equal(new FactRecord(points.Of(5), steps.Of(4.5m), BusinessFacts.Employees.Of(3)), read.Facts);
        Assert.Throws<DataFileException>(() => format.ReadAct(Encoding.UTF8.GetBytes("""{"kind":"facts-stated","business":"b","facts":{"points":5.5}}""")));
        Assert.Throws<DataFileException>(() => format.ReadAct(Encoding.UTF8.GetBytes("""{"kind":"facts-stated","business":"b","facts":{"steps":4.0}}""")));
    }

    [Theory]
    [InlineData("""{"kind":"day-begun"}""", DataFileFaultKind.UnknownName, "$.kind", "day-begun", "day-began")]
    [InlineData("""{"kind":"business-renamed","business":"b"}""", DataFileFaultKind.MissingProperty, "$", null, "name")]
    [InlineData("""{"kind":"business-renamed","business":"b","name":"n","nmae":1}""", DataFileFaultKind.UnknownProperty, "$.nmae", "nmae", "name")]
    [InlineData("""{"kind":"facts-stated","business":"b","facts":{"seats":-1}}""", DataFileFaultKind.OutOfRange, "$.facts.seats", "-1", "0..5000, 0 decimals")]
    [InlineData("""{"kind":"facts-stated","business":"b","facts":{"setas":1}}""", DataFileFaultKind.UnknownProperty, "$.facts.setas", "setas", "seats")]
    [InlineData("""{"kind":"tier-assigned","id":0,"assignment":"override","business":"b","tier":"a","until":"2026-04-01","reason":"r"}""", DataFileFaultKind.OutOfRange, "$.id", "0", "1..9007199254740991")]
    [InlineData("""{"kind":"tier-assigned","id":1,"assignment":"overide","business":"b","tier":"a","until":"2026-04-01","reason":"r"}""", DataFileFaultKind.UnknownName, "$.assignment", "overide", "override")]
    [InlineData("""{"kind":"cadre-left","cadre":"a b"}""", DataFileFaultKind.MalformedText, "$.cadre", "a b", null)]
    [InlineData("""{"kind":"cadre-left","cadre":7}""", DataFileFaultKind.WrongType, "$.cadre", "7", null)]
    [InlineData("""{"kind":"cadre-left","cadre":"c" """, DataFileFaultKind.NotJson, "$", null, null)]
    public void ReadAct_WithAFault_SaysWhereAndWhatIsAllowed(string json, DataFileFaultKind kind, string path, string? value, string? allowed)
    {
        var wrong = Assert.Throws<DataFileException>(() => Format.ReadAct(Encoding.UTF8.GetBytes(json)));

        var fault = Assert.Single(wrong.Faults);
        Assert.Equal((kind, path, value), (fault.Kind, fault.Path, fault.Value));
        Assert.True(allowed is null || fault.Allowed[0] == allowed, $"{fault.Text.English}");
        Assert.Contains("办理事项", wrong.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EntryWithFaultsInItsActs_TellsAllOfThemWithTheirPlaces()
    {
        var wrong = Assert.Throws<DataFileException>(() => Format.Read("""
            {"number":3,"by":"p","on":"2026-02-30","recordedAt":"2026-03-01T01:00:00Z","acts":[{"kind":"cadre-left"},{"kind":"post-ended","cadre":"c","area":"51x"}]}
            """u8));

        Assert.Equal(["$.on"], wrong.Faults.Select(fault => fault.Path));

        wrong = Assert.Throws<DataFileException>(() => Format.Read("""
            {"number":3,"by":"p","on":"2026-02-03","recordedAt":"2026-03-01T01:00:00Z","acts":[{"kind":"cadre-left"},{"kind":"post-ended","cadre":"c","area":"51x"}]}
            """u8));

        Assert.Equal(["$.acts[0]", "$.acts[1].area"], wrong.Faults.Select(fault => fault.Path));
        Assert.Contains("journal entry", wrong.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_ThatAsksAConditionNobodyKnowsHere_IsRefusedByName()
    {
        var policy = new PolicyLaidDown<Tier>(GradingPolicy.Define("stated", "1", ("给定", "as stated"), Tiers.Scale).InForce(new LocalDate(2022, 1, 1))
            .Rule("wharf", Tier.A, Wharf, ("临近码头", "by the wharf"), Citation.Illustrative(("测试", "made for a test")))
            .Otherwise(Tier.D, ("D", "D"), Citation.Illustrative(("测试", "made for a test"))).Build());
        var without = new EntryFormat(Settings with { Conditions = [] });

        var written = Format.WriteAct(policy);

        Assert.Equal(policy, Format.ReadAct(written));
        Assert.Contains("by-the-wharf", Assert.Throws<ArgumentException>(() => without.WriteAct(policy)).Message, StringComparison.Ordinal);
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => without.ReadAct(written)).Faults);
        Assert.StartsWith("$.policy.rules[0].when", fault.Path, StringComparison.Ordinal);
        Assert.Equal("by-the-wharf", fault.Value);
    }

    [Fact]
    public void Write_OfWhatNoJournalCanHold_IsRefused()
    {
        var narrow = new EntryFormat(new DistrictSettings(Settings.Calendar));

        Assert.Contains("seats", Assert.ThrowsAny<ArgumentException>(() => narrow.WriteAct(new FactsStated(new("b"), new FactRecord(ActGen.Seats.Of(1))))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Format.Write(null!));
        Assert.Equal(
            DataFileFaultKind.TooLarge,
            Assert.Single(Assert.Throws<DataFileException>(() => new EntryFormat(Settings) { MostBytes = 20 }.Read(Format.Write(new Entry(1, Signed, [new DayBegan()], new([]))))).Faults).Kind);
    }

    [Fact]
    public void Stamp_WithASignThatItMayNotHave_IsAFaultOfTheEntry()
    {
        var wrong = Assert.Throws<DataFileException>(() => Format.Read("""{"number":3,"by":"a b","on":"2026-02-03","recordedAt":"2026-03-01T01:00:00Z","seen":-1}"""u8));

        Assert.Equal(DataFileFaultKind.NotBuildable, Assert.Single(wrong.Faults).Kind);
    }

    [Fact]
    public void Outcome_OfAFoundedDistrict_GroupsSeatsAndDecisions()
    {
        var (acts, day) = (new ActGen(), new LocalDate(2026, 3, 1));
        var district = new District(Settings);
        var entry = district.Apply(new Stamp("p0", day, Instant.FromUtc(2026, 3, 1, 1, 0)), acts.Founding(new Random(7), day)).Entry!;

        using var document = JsonDocument.Parse(Format.Write(entry));
        var outcome = document.RootElement.GetProperty("outcome");

        Assert.Equal(entry.Outcome.Parts.Select(part => part.Kind), outcome.EnumerateArray().Select(part => part.GetProperty("kind").GetString()));
        var seats = entry.Outcome.Find<SeatsGiven>()!.Seats;
        Assert.Equal(seats.Length, outcome[2].GetProperty("seats").GetArrayLength());
        Assert.Equal(seats.Sum(given => given.Businesses.Length), outcome[2].GetProperty("seats").EnumerateArray().Sum(given => given.GetProperty("businesses").GetArrayLength()));
        Assert.Equal(entry.Outcome.Find<GradesDecided<Tier>>()!.Computed.Length, outcome[0].GetProperty("computed").GetArrayLength());
        Assert.Equal(entry.Outcome.Find<GradesDecided<RiskGrade>>()!.Computed.Length, outcome[1].GetProperty("computed").GetArrayLength());
    }
}
