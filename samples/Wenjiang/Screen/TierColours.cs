using FoodSafety.Domain.Grading;

namespace Wenjiang.Screen;

/// <summary>One colour for each tier, on the screen and in the report: the larger the business, the darker.</summary>
internal static class TierColours
{
    public static string OnScreen(Tier tier) => tier switch
    {
        Tier.A => "bold red3_1",
        Tier.B => "bold orange1",
        Tier.C => "skyblue1",
        Tier.D => "grey70",
    };

    public static string OnPaper(Tier? tier) => tier switch
    {
        Tier.A => "#8f1d2c",
        Tier.B => "#dd8a2e",
        Tier.C => "#3d7ea6",
        Tier.D => "#c9d8e2",
        null => "#e9e6df",
    };
}
