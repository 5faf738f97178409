using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>What stands around the body of a document of HTML that needs nothing else, for the screen and for paper.</summary>
internal static class HtmlFrame
{
    /// <summary>A whole document. All that is put in is markup already.</summary>
    /// <param name="language">The language.</param>
    /// <param name="title">The title.</param>
    /// <param name="style">The style sheet.</param>
    /// <param name="body">The lines of the body, each ended.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a language of the library.</exception>
    public static string Around(Language language, string title, string style, string body)
    {
        var code = language.Named() switch { Language.Chinese => "zh-CN", Language.English => "en" };
        return $"""
            <!doctype html>
            <html lang="{code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>
            {style}
            </style>
            </head>
            <body>
            {body}</body>
            </html>

            """;
    }
}
