using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>A poisoning at a school of Wenjiang, and the means to bring it into any state.</summary>
internal static class IncidentSamples
{
    public const string By = "desk";

    public static readonly IncidentId First = new(1);

    public static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 2, 0);

    public static readonly Duration Hour = Duration.FromHours(1);

    public static readonly Grader<IncidentGrade> Grader = new(IncidentPolicies.Jiangsu2022);

    public static readonly FactRecord Few = new(IncidentFacts.Harmed.Of(12));

    public static readonly FactRecord Thirty = new(IncidentFacts.Harmed.Of(30));

    public static readonly FactRecord Hundred = new(IncidentFacts.Harmed.Of(100));

    public static readonly IncidentReport BusinessReport = new(IncidentParty.FoodBusiness, IncidentParty.CountyAuthority, ReportStage.First, Start);

    public static IncidentSubject School => new("柳城小学疑似食物中毒", AreaCode.Parse("510115001"));

    /// <summary>A book with one incident of grade III in a state, every step of it taken at the start.</summary>
    public static IncidentBook In(IncidentState state, FactRecord? facts = null)
    {
        var book = new IncidentBook();
        book.Register(School, Few, By, Start);
        if (state == IncidentState.Dismissed)
        {
            book.Dismiss(First, "false alarm", By, Start);
        }
        else if (state != IncidentState.Reported)
        {
            book.Verify(First, facts ?? Hundred, Grader, By, Start);
            if (state >= IncidentState.Responding)
            {
                book.Respond(First, ResponseLevel.III, By, Start);
            }

            if (state >= IncidentState.ResponseEnded)
            {
                book.EndResponse(First, "under control", By, Start);
            }

            if (state == IncidentState.Closed)
            {
                book.Close(First, "reviewed", By, Start);
            }
        }

        return book;
    }

    /// <summary>Takes a step of the first incident with everything it requires.</summary>
    public static Incident Take(IncidentBook book, IncidentStep step, Instant at) => step switch
    {
        IncidentStep.Learn => book.Learn(First, IncidentParty.FoodBusiness, Start, By, at),
        IncidentStep.Report => book.Report(First, BusinessReport, By, at),
        IncidentStep.Verify => book.Verify(First, Hundred, Grader, By, at),
        IncidentStep.Regrade => book.Regrade(First, Thirty, Grader, By, at),
        IncidentStep.Respond => book.Respond(First, ResponseLevel.II, By, at),
        IncidentStep.AdjustResponse => book.AdjustResponse(First, ResponseLevel.II, "more help", By, at),
        IncidentStep.EndResponse => book.EndResponse(First, "under control", By, at),
        IncidentStep.Close => book.Close(First, "reviewed", By, at),
        IncidentStep.Dismiss => book.Dismiss(First, "false alarm", By, at),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}
