using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>What an audit of figures gave (核对结果): the relations that could be checked, and the findings.</summary>
/// <remarks>Compared by reference.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("AuditReport.ToMarkdown")]
public sealed class AuditReport
{
    internal AuditReport(PublishedFigures figures, ImmutableArray<AuditRelation> checkedRelations, ImmutableArray<AuditFinding> findings) =>
        (Figures, Checked, Findings) = (figures, checkedRelations, findings);

    /// <summary>The figures.</summary>
    public PublishedFigures Figures { get; }

    /// <summary>The relations that could be checked, once for each check; one whose numbers were not stated is not there.</summary>
    public ImmutableArray<AuditRelation> Checked { get; }

    /// <summary>What cannot be true together.</summary>
    public ImmutableArray<AuditFinding> Findings { get; }

    /// <summary>True when nothing was found. With nothing <see cref="Checked"/> that says little.</summary>
    public bool IsConsistent => Findings.IsEmpty;

    /// <summary>The report as a page.</summary>
    /// <param name="language">The language.</param>
    public string ToMarkdown(Language language)
    {
        var page = new MarkdownPage(language);
        page.Heading(2, Figures.Place);
        page.Paragraph(Figures.Source.Text);
        var (passed, all) = ((Checked.Length - Findings.Length).ToString(CultureInfo.InvariantCulture), Checked.Length.ToString(CultureInfo.InvariantCulture));
        page.Paragraph(($"核对 {all} 项，相符 {passed} 项。", $"{all} checks, {passed} passed."));
        foreach (var finding in Findings)
        {
            page.Paragraph(finding.Text);
        }

        return page.ToString();
    }
}
