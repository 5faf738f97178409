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
        var at = Array.LastIndexOf(arguments, OptionNames.Language) + 1;
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
                OptionNames.Language => options with { Language = FindLanguage(Value()) ?? throw NotAllowed("zh, en") },
                OptionNames.Register => options with { RegisterFile = Value() },
                OptionNames.Cadres => options with { CadreFile = Value() },
                OptionNames.Policy => options with { PolicyFile = Value() },
                OptionNames.Draft => options with { DraftFile = Value() },
                OptionNames.Strict => options with { IsStrict = true },
                OptionNames.Out => options with { OutFolder = Value() },
                OptionNames.Fresh => options with { IsFresh = true },
                OptionNames.Million => options with { TrialSize = FindSize(Value()) ?? throw NotAllowed($"0 … {LargestTrial}") },
                OptionNames.Help or "-h" => options with { WantsHelp = true },
                _ => throw new UsageException((
                    $"未知选项“{option}”。可用选项：{OptionNames.All}。",
                    $"Unknown option '{option}'. Allowed: {OptionNames.All}.")),
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
