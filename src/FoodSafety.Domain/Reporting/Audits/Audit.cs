using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>Finds figures that cannot be true together (数据核对).</summary>
/// <remarks>
/// A stated number stands for a range: of what was rounded, cut, or only bounded. Figures are flagged when no numbers within their
/// ranges satisfy the relation, so rounding alone never flags anything. What was not stated is not checked.
/// </remarks>
public static class Audit
{
    /// <summary>Checks everything that can be checked.</summary>
    /// <param name="figures">The figures.</param>
    public static AuditReport Of(PublishedFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var run = new AuditRun();
        CheckCounts(run, figures);
        CheckShares(run, figures);
        CheckChannels(run, figures);
        CheckStages(run, figures.Stages);
        return new(figures, run.Checked, run.Findings);
    }

    private static void CheckCounts(AuditRun run, PublishedFigures figures)
    {
        var all = Figure.Businesses(figures);
        run.SumIs(
            AuditRelation.TiersComeToBusinesses, figures.Tied is null ? all : Figure.Tied(figures),
            [new(("A级", "tier A"), figures.TierA), new(("B级", "tier B"), figures.TierB), new(("C级", "tier C"), figures.TierC), new(("D级", "tier D"), figures.TierD)]);
        run.AtMost(AuditRelation.TiedWithinBusinesses, Figure.Tied(figures), all);
        run.AtMost(AuditRelation.VisitedWithinBusinesses, Figure.Visited(figures), all);
        run.AtMost(AuditRelation.VisitedWithinVisits, Figure.Visited(figures), Figure.Visits(figures));
        run.AtMost(AuditRelation.RectifiedWithinFound, Figure.Rectified(figures), Figure.Found(figures));
        run.AtMost(AuditRelation.WithProblemsWithinFound, Figure.WithProblems(figures), Figure.Found(figures));
        run.AtMost(AuditRelation.CommitmentsWithinCadres, Figure.Commitments(figures), Figure.Cadres(figures));
        run.AtMost(AuditRelation.DirectorsWithinRequired, Figure.Directors(figures), figures.DirectorsRequired is null ? all : Figure.DirectorsRequired(figures));
        run.AtMost(AuditRelation.RequiredWithinBusinesses, Figure.DirectorsRequired(figures), all);
        run.Reaches(AuditRelation.OfficersReachShare, Figure.Officers(figures), figures.OfficerShare, all);
    }

    private static void CheckShares(AuditRun run, PublishedFigures figures)
    {
        var (all, tied, visited) = (Figure.Businesses(figures), Figure.Tied(figures), Figure.Visited(figures));
        run.Share(AuditRelation.TiedShare, figures.TiedShare, tied, [all]);
        run.Share(AuditRelation.CommitmentShare, figures.CommitmentShare, Figure.Commitments(figures), [Figure.Cadres(figures)]);
        run.Share(AuditRelation.VisitedShare, figures.VisitedShare, visited, [all, tied]);
        if (figures.WithProblems is null)
        {
            run.FindingRate(figures.FindingShare, Figure.Found(figures), [visited, Figure.Visits(figures), all]);
        }
        else
        {
            run.Share(AuditRelation.FindingShare, figures.FindingShare, Figure.WithProblems(figures), [visited, Figure.Visits(figures), all]);
        }

        run.Share(AuditRelation.RectifiedShare, figures.RectifiedShare, Figure.Rectified(figures), [Figure.Found(figures)]);
        run.Share(AuditRelation.DirectorShare, figures.DirectorShare, Figure.Directors(figures), [Figure.DirectorsRequired(figures)]);
        run.Load(figures.Load, [tied, all], Figure.Cadres(figures));
        run.WithinWhole(("包保覆盖率", "share of tied businesses"), figures.TiedShare);
        run.WithinWhole(("承诺书签订率", "share of commitments"), figures.CommitmentShare);
        run.WithinWhole(("督导覆盖率", "share of visited businesses"), figures.VisitedShare);
        run.WithinWhole(("整改率", "share of rectified problems"), figures.RectifiedShare);
        run.WithinWhole(("总监配备率", "share of directors"), figures.DirectorShare);
        run.WithinWhole(("食品安全员配备率", "share of officers"), figures.OfficerShare);
    }

    private static void CheckChannels(AuditRun run, PublishedFigures figures)
    {
        foreach (var channel in figures.Channels)
        {
            var name = channel.Name;
            run.Share(
                AuditRelation.ChannelShare, channel.Share,
                new(($"{name.Chinese}已记录", $"{name.English} recording"), channel.Recording), [new(($"{name.Chinese}应记录", $"{name.English} bound to"), channel.Bound)]);
            run.WithinWhole(name, channel.Share);
        }

        run.WithinWhole(("总覆盖率", "overall coverage"), figures.RecordShare);
        run.Between(figures.RecordShare, figures.Channels);
    }

    private static void CheckStages(AuditRun run, ImmutableArray<StagedTarget> stages)
    {
        var inOrder = stages.OrderBy(stage => stage.By).ToArray();
        foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
        {
            run.Rise(earlier, later);
        }
    }
}

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
