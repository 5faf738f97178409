using FoodSafety.Domain.Languages;

namespace Wenjiang.Options;

/// <summary>What the user asked for on the command line.</summary>
internal sealed record SampleOptions
{
    public required Language Language { get; init; }

    /// <summary>The user's own register; null runs on the generated one.</summary>
    public string? RegisterFile { get; init; }

    /// <summary>The user's own cadres; null runs on generated ones.</summary>
    public string? CadreFile { get; init; }

    /// <summary>The user's own policy; null grades by the built-in one.</summary>
    public string? PolicyFile { get; init; }

    /// <summary>A draft of the user's own, of which the impact is shown; null tries the sample's.</summary>
    public string? DraftFile { get; init; }

    /// <summary>Refuse a whole file when one of its rows is wrong.</summary>
    public bool IsStrict { get; init; }

    public string OutFolder { get; init; } = ".";

    /// <summary>How many businesses the speed trial grades; 0 leaves it out.</summary>
    public int TrialSize { get; init; } = 1_000_000;

    public bool WantsHelp { get; init; }
}
