using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using Wenjiang.Register;
using Wenjiang.Responsibility;
using Wenjiang.Screen;
using Wenjiang.Sources;

namespace Wenjiang.Steps;

/// <summary>How the district stands once it is founded, before any fact changed.</summary>
/// <param name="Towns">The tiers of each town.</param>
/// <param name="All">The tiers of all businesses.</param>
/// <param name="Explained">Businesses with the reasons for their tiers.</param>
/// <param name="Levels">The load of each level of cadres.</param>
internal sealed record Overview(ImmutableArray<TierCounts> Towns, TierCounts All, ImmutableArray<ExplainedBusiness> Explained, ImmutableArray<LevelFigures> Levels)
{
    public static Overview Show(Session session, GradingPolicy<Tier> policy)
    {
        var (terminal, areas, district) = (session.Terminal, session.Areas, session.District);
        terminal.Step(("分级", "Tiers"));
        var counts = district.Tiers.Standing.CountByArea(areas.Tree);
        var (towns, all) = (TierCounts.ByTown(areas, counts), TierCounts.OfAll(areas, counts));
        terminal.Say($"{terminal.In(policy.Title)} [grey]{policy}[/] {terminal.Tag(Origin.Computed)}");
        terminal.Show(TierTable.ByTown(terminal, towns, all));
        terminal.Show(TierTable.Shares(terminal, all, session.Options.RegisterOrigin));
        terminal.Say($"{terminal.In(("各级：", "Tiers: "))}{terminal.In(TierTable.Line(all))}");
        var large = all[Tier.A] + all[Tier.B];
        terminal.Say(terminal.In(($"A、B 级合计：{large}", $"A and B together: {large}")));

        terminal.Step(("为什么是这一级", "Why this tier"));
        var explained = ExplainedBusiness.Choose(district);
        foreach (var business in explained)
        {
            terminal.Show(ExplanationPanel.Of(terminal, areas, business));
        }

        terminal.Step(("责任链", "Responsibility chains"));
        var plan = district.Chains.Plan!;
        ChainTables.Write(terminal, plan);
        // Of those explained, the first has the largest tier and so the longest chain.
        if (explained is [var largest, ..])
        {
            ChainCase.Write(terminal, plan, district.Businesses.Register.RowOf(largest.Business.Id));
        }

        return new Overview(towns, all, explained, LevelFigures.Of(plan));
    }
}
