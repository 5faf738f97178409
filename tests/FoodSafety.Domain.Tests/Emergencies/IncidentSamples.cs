using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>A poisoning at a school of Wenjiang, and the means to bring it into any state.</summary>
internal static class IncidentSamples
{
    public static readonly IncidentId First = new(1);

    public static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 2, 0);

    public static readonly Duration Hour = Duration.FromHours(1);

    public static readonly FactRecord Few = new(IncidentFacts.Harmed.Of(12));

    public static readonly FactRecord Thirty = new(IncidentFacts.Harmed.Of(30));

    public static readonly FactRecord Hundred = new(IncidentFacts.Harmed.Of(100));

    public static readonly IncidentReport BusinessReport = new(IncidentParty.FoodBusiness, IncidentParty.CountyAuthority, ReportStage.First, Start);

    public static IncidentSubject School => new("柳城小学疑似食物中毒", AreaCode.Parse("510115001"));

    /// <summary>A book in which incidents are graded by the table of Jiangsu.</summary>
    public static Recorder<IncidentBook> Empty(params ReportingRule[] rules)
    {
        var undo = new UndoLog();
        var policies = new IncidentPolicyBook(IncidentFacts.Schema, undo);
        new Recorder<IncidentPolicyBook>(policies, undo).Take(new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022), Start);
        return new(Book(policies, undo, rules), undo);
    }

    /// <summary>A book that goes by some rules of reports, or by the built-in ones.</summary>
    public static IncidentBook Book(IncidentPolicyBook policies, UndoLog undo, params ReportingRule[] rules) =>
        new(
        IncidentFacts.Schema, new(day => rules.Length == 0 ? ReportingRules.BuiltIn(day) : [.. rules], undo), Laid.Calendar(WorkingCalendar.China), policies, undo);

    /// <summary>A book with one incident of grade III in a state, every step of it taken at the start.</summary>
    public static Recorder<IncidentBook> In(IncidentState state, FactRecord? facts = null, params ReportingRule[] rules)
    {
        var book = Empty(rules);
        foreach (var act in WayTo(state, facts ?? Hundred))
        {
            book.Take(act, Start);
        }

        return book;
    }

    /// <summary>Takes a step of the first incident.</summary>
    public static Incident Do(this Recorder<IncidentBook> book, IncidentAct act, Instant at)
    {
        book.Take(act, at);
        return book.Book[act.Incident];
    }

    /// <summary>A step of the first incident with everything it says.</summary>
    public static IncidentAct Step(IncidentStep step) => step switch
    {
        IncidentStep.Register => IncidentAct.Register(First, School, Few),
        IncidentStep.Learn => IncidentAct.Learn(First, IncidentParty.FoodBusiness, Start),
        IncidentStep.Report => IncidentAct.Report(First, BusinessReport),
        IncidentStep.Verify => IncidentAct.Verify(First, Hundred),
        IncidentStep.Regrade => IncidentAct.Regrade(First, Thirty),
        IncidentStep.Respond => IncidentAct.Respond(First, ResponseLevel.II),
        IncidentStep.AdjustResponse => IncidentAct.AdjustResponse(First, ResponseLevel.II, "more help"),
        IncidentStep.EndResponse => IncidentAct.EndResponse(First, "under control"),
        IncidentStep.Close => IncidentAct.Close(First, "reviewed"),
        IncidentStep.Dismiss => IncidentAct.Dismiss(First, "false alarm"),
    };

    private static IncidentAct[] WayTo(IncidentState state, FactRecord facts) => state switch
    {
        IncidentState.Reported => [Step(IncidentStep.Register)],
        IncidentState.Dismissed => [.. WayTo(IncidentState.Reported, facts), Step(IncidentStep.Dismiss)],
        IncidentState.Verified => [.. WayTo(IncidentState.Reported, facts), IncidentAct.Verify(First, facts)],
        IncidentState.Responding => [.. WayTo(IncidentState.Verified, facts), IncidentAct.Respond(First, ResponseLevel.III)],
        IncidentState.ResponseEnded => [.. WayTo(IncidentState.Responding, facts), Step(IncidentStep.EndResponse)],
        IncidentState.Closed => [.. WayTo(IncidentState.ResponseEnded, facts), Step(IncidentStep.Close)],
    };
}
