using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What can be done in an appeal (申诉环节).</summary>
/// <remarks>The default value 0 is no act.</remarks>
public enum AppealAct
{
    /// <summary>Filing it (提出申诉).</summary>
    [BilingualName("提出申诉", "file")]
    File = 1,

    /// <summary>Answering it (复核).</summary>
    [BilingualName("作出复核决定", "decide")]
    Decide = 2,

    /// <summary>Taking it back (撤回).</summary>
    [BilingualName("撤回申诉", "withdraw")]
    Withdraw = 3,
}
