using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>Acts tried one by one in a district, at an instant or on a day.</summary>
internal static class ActTrial
{
    public const string By = "officer-7";

    /// <summary>A district with these businesses and cadres, founded in 2015.</summary>
    public static District NewDistrict(string[]? businesses = null, string[]? cadres = null)
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        district.Apply(new Stamp("office", new LocalDate(2015, 1, 1), ChinaTime.Zone.AtStartOfDay(new LocalDate(2015, 1, 1)).ToInstant()),
        [
            AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
            new BusinessesOpened([.. (businesses ?? []).Select(id => new Business(new BusinessId(id), id, AreaCode.Parse("510115001001"), BusinessType.Restaurant))]),
            .. (cadres ?? []).Select(id => new CadreJoined(new CadreId(id))),
        ]);
        return district;
    }

    /// <summary>Takes an act that was done at an instant; it is recorded at once, or with the last entry where that is later.</summary>
    public static Consequences Take(this District district, Act act, Instant at) => district.Apply(StampOf(district, at), Unit(act));

    /// <summary>Takes an act on a day.</summary>
    public static Consequences Take(this District district, Act act, LocalDate on, string by = By) => district.Apply(new Stamp(by, on, Recorded(district, on)), Unit(act));

    /// <summary>Why an act is refused; one reason, and nothing is changed.</summary>
    public static Refusal Refused(this District district, Act act, Instant at) => Refused(district, () => district.Take(act, at));

    public static Refusal Refused(this District district, Act act, LocalDate on) => Refused(district, () => district.Take(act, on));

    /// <summary>Takes an act if it is not refused; null, or all reasons.</summary>
    public static ItemList<Refusal>? Try(this District district, Act act, Instant at)
    {
        try
        {
            district.Take(act, at);
            return null;
        }
        catch (ActsRefusedException refused)
        {
            return refused.Refusals;
        }
    }

    public static string? ValueOf(this Refusal refusal, string name) => refusal.Values.FirstOrDefault(value => value.Name == name).Value;

    private static Stamp StampOf(District district, Instant at)
    {
        var local = at.InZone(ChinaTime.Zone);
        return new Stamp(By, local.Date, Instant.Max(at, district.RecordedUpTo)) { Time = local.TimeOfDay };
    }

    private static Instant Recorded(District district, LocalDate on) => Instant.Max(ChinaTime.Zone.AtStartOfDay(on).ToInstant(), district.RecordedUpTo);

    // Tests leap over months, which is allowed to whoever begins the day.
    private static Act[] Unit(Act act) => [act, new DayBegan()];

    private static Refusal Refused(District district, Action take)
    {
        var version = district.Version;
        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(take).Refusals);
        Assert.Equal(version, district.Version);
        return refusal;
    }
}
