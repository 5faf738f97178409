using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>A small list, people and results with which inspections can be made.</summary>
internal static class InspectionWorld
{
    public const string By = "bureau-1";

    public static readonly LocalDate Day = new(2026, 3, 2);

    public static readonly InspectionSubject Shop = InspectionSubject.OfBusiness(new BusinessId("B-1"));

    public static readonly InspectionSubject Other = InspectionSubject.OfBusiness(new BusinessId("B-2"));

    public static readonly InspectionSubject Town = InspectionSubject.OfArea(AreaCode.Parse("510115001"));

    /// <summary>One key item, two general ones.</summary>
    public static readonly Checklist List = NewList("1", until: new LocalDate(2040, 1, 1));

    public static readonly Inspector Li = new("li", "川-001");

    public static readonly Inspector Wang = new("wang", "川-002");

    public static readonly Inspector Zhao = new("zhao", cadre: new CadreId("C-1"));

    public static readonly InspectionTeam Two = new(InspectionForm.OnSite, Li, Wang);

    public static readonly InspectionTeam Visitor = new(InspectionForm.OnSite, Zhao);

    public static readonly ResultSignature Signature = ResultSignature.Given("店长");

    public static Checklist NewList(string version, LocalDate? from = null, LocalDate? until = null) => new(
        "own", version, ("自定清单", "Own list"), new Term(from ?? new LocalDate(2022, 1, 1), until), Citation.Illustrative(("示意", "illustrative")),
        [Item("staff-health", FindingSeverity.Key), Item("cleaning", FindingSeverity.General), Item("labels", FindingSeverity.General)]);

    public static ChecklistItem Item(string code, FindingSeverity severity) => new()
    {
        Code = code,
        Title = (code, code),
        Severity = severity,
        Basis = Citation.Illustrative(("示意", "illustrative")),
    };

    public static InspectionTask Task(InspectionKind kind = InspectionKind.Routine, InspectionSubject? subject = null, params FindingId[] followsUp) =>
        new(kind, subject ?? (kind == InspectionKind.Oversight ? Town : Shop), List.Name, Day) { FollowsUp = [.. followsUp] };

    public static InspectionTeam TeamOf(InspectionKind kind) => kind.IsBureaus() ? Two : Visitor;

    public static InspectionResult AllMet(InspectionOutcome outcome = InspectionOutcome.Pass) =>
        new(outcome, List.Items.Select(item => ItemAnswer.Met(item.Code))) { Signature = Signature };

    /// <summary>All met but some, which are minor.</summary>
    public static InspectionResult Unmet(InspectionOutcome outcome, params string[] codes) => new(outcome, List.Items.Select(
        item => codes.Contains(item.Code) ? ItemAnswer.NotMet(item.Code, $"{item.Code} 不符合", ItemEffect.Minor) : ItemAnswer.Met(item.Code))) { Signature = Signature };

    /// <summary>The codes by which acts are refused, which leave nothing; none when they are taken.</summary>
    public static string[] CodesOf(Action act)
    {
        try
        {
            act();
            return [];
        }
        catch (ActsRefusedException refused)
        {
            return [.. refused.Refusals.Select(refusal => refusal.Code)];
        }
    }
}
