namespace FoodSafety.Domain.Grading;

/// <summary>What can be done in an appeal (申诉环节).</summary>
/// <remarks>The default value 0 is no act.</remarks>
public enum AppealAct
{
    /// <summary>Filing it (提出申诉).</summary>
    File = 1,

    /// <summary>Answering it (复核).</summary>
    Decide = 2,

    /// <summary>Taking it back (撤回).</summary>
    Withdraw = 3,
}
