using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>How far an appeal has come (申诉状态).</summary>
/// <remarks>The default value 0 is no state.</remarks>
public enum AppealState
{
    /// <summary>Filed and not answered (待复核).</summary>
    [BilingualName("待复核", "open")]
    Open = 1,

    /// <summary>Answered (已复核).</summary>
    [BilingualName("已复核", "decided")]
    Decided = 2,

    /// <summary>Taken back by who filed it (已撤回).</summary>
    [BilingualName("已撤回", "withdrawn")]
    Withdrawn = 3,
}
