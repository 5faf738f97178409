using System.Reflection;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>A scorecard as whoever asks wants it (成绩单): JSON, a page, CSV or Markdown by <c>Accept</c>, in the language of the request where it has one.</summary>
/// <remarks>JSON where nothing is asked for. What none of the four satisfies is answered 406, with the four.</remarks>
public sealed class ScorecardResult : IResult, IEndpointMetadataProvider
{
    private static readonly AnswerForms<ScorecardReport> Forms = new(
        ("成绩单", "A scorecard"),
        ("application/json", static (report, _) => report.ToJson()),
        ("text/html", static (report, language) => report.ToHtml(language)),
        ("text/csv", static (report, _) => report.ToCsv()),
        ("text/markdown", static (report, language) => report.ToMarkdown(language)));

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
    public Task ExecuteAsync(HttpContext httpContext) => Forms.WriteAsync(httpContext, Report);

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Forms.Describe(builder);
}

/// <summary>A table that an office hands in as whoever asks wants it (统计报表): JSON, a page, CSV or Markdown by <c>Accept</c>, in the language of the request where it has one.</summary>
/// <remarks>JSON where nothing is asked for. What none of the four satisfies is answered 406, with the four.</remarks>
public sealed class StatisticalTableResult : IResult, IEndpointMetadataProvider
{
    private static readonly AnswerForms<StatisticalTable> Forms = new(
        ("统计报表", "A statistical table"),
        ("application/json", static (table, _) => table.ToJson()),
        ("text/html", static (table, language) => table.ToHtml(language)),
        ("text/csv", static (table, _) => table.ToCsv()),
        ("text/markdown", static (table, language) => table.ToMarkdown(language)));

    /// <summary>Answers a table.</summary>
    /// <param name="table">The table.</param>
    public StatisticalTableResult(StatisticalTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
    }

    /// <summary>The table.</summary>
    public StatisticalTable Table { get; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => Forms.WriteAsync(httpContext, Table);

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Forms.Describe(builder);
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

    /// <summary>Answers a table that an office hands in.</summary>
    /// <param name="results">Where results are made: <c>Results.Extensions</c>.</param>
    /// <param name="table">The table.</param>
    public static StatisticalTableResult StatisticalTable(this IResultExtensions results, StatisticalTable table)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new(table);
    }
}
