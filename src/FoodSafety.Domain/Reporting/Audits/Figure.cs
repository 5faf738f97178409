using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>A stated count with its name, for the checks of an audit.</summary>
internal readonly record struct Figure(BilingualText Name, StatedCount? Count)
{
    public AuditNumber Number => new(Name, Count.ToString()!);

    public static Figure Businesses(PublishedFigures of) => new(("主体数", "businesses"), of.Businesses);

    public static Figure Tied(PublishedFigures of) => new(("已包保数", "tied businesses"), of.Tied);

    public static Figure Cadres(PublishedFigures of) => new(("包保干部", "cadres"), of.Cadres);

    public static Figure Commitments(PublishedFigures of) => new(("承诺书", "commitments"), of.Commitments);

    public static Figure Visited(PublishedFigures of) => new(("已督导主体", "visited businesses"), of.Visited);

    public static Figure Visits(PublishedFigures of) => new(("督导次数", "visits"), of.Visits);

    public static Figure Found(PublishedFigures of) => new(("发现问题", "problems found"), of.Found);

    public static Figure WithProblems(PublishedFigures of) => new(("有问题的主体", "those with a problem"), of.WithProblems);

    public static Figure Rectified(PublishedFigures of) => new(("已整改问题", "problems rectified"), of.Rectified);

    public static Figure Directors(PublishedFigures of) => new(("食品安全总监", "directors"), of.Directors);

    public static Figure DirectorsRequired(PublishedFigures of) => new(("应配备总监的主体", "directors required"), of.DirectorsRequired);

    public static Figure Officers(PublishedFigures of) => new(("食品安全员", "officers"), of.Officers);
}
