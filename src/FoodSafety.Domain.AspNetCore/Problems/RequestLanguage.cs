using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>In which language a request is answered (请求语言).</summary>
public static class RequestLanguage
{
    /// <summary>The language of the library that <c>Accept-Language</c> prefers; that of <see cref="FoodSafetyOptions.Language"/> where it names none.</summary>
    /// <param name="context">The request.</param>
    public static Language FindLanguage(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var usual = context.RequestServices.GetService<IOptions<FoodSafetyOptions>>()?.Value.Language ?? Language.Chinese;
        return context.Request.GetTypedHeaders().AcceptLanguage
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Find(range, usual))
            .FirstOrDefault(language => language is not null) ?? usual;
    }

    /// <summary>Says in which language the answer is, and that another request may get another one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="language">The language.</param>
    internal static void AnswerIn(this HttpContext context, Language language)
    {
        context.Response.Headers.ContentLanguage = language.Named() switch
        {
            Language.Chinese => "zh-CN",
            Language.English => "en",
        };
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static Language? Find(StringWithQualityHeaderValue range, Language usual) => range.Value.Value is not { } tag ? null
        : Speaks(tag, "zh") ? Language.Chinese
        : Speaks(tag, "en") ? Language.English
        : tag == "*" ? usual
        : null;

    private static bool Speaks(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith($"{language}-", StringComparison.OrdinalIgnoreCase);

    // The options take any number cast to the enum.
    private static Language Named(this Language language) => Enum.IsDefined(language) ? language : throw new ArgumentOutOfRangeException(nameof(language), language, "Allowed: Chinese, English.");
}
