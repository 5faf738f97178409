using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Which data each step must and may have, as one table.</summary>
internal static class EventContents
{
    [Flags]
    private enum Data
    {
        None = 0,
        Reason = 1,
        Finding = 2,
        Row = 4,
        Time = 8,
        MendedBy = 16,
        AppliedBy = 32,
        Document = 64,
        Evidence = 128,
        Measure = 256,
        Severity = 512,
    }

    /// <summary>Refuses an act that lacks what its step needs, or has what its step cannot have.</summary>
    public static void Require(RectificationEvent act)
    {
        var (needed, possible) = Of(act.Step);
        var given = Given(act);
        Refuse(act, needed & ~given, "needs");
        Refuse(act, given & ~(needed | possible | Data.Reason), "cannot have");
        if (act.Row < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(act), act.Row, "A row of the register is 0 or more.");
        }
    }

    private static (Data Needed, Data Possible) Of(RectificationStep step) => step.Named() switch
    {
        RectificationStep.Report => (Data.Finding | Data.Severity, Data.Row),
        RectificationStep.CorrectOnTheSpot => (Data.MendedBy, Data.Evidence),
        RectificationStep.Order => (Data.Time, Data.Document),
        RectificationStep.Extend => (Data.Time | Data.AppliedBy | Data.Reason, Data.Document),
        RectificationStep.Submit => (Data.Document, Data.MendedBy | Data.Evidence),
        RectificationStep.Return => (Data.Reason, Data.Time | Data.Document | Data.Evidence),
        RectificationStep.Close => (Data.None, Data.Document | Data.Evidence),
        RectificationStep.Dismiss => (Data.Reason, Data.None),
        RectificationStep.FileCase => (Data.Document, Data.None),
        RectificationStep.ConcludeCase => (Data.None, Data.Document),
        RectificationStep.Reopen => (Data.Reason, Data.Evidence),
        RectificationStep.LinkMeasure => (Data.Measure, Data.None),
        RectificationStep.CarryOver => (Data.Finding, Data.Evidence),
        RectificationStep.Claim => (Data.None, Data.None),

        RectificationStep.SettleDeadline => (Data.Time, Data.None),
    };

    private static Data Given(RectificationEvent act) =>
        If(act.Reason is not null, Data.Reason)
        | If(!act.Finding.IsNone, Data.Finding)
        | If(act.Severity != 0, Data.Severity)
        | If(act.Row is not null, Data.Row)
        | If(act.Limit is not null || act.Deadline is not null, Data.Time)
        | If(act.MendedBy is not null, Data.MendedBy)
        | If(act.AppliedBy is not null, Data.AppliedBy)
        | If(act.Document is not null, Data.Document)
        | If(!act.Evidence.IsEmpty, Data.Evidence)
        | If(act.Measure is not null, Data.Measure);

    private static Data If(bool given, Data data) => given ? data : Data.None;

    private static void Refuse(RectificationEvent act, Data wrong, string verb)
    {
        if (wrong != Data.None)
        {
            throw new ArgumentException($"The step '{act.Step.Name().English}' {verb}: {wrong}.", nameof(act));
        }
    }
}
