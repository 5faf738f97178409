using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.WarningSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>Stories of a district that warns, and types in what its province did.</summary>
public class WarningStoryTests
{
    private static readonly LocalDate Day = new(2026, 6, 1);

    [Fact]
    public void PublishedYesterdayAtEleven_AndTypedToday_WasInForceFromEleven()
    {
        var district = Assessed();
        var known = district.AsOf(Day);
        district.Apply(At(2, 9) with { On = Day, Time = new LocalTime(11, 0) }, WarningAct.Publish(First, Sichuan));

        Assert.Empty(district.Warnings.InForceAt(Wenjiang, Instant(1, 11) - Duration.Epsilon));
        Assert.Equal([First], district.Warnings.InForceAt(Wenjiang, Instant(1, 11)).Select(warning => warning.Id));
        Assert.Equal([First], district.Warnings.InForceOn(Wenjiang, Day).Select(warning => warning.Id));
        Assert.Equal(WarningState.Assessed, known.Warnings.Single().RecordedState);
        Assert.Equal(WarningState.InForce, district.AsOf(Day).Warnings.Single().RecordedState);
    }

    [Fact]
    public void WarningLiftedByAMistake_StandsAgainOnceThatIsVoided()
    {
        var district = Assessed();
        district.Apply(At(1, 11), WarningAct.Publish(First, Sichuan));
        var lifted = district.Apply(At(2, 9), WarningAct.Lift(First, Sichuan, "over")).Entry!;
        Assert.Empty(district.Warnings.InForceAt(Wenjiang, Instant(2, 10)));

        // Publishing rests under the lifting: both at once, the last first.
        var thing = new Thing("warning", "1");
        var publication = new ActVoided(thing, new(lifted.Number - 1, 0), "the province had not agreed");
        Assert.Equal("others-rest-on-it", Assert.Single(Assert.Throws<ActsRefusedException>(() => district.Preview(At(2, 10), publication)).Refusals).Code);
        var both = district.Preview(At(2, 10), new ActVoided(thing, new(lifted.Number, 0), "of another warning"), publication);
        Assert.Equal(2, both.Entry!.Acts.Length);

        district.Apply(At(2, 10), new ActVoided(thing, new(lifted.Number, 0), "of another warning"));
        Assert.Equal([First], district.Warnings.InForceAt(Wenjiang, Instant(2, 10)).Select(warning => warning.Id));
        Assert.Equal([true, true, false], district.Warnings.HistoryOf(First).Select(done => done.Counts));
        Assert.Equal(new ActPlace(lifted.Number + 1, 0), district.Warnings.HistoryOf(First)[^1].VoidedBy);
    }

    private static District Assessed()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        district.Apply(At(1, 9), WarningAct.Assess(First, Mushrooms(Wenjiang), Orange));
        return district;
    }

    private static Instant Instant(int day, int hour) => Day.PlusDays(day - 1).At(new LocalTime(hour, 0)).InZoneStrictly(ChinaTime.Zone).ToInstant();

    private static Stamp At(int day, int hour) => new("desk", Day.PlusDays(day - 1), Instant(day, hour));
}
