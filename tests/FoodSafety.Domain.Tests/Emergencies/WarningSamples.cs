using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Emergencies;
using NodaTime;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>A warning about wild mushrooms in Wenjiang, Sichuan, and the means to bring it into any state.</summary>
internal static class WarningSamples
{
    public const string By = "desk";

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

    /// <summary>A book with one orange warning in a state; null for an empty book.</summary>
    public static WarningBook In(WarningState? state)
    {
        var book = new WarningBook();
        if (state is null)
        {
            return book;
        }

        book.Assess(Mushrooms(Wenjiang), Orange, By, Start);
        if (state == WarningState.Dropped)
        {
            book.Drop(First, "no need", By, Start);
        }
        else if (state != WarningState.Assessed)
        {
            book.Publish(First, Sichuan, By, Start, End);
        }

        if (state == WarningState.Lifted)
        {
            book.Lift(First, Sichuan, "over", By, Start);
        }

        return book;
    }

    /// <summary>Takes a step of the first warning with everything it requires.</summary>
    public static RiskWarning Take(WarningBook book, WarningStep step, Instant at) => step switch
    {
        WarningStep.Reassess => book.Reassess(First, Blue, "calmer", By, at),
        WarningStep.Drop => book.Drop(First, "no need", By, at),
        WarningStep.Publish => book.Publish(First, Sichuan, By, at, End),
        WarningStep.Raise => book.Raise(First, Red, Sichuan, "spreads", By, at),
        WarningStep.Lower => book.Lower(First, Blue, Sichuan, "calmer", By, at),
        WarningStep.Lift => book.Lift(First, Sichuan, "over", By, at),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    private static WarningAssessment Of(WarningSeverity severity, WarningLikelihood likelihood) => WarningMatrix.FoodWarnings.Assess(severity, likelihood);
}
