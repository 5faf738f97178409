using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using NodaTime;
using Wenjiang.Areas;
using Wenjiang.Responsibility;

namespace Wenjiang.Emergencies;

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

    /// <summary>Plays both in the books of a district; null for a register without canteens.</summary>
    public static CanteenAlarm? FindFor(DistrictAreas areas, District district)
    {
        var canteen = district.Register.Businesses
            .Where(business => business.Type.Sector() == BusinessSector.Canteen && business.Status == OperatingStatus.Operating)
            .MaxBy(business => business.Profile.DinersPerMeal);
        return canteen is null ? null : new CanteenAlarm(canteen, Warn(district.Warnings, areas), Report(district.Incidents, canteen));
    }

    /// <summary>A district assesses and asks; the province publishes.</summary>
    private static RiskWarning Warn(WarningBook book, DistrictAreas areas)
    {
        var subject = new WarningSubject("秋季野生菌中毒风险", areas.Root.Code) { Foods = ["野生菌"], Advice = "集体食堂不得加工野生菌" };
        var id = book.Assess(subject, WarningMatrix.FoodWarnings.Assess(WarningSeverity.Severe, WarningLikelihood.Unlikely), Offices.MarketBureau, At(9, 0)).Id;
        return book.Publish(id, new WarningIssuer(areas.Root.Code), "sichuan-market-regulator", At(11, 0), At(11, 0) + Duration.FromDays(14));
    }

    private static Incident Report(IncidentBook book, Business canteen)
    {
        var subject = new IncidentSubject($"{canteen.Name}多人腹泻", canteen.Area) { Businesses = [canteen.Id] };
        var (manager, facts) = (Offices.ManagerOf(canteen.Id), new FactRecord(IncidentFacts.Harmed.Of(Harmed), IncidentFacts.HarmedAtSchool.Of(Harmed)));
        var id = book.Register(subject, facts, Offices.MarketBureau, At(13, 40)).Id;
        book.Learn(id, IncidentParty.AffectedUnit, At(12, 10), Offices.MarketBureau, At(13, 40));
        book.Report(id, new IncidentReport(IncidentParty.AffectedUnit, IncidentParty.CountyAuthority, ReportStage.First, At(13, 35)), manager, At(13, 40));
        book.Learn(id, IncidentParty.FoodBusiness, At(11, 50), Offices.MarketBureau, At(14, 30));
        book.Report(id, new IncidentReport(IncidentParty.FoodBusiness, IncidentParty.CountyAuthority, ReportStage.First, At(14, 20)), manager, At(14, 30));
        book.Learn(id, IncidentParty.Hospital, At(12, 30), Offices.MarketBureau, At(14, 40));
        book.Verify(id, facts, new Grader<IncidentGrade>(IncidentPolicies.Jiangsu2022), Offices.FoodSafety, At(15, 30));
        return book.Respond(id, ResponseLevels.For(book.Incident(id).Grading!.Grade!.Value), Offices.FoodSafety, At(15, 40));
    }

    private static Instant At(int hour, int minute) => Day.At(new LocalTime(hour, minute)).InZoneStrictly(ChinaTime.Zone).ToInstant();
}
