using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Why an act in an appeal was refused (申诉驳回原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum AppealRefusal
{
    /// <summary>The state of the appeal does not allow the act (状态不允许).</summary>
    [BilingualName("状态不允许", "not in this state")]
    NotInThisState = 1,

    /// <summary>Who filed the appeal cannot decide it (申诉人不得自行复核).</summary>
    [BilingualName("申诉人不得自行复核", "decided by the filer")]
    DecidedByFiler = 2,

    /// <summary>Who set the disputed grade cannot decide on it (原决定人应当回避).</summary>
    [BilingualName("原决定人应当回避", "decided by who set the grade")]
    DecidedByOverrider = 3,

    /// <summary>Only who filed the appeal can take it back (仅申诉人可撤回).</summary>
    [BilingualName("仅申诉人可撤回", "withdrawn by another")]
    WithdrawnByAnother = 4,
}
