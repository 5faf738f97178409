using FoodSafety.Domain.Languages;
using Wenjiang.Sources;

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

    /// <summary>Begin anew, and lose what a journal in the folder holds.</summary>
    public bool IsFresh { get; init; }

    public bool WantsHelp { get; init; }

    public Origin RegisterOrigin => RegisterFile is null ? Origin.Generated : Origin.Given;

    public Origin CadreOrigin => CadreFile is null ? Origin.Generated : Origin.Given;

    // Only the generated district was made to be compared with the published figures.
    public bool IsLikePublished => this is { RegisterFile: null, CadreFile: null };

    /// <summary>A district that stands already is not begun by other files.</summary>
    /// <exception cref="UsageException">An option was given with which a district begins.</exception>
    public void RequireNoneOfAFirstRun(string journal)
    {
        string[] given =
        [
            .. RegisterFile is null ? [] : (string[])[OptionNames.Register], .. CadreFile is null ? [] : (string[])[OptionNames.Cadres],
            .. PolicyFile is null ? [] : (string[])[OptionNames.Policy], .. IsStrict ? (string[])[OptionNames.Strict] : [],
        ];
        if (given.Length > 0)
        {
            throw new UsageException((
                $"“{journal}”中已有一个辖区，{string.Join("、", given)} 只用于建立辖区。可以：用 {OptionNames.Fresh} 重新开始（原有日志将丢失），或用 {OptionNames.Out} 换一个文件夹。",
                $"'{journal}' holds a district already, and {string.Join(", ", given)} only begins one. Allowed: {OptionNames.Fresh} to begin anew and lose it, or another folder with {OptionNames.Out}."));
        }
    }
}
