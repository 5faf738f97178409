using System.Globalization;
using FoodSafety.Domain.Languages;

namespace Wenjiang.Options;

/// <summary>Reads the command line; the last of an option given twice counts.</summary>
internal static class OptionReader
{
    private const int LargestTrial = 20_000_000;

    /// <summary>The language in which even a mistake on the command line is answered: that of LANG, unless --lang says another.</summary>
    public static Language LanguageOf(string[] arguments, string? environment)
    {
        var at = Array.LastIndexOf(arguments, "--lang") + 1;
        return at > 0 && at < arguments.Length && FindLanguage(arguments[at]) is { } asked
            ? asked
            : environment?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Language.Chinese : Language.English;
    }

    /// <exception cref="UsageException">An option is unknown, or its value is missing or not allowed.</exception>
    public static SampleOptions Read(string[] arguments, Language language)
    {
        var options = new SampleOptions { Language = language };
        for (var i = 0; i < arguments.Length; i++)
        {
            var option = arguments[i];
            options = option switch
            {
                "--lang" => options with { Language = FindLanguage(Value()) ?? throw NotAllowed("zh, en") },
                "--register" => options with { RegisterFile = Value() },
                "--cadres" => options with { CadreFile = Value() },
                "--policy" => options with { PolicyFile = Value() },
                "--draft" => options with { DraftFile = Value() },
                "--strict" => options with { IsStrict = true },
                "--out" => options with { OutFolder = Value() },
                "--million" => options with { TrialSize = FindSize(Value()) ?? throw NotAllowed($"0 … {LargestTrial}") },
                "--help" or "-h" => options with { WantsHelp = true },
                _ => throw new UsageException((
                    $"未知选项“{option}”。可用选项：{HelpText.OptionNames}。",
                    $"Unknown option '{option}'. Allowed: {HelpText.OptionNames}.")),
            };

            string Value() => ++i < arguments.Length && arguments[i].Length > 0 && !arguments[i].StartsWith("--", StringComparison.Ordinal)
                ? arguments[i]
                : throw new UsageException(($"选项“{option}”缺少取值。", $"Option '{option}' lacks its value."));

            UsageException NotAllowed(string allowed) => new((
                $"选项“{option}”不能取“{arguments[i]}”。允许：{allowed}。",
                $"Option '{option}' cannot be '{arguments[i]}'. Allowed: {allowed}."));
        }

        return options;
    }

    private static Language? FindLanguage(string text) => text switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };

    private static int? FindSize(string text) =>
        int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var size) && size <= LargestTrial ? size : null;
}
