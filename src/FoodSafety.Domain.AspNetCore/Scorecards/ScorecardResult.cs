using System.Reflection;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>A scorecard as whoever asks wants it (成绩单): JSON, a page, CSV or Markdown by <c>Accept</c>, in the language of the request where it has one.</summary>
/// <remarks>JSON where nothing is asked for. What none of the four satisfies is answered 406, with the four.</remarks>
public sealed class ScorecardResult : IResult, IEndpointMetadataProvider
{
    private static readonly (string Type, Func<ScorecardReport, Language, string> Write)[] Forms =
    [
        ("application/json", static (report, _) => report.ToJson()),
        ("text/html", static (report, language) => report.ToHtml(language)),
        ("text/csv", static (report, _) => report.ToCsv()),
        ("text/markdown", static (report, language) => report.ToMarkdown(language)),
    ];

    /// <summary>Answers a report.</summary>
    /// <param name="report">The report.</param>
    public ScorecardResult(ScorecardReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Report = report;
    }

    /// <summary>The report.</summary>
    public ScorecardReport Report { get; }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (Choose(httpContext.Request) is not { } form)
        {
            var types = string.Join(", ", Forms.Select(known => known.Type));
            var problem = new Problem(StatusCodes.Status406NotAcceptable, "not-acceptable", ("不支持的格式", "Not acceptable"), ($"成绩单有：{types}。", $"A scorecard comes as {types}."));
            await problem.WriteAsync(httpContext, httpContext.RequestServices.GetRequiredService<IProblemDetailsService>());
            return;
        }

        var language = httpContext.FindLanguage();
        httpContext.AnswerIn(language);
        httpContext.Response.ContentType = $"{form.Type}; charset=utf-8";
        await httpContext.Response.WriteAsync(form.Write(Report, language), httpContext.RequestAborted);
    }

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ScorecardReport), [.. Forms.Select(form => form.Type)]));
    }

    private static (string Type, Func<ScorecardReport, Language, string> Write)? Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return Forms[0];
        }

        var (best, quality) = (-1, 0.0);
        for (var place = 0; place < Forms.Length; place++)
        {
            // The most particular range that covers a form says how much it is wanted; of two wanted alike the first of ours.
            var type = new MediaTypeHeaderValue(Forms[place].Type);
            var wanted = accepted.Where(range => type.IsSubsetOf(range)).OrderBy(range => range.MatchesAllTypes).ThenBy(range => range.MatchesAllSubTypes).FirstOrDefault();
            if (wanted is not null && (wanted.Quality ?? 1) > quality)
            {
                (best, quality) = (place, wanted.Quality ?? 1);
            }
        }

        return best < 0 ? null : Forms[best];
    }
}

/// <summary>Results of the library, where those of the framework are made.</summary>
public static class FoodSafetyResults
{
    /// <summary>Answers the scorecard of an area on a day, by the terms that the district laid down for it.</summary>
    /// <param name="results">Where results are made: <c>Results.Extensions</c>.</param>
    /// <param name="day">The district on the day.</param>
    /// <param name="area">The area.</param>
    /// <exception cref="AreaNotFoundException">The district has no such area; it is answered 404.</exception>
    public static ScorecardResult Scorecard(this IResultExtensions results, DistrictDay day, AreaCode area)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new(ScorecardReport.Of(day, area));
    }

    /// <summary>Answers a report that was made already.</summary>
    /// <param name="results">Where results are made: <c>Results.Extensions</c>.</param>
    /// <param name="report">The report.</param>
    public static ScorecardResult Scorecard(this IResultExtensions results, ScorecardReport report)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new(report);
    }
}
