using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Says in the language of the request what the framework says of a status in its own words: an address that there is not, a method that is not allowed, an error of the program.</summary>
internal sealed class UsualProblems : IPostConfigureOptions<ProblemDetailsOptions>
{
    private const string UsualFailure = "An error occurred while processing your request.";

    private static readonly Dictionary<int, (BilingualText Title, BilingualText Detail)> Texts = new()
    {
        [StatusCodes.Status400BadRequest] = (("请求有误", "Bad request"), ("请求内容缺失或不能读取；允许：JSON 请求体。", "The body is missing or cannot be read. Allowed: a body of JSON.")),
        [StatusCodes.Status401Unauthorized] = (Problem.NotSignedInTitle, ("须先登录。", "Sign in first.")),
        [StatusCodes.Status403Forbidden] = (Problem.ForbiddenTitle, ("登录身份无权访问此地址。", "Whoever is signed in may not ask this address.")),
        [StatusCodes.Status404NotFound] = (Problem.NotFoundTitle, ("没有此地址。", "There is no such address.")),
        [StatusCodes.Status405MethodNotAllowed] = (("方法不允许", "Method not allowed"), ("此地址不接受该方法；允许的方法见 Allow。", "The address does not take this method; those that it takes stand in Allow.")),
        [StatusCodes.Status408RequestTimeout] = (("请求超时", "Request timed out"), ("请求内容未及时送达，未作处理。", "The body did not arrive in time; nothing was done.")),
        [StatusCodes.Status413PayloadTooLarge] = (Problem.NotValidTitle, ("请求内容过大。", "The body is too large.")),
        [StatusCodes.Status415UnsupportedMediaType] = (Problem.NotValidTitle, (
            "请求内容的类型不对；允许：Content-Type: application/json。", "The body is of the wrong type. Allowed: Content-Type: application/json.")),
        [StatusCodes.Status429TooManyRequests] = (Problem.UnavailableTitle, ("请求过于频繁，请稍后再试。", "Too many requests: ask again later.")),
        [StatusCodes.Status500InternalServerError] = (Problem.BrokenTitle, ("程序出错，已记入日志。", "The program failed; the log has it.")),
        [StatusCodes.Status503ServiceUnavailable] = (Problem.UnavailableTitle, ("服务暂不可用，请稍后再试。", "Not available now: ask again later.")),
    };

    public void PostConfigure(string? name, ProblemDetailsOptions options)
    {
        var own = options.CustomizeProblemDetails;
        options.CustomizeProblemDetails = context =>
        {
            Translate(context);
            own?.Invoke(context);
        };
    }

    /// <summary>What a status says by itself, of which nothing more is known.</summary>
    public static Problem Of(int status)
    {
        var (title, detail) = Texts.TryGetValue(status, out var text) ? text : Texts[StatusCodes.Status400BadRequest];
        return new(status, CodeOf(status), title, detail);
    }

    private static string CodeOf(int status) => string.Join('-', ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Split(' '));

    // Only what nobody said in words of his own.
    private static void Translate(ProblemDetailsContext context)
    {
        var (details, response) = (context.ProblemDetails, context.HttpContext.Response);
        if (details.Status is not { } status || !Texts.TryGetValue(status, out var text) || details.Detail is not null || details.Extensions.ContainsKey("code")
            || !(details.Title is null or UsualFailure || details.Title == ReasonPhrases.GetReasonPhrase(status)))
        {
            return;
        }

        var language = context.HttpContext.FindLanguage();
        var code = CodeOf(status);
        (details.Title, details.Detail, details.Type) = (text.Title.In(language), text.Detail.In(language), $"urn:food-safety:{code}");
        details.Extensions["code"] = code;
        if (!response.HasStarted)
        {
            context.HttpContext.AnswerIn(language);
        }
    }
}
