using System.Collections.Immutable;

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
