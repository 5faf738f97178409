using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What people call the states of appeals and the acts in them.</summary>
public static class AppealNames
{
    /// <summary>The name of a state of an appeal.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this AppealState state) => state.Named() switch
    {
        AppealState.Open => ("待复核", "open"),
        AppealState.Decided => ("已复核", "decided"),
        AppealState.Withdrawn => ("已撤回", "withdrawn"),
    };

    /// <summary>The name of an act in an appeal.</summary>
    /// <param name="act">The act.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this AppealAct act) => act.Named() switch
    {
        AppealAct.File => ("提出申诉", "file"),
        AppealAct.Decide => ("作出复核决定", "decide"),
        AppealAct.Withdraw => ("撤回申诉", "withdraw"),
    };
}
