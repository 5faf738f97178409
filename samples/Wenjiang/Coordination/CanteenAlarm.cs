using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using NodaTime;
using Wenjiang.Storage;

namespace Wenjiang.Coordination;

/// <summary>A made-up warning, and a made-up illness at the canteen with the most diners, with who knew when and who reported when.</summary>
internal sealed class CanteenAlarm
{
    private const int Harmed = 36;

    private static readonly LocalDate Day = new(2026, 10, 27);

    private CanteenAlarm(Business business, RiskWarning warning, Incident incident) => (Business, Warning, Incident) = (business, warning, incident);

    /// <summary>The business in question.</summary>
    public Business Business { get; }

    public RiskWarning Warning { get; }

    public Incident Incident { get; }

    /// <summary>The end of the day on which it was found out.</summary>
    public static Instant Evening => At(20, 0);

    /// <summary>Enters both; null for a register without canteens.</summary>
    public static CanteenAlarm? FindFor(DistrictAreas areas, Desk desk)
    {
        var canteen = desk.District.Businesses.Register.Businesses
            .Where(business => business.Type.Sector() == BusinessSector.Canteen && business.Status == OperatingStatus.Operating)
            .MaxBy(business => business.Profile.DinersPerMeal);
        return canteen is null ? null : new CanteenAlarm(canteen, Warn(desk, areas), Report(desk, canteen));
    }

    /// <summary>A district assesses and asks; the province publishes.</summary>
    private static RiskWarning Warn(Desk desk, DistrictAreas areas)
    {
        var id = new WarningId(20260000001);
        var subject = new WarningSubject("秋季野生菌中毒风险", areas.Root.Code) { Foods = ["野生菌"], Advice = "集体食堂不得加工野生菌" };
        Do(9, 0, Offices.MarketBureau, WarningAct.Assess(id, subject, WarningMatrix.FoodWarnings.Assess(WarningSeverity.Severe, WarningLikelihood.Unlikely)));
        Do(11, 0, "sichuan-market-regulator", WarningAct.Publish(id, new WarningIssuer(areas.Root.Code), At(11, 0) + Duration.FromDays(14)));
        return desk.District.Warnings[id];

        void Do(int hour, int minute, string by, Act act) => desk.Do(Day, new LocalTime(hour, minute), by, act);
    }

    private static Incident Report(Desk desk, Business canteen)
    {
        var id = new IncidentId(20260000001);
        var subject = new IncidentSubject($"{canteen.Name}多人腹泻", canteen.Area) { Businesses = [canteen.Id] };
        var (manager, facts) = (Offices.ManagerOf(canteen.Id), new FactRecord(IncidentFacts.Harmed.Of(Harmed), IncidentFacts.HarmedAtSchool.Of(Harmed)));
        Do(13, 40, Offices.MarketBureau, IncidentAct.Register(id, subject, facts), IncidentAct.Learn(id, IncidentParty.AffectedUnit, At(12, 10)));
        Do(13, 40, manager, IncidentAct.Report(id, new IncidentReport(IncidentParty.AffectedUnit, IncidentParty.CountyAuthority, ReportStage.First, At(13, 35))));
        Do(14, 30, Offices.MarketBureau, IncidentAct.Learn(id, IncidentParty.FoodBusiness, At(11, 50)));
        Do(14, 30, manager, IncidentAct.Report(id, new IncidentReport(IncidentParty.FoodBusiness, IncidentParty.CountyAuthority, ReportStage.First, At(14, 20))));
        Do(14, 40, Offices.MarketBureau, IncidentAct.Learn(id, IncidentParty.Hospital, At(12, 30)));
        Do(15, 30, Offices.FoodSafety, IncidentAct.Verify(id, facts));
        Do(15, 40, Offices.FoodSafety, IncidentAct.Respond(id, ResponseLevels.For(desk.District.Incidents[id].Grading!.Grade!.Value)));
        return desk.District.Incidents[id];

        void Do(int hour, int minute, string by, params IEnumerable<Act> acts) => desk.Do(Day, new LocalTime(hour, minute), by, acts);
    }

    private static Instant At(int hour, int minute) => Day.At(new LocalTime(hour, minute)).InZoneStrictly(ChinaTime.Zone).ToInstant();
}
