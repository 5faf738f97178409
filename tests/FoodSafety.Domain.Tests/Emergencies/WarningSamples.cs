using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>A warning about wild mushrooms in Wenjiang, Sichuan, and the means to bring it into any state.</summary>
internal static class WarningSamples
{
    public static readonly AreaCode Wenjiang = AreaCode.Parse("510115");

    public static readonly WarningIssuer Sichuan = new(AreaCode.Parse("51"));

    public static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 2, 0);

    public static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>The end of what is published here.</summary>
    public static readonly Instant End = Start + Duration.FromDays(10);

    public static readonly WarningAssessment Red = Of(WarningSeverity.ExtremelySevere, WarningLikelihood.AlmostCertain);

    public static readonly WarningAssessment Orange = Of(WarningSeverity.Severe, WarningLikelihood.Possible);

    public static readonly WarningAssessment Blue = Of(WarningSeverity.Ordinary, WarningLikelihood.Unlikely);

    public static readonly WarningId First = new(1);

    public static WarningSubject Mushrooms(AreaCode area) => new("野生蘑菇中毒高发", area) { Foods = ["野生蘑菇"], Advice = "不采、不买、不食" };

    public static Recorder<WarningBook> Empty()
    {
        var undo = new UndoLog();
        return new(new WarningBook(ChinaTime.Zone, new(undo), undo), undo);
    }

    /// <summary>A book with one orange warning in a state after a step.</summary>
    public static Recorder<WarningBook> In(WarningState state)
    {
        var book = Empty();
        foreach (var act in WayTo(state))
        {
            book.Take(act, Start);
        }

        return book;
    }

    /// <summary>Takes a step of a warning.</summary>
    public static RiskWarning Do(this Recorder<WarningBook> book, WarningAct act, Instant at)
    {
        book.Take(act, at);
        return book.Book[act.Warning];
    }

    /// <summary>A step of the first warning with everything it says.</summary>
    public static WarningAct Step(WarningStep step) => step switch
    {
        WarningStep.Assess => WarningAct.Assess(First, Mushrooms(Wenjiang), Orange),
        WarningStep.Reassess => WarningAct.Reassess(First, Blue, "calmer"),
        WarningStep.Drop => WarningAct.Drop(First, "no need"),
        WarningStep.Publish => WarningAct.Publish(First, Sichuan, End),
        WarningStep.Raise => WarningAct.Raise(First, Red, Sichuan, "spreads"),
        WarningStep.Lower => WarningAct.Lower(First, Blue, Sichuan, "calmer"),
        WarningStep.Lift => WarningAct.Lift(First, Sichuan, "over"),
        WarningStep.Expire => throw new ArgumentOutOfRangeException(nameof(step), step, "Nobody takes it."),
    };

    private static WarningAct[] WayTo(WarningState state) => state switch
    {
        WarningState.Assessed => [Step(WarningStep.Assess)],
        WarningState.InForce or WarningState.Expired => [.. WayTo(WarningState.Assessed), Step(WarningStep.Publish)],
        WarningState.Dropped => [.. WayTo(WarningState.Assessed), Step(WarningStep.Drop)],
        WarningState.Lifted => [.. WayTo(WarningState.InForce), Step(WarningStep.Lift)],
    };

    private static WarningAssessment Of(WarningSeverity severity, WarningLikelihood likelihood) => WarningMatrix.FoodWarnings.Assess(severity, likelihood);
}
