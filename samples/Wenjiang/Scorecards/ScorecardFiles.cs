using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using Wenjiang.Options;

namespace Wenjiang.Scorecards;

/// <summary>The scorecard as files: a page, JSON, CSV, Markdown; and the table of a month.</summary>
internal static class ScorecardFiles
{
    /// <summary>The page of the scorecard.</summary>
    public const string Page = "scorecard.html";

    /// <summary>The page of the middle of the round, when problems were open.</summary>
    public const string MidwayPage = "scorecard-midway.html";

    /// <summary>Writes the scorecard in all forms, and the page of the middle of the round where there is one.</summary>
    /// <returns>The paths of the files.</returns>
    public static ImmutableArray<string> Write(ScorecardReport report, ScorecardReport? midway, Language language, string folder) =>
    [
        Write(folder, Page, report.ToHtml(language)),
        .. midway is null ? [] : (string[])[Write(folder, MidwayPage, midway.ToHtml(language))],
        Write(folder, "scorecard.md", report.ToMarkdown(language)),
        Write(folder, "scorecard.csv", report.ToCsv()),
        Write(folder, "scorecard.json", report.ToJson()),
    ];

    /// <summary>Writes the table of a month in all forms.</summary>
    /// <returns>The paths of the files.</returns>
    public static ImmutableArray<string> Write(StatisticalTable table, Language language, string folder) =>
    [
        Write(folder, "table.html", table.ToHtml(language)),
        Write(folder, "table.md", table.ToMarkdown(language)),
        Write(folder, "table.json", table.ToJson()),
    ];

    private static string Write(string folder, string name, string text) => OutFolder.Write(folder, name, path => File.WriteAllText(path, text));
}
