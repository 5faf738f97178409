using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>The forms in which something is answered, by <c>Accept</c>; the first where nothing is asked for.</summary>
/// <param name="what">What is answered, in messages: "A scorecard".</param>
/// <param name="forms">The forms, by their media types.</param>
/// <typeparam name="T">What is answered.</typeparam>
internal sealed class AnswerForms<T>(BilingualText what, params (string Type, Func<T, Language, string> Write)[] forms)
{
    public void Describe(EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [.. forms.Select(form => form.Type)]));
    }

    public async Task WriteAsync(HttpContext httpContext, T answer)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (Choose(httpContext.Request) is not { } form)
        {
            var types = string.Join(", ", forms.Select(known => known.Type));
            var problem = new Problem(
                StatusCodes.Status406NotAcceptable, "not-acceptable", ("不支持的格式", "Not acceptable"), ($"{what.Chinese}有：{types}。", $"{what.English} comes as {types}."));
            await problem.WriteAsync(httpContext, httpContext.RequestServices.GetRequiredService<IProblemDetailsService>());
            return;
        }

        var language = httpContext.FindLanguage();
        httpContext.AnswerIn(language);
        httpContext.Response.ContentType = $"{form.Type}; charset=utf-8";
        await httpContext.Response.WriteAsync(form.Write(answer, language), httpContext.RequestAborted);
    }

    private (string Type, Func<T, Language, string> Write)? Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return forms[0];
        }

        var (best, quality) = (-1, 0.0);
        for (var place = 0; place < forms.Length; place++)
        {
            // The most particular range that covers a form says how much it is wanted; of two wanted alike the first of ours.
            var type = new MediaTypeHeaderValue(forms[place].Type);
            var wanted = accepted.Where(range => type.IsSubsetOf(range)).OrderBy(range => range.MatchesAllTypes).ThenBy(range => range.MatchesAllSubTypes).FirstOrDefault();
            if (wanted is not null && (wanted.Quality ?? 1) > quality)
            {
                (best, quality) = (place, wanted.Quality ?? 1);
            }
        }

        return best < 0 ? null : forms[best];
    }
}
