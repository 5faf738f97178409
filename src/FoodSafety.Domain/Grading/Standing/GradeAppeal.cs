using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>An appeal against how a row stands (等级申诉). Immutable: the ledger keeps the newest state of each.</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeAppeal<TGrade> where TGrade : struct, Enum
{
    internal GradeAppeal(AppealId id, GradeStanding<TGrade> disputed, string ground, string filedBy, Deadline deadline)
    {
        (Id, Disputed, Ground) = (id, disputed, ground);
        (FiledBy, Deadline) = (filedBy, deadline);
    }

    /// <summary>Its number in the ledger.</summary>
    public AppealId Id { get; }

    /// <summary>How the row stood on the day of filing.</summary>
    public GradeStanding<TGrade> Disputed { get; }

    /// <summary>The number of the row.</summary>
    public int Row => Disputed.Row;

    /// <summary>What it is based on (申诉理由).</summary>
    public string Ground { get; }

    /// <summary>Who filed it: a key in the user's platform (申诉人).</summary>
    public string FiledBy { get; }

    /// <summary>The day on which it was filed.</summary>
    public LocalDate FiledOn => Disputed.Day;

    /// <summary>Until when it should be answered (复核期限).</summary>
    public Deadline Deadline { get; internal init; }

    /// <summary>How far it has come.</summary>
    public AppealState State { get; internal init; } = AppealState.Open;

    /// <summary>What it came to; null unless it is decided.</summary>
    public AppealOutcome<TGrade>? Outcome { get; internal init; }

    /// <summary>Who decided it, or withdrew it; null while it is open.</summary>
    public string? ClosedBy { get; internal init; }

    /// <summary>The day on which it was decided or withdrawn; null while it is open.</summary>
    public LocalDate? ClosedOn { get; internal init; }

    /// <summary>
    /// Whether the answer is overdue (逾期): of an open appeal, that its last day has passed; of a decided one, that it was
    /// decided after it. Never of a withdrawn one.
    /// </summary>
    /// <param name="today">The present date; without meaning once the appeal is closed.</param>
    public bool IsOverdue(LocalDate today) => State switch
    {
        AppealState.Open => Deadline.IsOverdue(today),
        AppealState.Decided => !Deadline.IsMet(ClosedOn!.Value),
        AppealState.Withdrawn => false,
    };

    internal void Require(AppealAct act, string by)
    {
        if (!AppealRefusedException.AllowedIn(State).Contains(act))
        {
            throw Refuse(AppealRefusal.NotInThisState, act, by);
        }

        if (act == AppealAct.Decide && by == FiledBy)
        {
            throw Refuse(AppealRefusal.DecidedByFiler, act, by);
        }

        if (act == AppealAct.Decide && by == Disputed.Assignment?.By)
        {
            throw Refuse(AppealRefusal.DecidedByOverrider, act, by);
        }

        if (act == AppealAct.Withdraw && by != FiledBy)
        {
            throw Refuse(AppealRefusal.WithdrawnByAnother, act, by);
        }
    }

    private AppealRefusedException Refuse(AppealRefusal refusal, AppealAct act, string by) => new(refusal, act, Id, Row, State, by);
}
