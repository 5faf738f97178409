using System.Reflection;
using System.Text.Json;
using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Answers what the library refuses with problem details, in the language of the request.</summary>
internal sealed partial class FoodSafetyExceptionHandler(IProblemDetailsService problems, IOptions<FoodSafetyOptions> options, ILogger<FoodSafetyExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception is BadHttpRequestException bad ? RequestProblem.Find(bad, httpContext) : Problem.Find(exception, options.Value);
        if (problem is null)
        {
            return false;
        }

        // By code alone: what was sent may name a person.
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            LogBroken(log, problem.Code, exception);
        }
        else
        {
            LogRefused(log, problem.Code, problem.Status);
        }

        await problem.WriteAsync(httpContext, problems);
        return true;
    }

    [LoggerMessage(1, LogLevel.Information, "Refused as {Code}, status {Status}.")]
    private static partial void LogRefused(ILogger logger, string code, int status);

    [LoggerMessage(2, LogLevel.Error, "The program failed as {Code}.")]
    private static partial void LogBroken(ILogger logger, string code, Exception exception);
}

/// <summary>Writes problems.</summary>
internal static class ProblemAnswer
{
    // In seconds: a data base that was restarted, or a lock that is held, takes about that long.
    private const string RetryAfter = "10";

    public static async Task WriteAsync(this Problem problem, HttpContext context, IProblemDetailsService problems)
    {
        var language = context.FindLanguage();
        var details = problem.In(language);
        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfter;
        }

        context.AnswerIn(language);
        if (!await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details }))
        {
            // Whoever accepts only a page or a table is told all the same.
            await context.Response.WriteAsJsonAsync(details, options: null, contentType: "application/problem+json", context.RequestAborted);
        }
    }
}

/// <summary>What is wrong with a request that could not be bound, said of the parameters of its endpoint.</summary>
internal static class RequestProblem
{
    public static Problem Find(BadHttpRequestException exception, HttpContext context)
    {
        if (exception.InnerException is JsonException json)
        {
            return Problem.OfJson(json);
        }

        switch (exception.StatusCode)
        {
            case StatusCodes.Status400BadRequest:
                break;
            case StatusCodes.Status413PayloadTooLarge:
                var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
                return new(StatusCodes.Status413PayloadTooLarge, "too-large", Problem.NotValidTitle, most is { } bytes
                    ? ($"请求内容过大；允许：{bytes:N0} 字节以内，可分批报送。", $"The body is too large. Allowed: {bytes:N0} bytes; send the acts in several requests.")
                    : ("请求内容过大；可分批报送。", "The body is too large. Allowed: sending the acts in several requests."));
            case StatusCodes.Status415UnsupportedMediaType:
                return UsualProblems.Of(exception.StatusCode) with { Code = "not-json" };
            default:
                // A body that ends before its time, headers that are too long.
                return UsualProblems.Of(exception.StatusCode);
        }

        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var routed = context.Features.Get<IExceptionHandlerFeature>()?.RouteValues ?? context.Request.RouteValues;
        FieldError[] errors = [.. (endpoint?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? []).SelectMany(parameter => ErrorsOf(parameter, context, routed))];
        return errors.Length == 0 ? UsualProblems.Of(exception.StatusCode) : Of(errors);
    }

    public static Problem Of(IReadOnlyCollection<FieldError> errors) => new(
        StatusCodes.Status422UnprocessableEntity, "request-not-valid", Problem.NotValidTitle, (
            string.Concat(errors.Select(error => $"{error.Field}：{error.Text.Chinese}")),
            string.Join(' ', errors.Select(error => $"{error.Field}: {error.Text.English}"))))
    {
        Errors = [.. errors],
    };

    private static IEnumerable<FieldError> ErrorsOf(IParameterBindingMetadata parameter, HttpContext context, RouteValueDictionary routed)
    {
        if (parameter.ParameterInfo.ParameterType == typeof(IdempotencyKey))
        {
            var isMissing = context.Request.Headers[IdempotencyKey.Header].Count == 0;
            return IdempotencyKey.FindFault(context.Request) is { } fault && !(isMissing && parameter.IsOptional) ? [fault] : [];
        }

        var attributes = parameter.ParameterInfo.GetCustomAttributes();
        if (parameter.HasBindAsync || attributes.Any(attribute => attribute is IFromBodyMetadata or IFromServiceMetadata or IFromFormMetadata))
        {
            return [];
        }

        var name = attributes.OfType<IFromRouteMetadata>().FirstOrDefault()?.Name ?? attributes.OfType<IFromQueryMetadata>().FirstOrDefault()?.Name
            ?? attributes.OfType<IFromHeaderMetadata>().FirstOrDefault()?.Name ?? parameter.Name;
        string?[] texts = routed.TryGetValue(name, out var value) ? [value?.ToString()]
            : attributes.OfType<IFromHeaderMetadata>().Any() ? [.. context.Request.Headers[name]]
            : [.. context.Request.Query[name]];
        if (texts.Length == 0)
        {
            return parameter.IsOptional || !(parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string)) ? [] : [new FieldError(name, ("必须给出。", "It must be given."))];
        }

        var read = parameter.ParameterInfo.ParameterType;
        return texts.Select(text => FieldText.FindFault(read.IsArray ? read.GetElementType()! : read, text ?? "")).OfType<BilingualText>().Select(text => new FieldError(name, text));
    }
}

/// <summary>Says why a text is no value of a type.</summary>
internal static class FieldText
{
    private static readonly MethodInfo OfParsable = typeof(FieldText).GetMethod(nameof(FindFaultOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Why a text is no value of a type; null when it is one, or nothing can be said of the type.</summary>
    public static BilingualText? FindFault(Type type, string text)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            var names = Enum.GetNames(type);
            return Enum.TryParse(type, text, ignoreCase: true, out _) ? null : (
                $"“{OutputText.Shorten(text, 40)}”不是 {type.Name}；允许：{string.Join("、", names)}。", $"'{OutputText.Shorten(text, 40)}' is no {type.Name}. Allowed: {string.Join(", ", names)}.");
        }

        return Array.Exists(type.GetInterfaces(), its => its.IsGenericType && its.GetGenericTypeDefinition() == typeof(IParsable<>) && its.GetGenericArguments()[0] == type)
            ? (BilingualText?)OfParsable.MakeGenericMethod(type).Invoke(null, [text])
            : null;
    }

    /// <summary>What texts of a type look like; null where it does not say.</summary>
    public static BilingualText? AllowedOf(Type type)
    {
        try
        {
            _ = type.GetMethod(nameof(int.Parse), [typeof(string), typeof(IFormatProvider)])?.Invoke(null, BindingFlags.DoNotWrapExceptions, null, ["", null], null);
            return null;
        }
        catch (ValueTypes.ValueFormatException refused)
        {
            return refused.Allowed.IsEmpty ? null : refused.Allowed;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static BilingualText? FindFaultOf<T>(string text) where T : IParsable<T>
    {
        try
        {
            _ = T.Parse(text, null);
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            return e is IBilingualError { Text: var said } ? said : (
                $"“{OutputText.Shorten(text, 40)}”不是 {typeof(T).Name}。", $"'{OutputText.Shorten(text, 40)}' is no {typeof(T).Name}.");
        }
    }
}
