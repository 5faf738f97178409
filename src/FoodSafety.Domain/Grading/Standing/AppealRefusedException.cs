using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>An act in an appeal is not allowed (申诉事项被驳回); nothing was changed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AppealRefusedException : Exception, IBilingualError
{
    internal AppealRefusedException(AppealRefusal refusal, AppealAct act, AppealId id, int row, AppealState state, string by)
        : base(Describe(refusal, act, id, row, state, by).English)
    {
        (Refusal, Act, Id) = (refusal, act, id);
        (Row, State, By) = (row, state, by);
    }

    /// <summary>Why.</summary>
    public AppealRefusal Refusal { get; }

    /// <summary>What was to be done.</summary>
    public AppealAct Act { get; }

    /// <summary>The appeal; for a second one of a row, the one that is open.</summary>
    public AppealId Id { get; }

    /// <summary>The number of the row.</summary>
    public int Row { get; }

    /// <summary>The state of the appeal.</summary>
    public AppealState State { get; }

    /// <summary>Who was to act.</summary>
    public string By { get; }

    /// <summary>What the appeal allows in its state, by whoever may; empty once it is closed.</summary>
    public ImmutableArray<AppealAct> Allowed => AllowedIn(State);

    /// <summary>What was refused and what is allowed, in both languages.</summary>
    public BilingualText Text => Describe(Refusal, Act, Id, Row, State, By);

    internal static ImmutableArray<AppealAct> AllowedIn(AppealState state) =>
        state == AppealState.Open ? [AppealAct.Decide, AppealAct.Withdraw] : [];

    private static BilingualText Describe(AppealRefusal refusal, AppealAct act, AppealId id, int row, AppealState state, string by)
    {
        var allowed = AllowedIn(state);
        return refusal switch
        {
            AppealRefusal.NotInThisState => (
                $"第 {row} 行的申诉（编号 {id}）{state.Name().Chinese}，不能{act.Name().Chinese}。可以：{(allowed.IsEmpty ? "无" : string.Join("、", allowed.Select(a => a.Name().Chinese)))}。",
                $"Appeal {id} of row {row} is {state.Name().English}; it is not possible to {act.Name().English}. Allowed: {(allowed.IsEmpty ? "nothing" : string.Join(", ", allowed.Select(a => a.Name().English)))}."),
            AppealRefusal.DecidedByFiler => (
                $"第 {row} 行的申诉（编号 {id}）由“{by}”提出，须由他人复核。",
                $"'{by}' filed appeal {id} of row {row}; somebody else must decide it."),
            AppealRefusal.DecidedByOverrider => (
                $"第 {row} 行的申诉（编号 {id}）所争议的等级由“{by}”设定，须由他人复核。",
                $"'{by}' set the grade that appeal {id} of row {row} disputes; somebody else must decide it."),
            AppealRefusal.WithdrawnByAnother => (
                $"第 {row} 行的申诉（编号 {id}）不是“{by}”提出的，只有申诉人可以撤回。",
                $"'{by}' did not file appeal {id} of row {row}; only who filed it can withdraw it."),
        };
    }
}
