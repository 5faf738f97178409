using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Inspections.Toronto;

/// <summary>What Toronto asks of its inspections, as far as its file tells: its own scale, and nobody who would have to be made up.</summary>
/// <remarks>Which inspectors came, what certificates they had and who signed, the file does not say; so nothing is asked of them, and no result waits for a signature.</remarks>
internal static class TorontoRules
{
    public static readonly FindingSeverity OfPaper = new("not-applicable");
    public static readonly FindingSeverity Minor = new("minor");
    public static readonly FindingSeverity Significant = new("significant");
    public static readonly FindingSeverity Crucial = new("crucial");

    /// <summary>The file as source: what it does, and what it does not tell.</summary>
    public static readonly Citation Source = new(("多伦多市 DineSafe 公开数据", "City of Toronto, DineSafe open data"), SourceStanding.GovernmentNotice);

    private static readonly Citation NotTold = Citation.Illustrative(("公开数据未载明", "the open data do not tell"));

    public static InspectionRules Inspections { get; } = Own();

    /// <summary>What is corrected during an inspection may be of any severity; the next inspection sees that a notice was complied with, and nobody hands in a report. The days of a notice are not told.</summary>
    public static RectificationRules Rectifications { get; } = new()
    {
        OnTheSpot = new([OfPaper, Minor, Significant, Crucial], Source),
        ClosesOnSight = new(true, Source),
        TypicalLimit = TimeLimit.Days(14, NotTold),
    };

    private static InspectionRules Own()
    {
        var rules = InspectionRules.BuiltIn with
        {
            Severities =
            [
                new(OfPaper, ("不适用", "not applicable")), new(Minor, ("轻微", "minor")), new(Significant, ("显著", "significant")), new(Crucial, ("关键", "crucial")),
            ],
            Outcomes =
            [
                new(InspectionOutcome.Stop, ("有健康危害", "a health hazard"), Source) { Effects = [ItemEffect.AccidentRisk] },
                new(InspectionOutcome.Case, ("移送法院", "taken to court"), Source) { Effects = [ItemEffect.AffectsSafety] },
                new(InspectionOutcome.WrittenDeadline, ("关键项不符合", "a crucial item is not met"), Source) { Severities = [Crucial] },
                new(InspectionOutcome.Pass, ("检查中已改正", "corrected during the inspection"), Source) { CorrectedOnTheSpot = true },
                new(InspectionOutcome.WrittenDeadline, ("通知改正", "notice to comply"), Source),
            ],
            // What a notice demanded and the next inspection finds again, is as grave as anything.
            RaisedBy = new(3, NotTold),
            RestMonths = new(0, NotTold),
        };
        return rules.With(rules.Of(InspectionKind.Routine) with
        {
            Inspectors = new(0, NotTold),
            Certificates = new(false, NotTold),
            Signature = new(false, NotTold),
            Publication = new(TimeLimit.Days(1, NotTold), Source),
        });
    }
}
