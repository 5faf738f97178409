using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Publications;

/// <summary>What is done with a report that is told to the public (公布事项).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record PublicationAct : Act<PublicationBook>
{
    internal const string ThingKind = "publication";

    private protected PublicationAct(PublicationId id) => Id = id;

    /// <summary>The number of the report, given by the platform.</summary>
    public PublicationId Id { get; init; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new(ThingKind, Id.ToString());
}

/// <summary>The figures of an area were published (发布报表). They stand here as they were told, whatever becomes known later.</summary>
/// <remarks>
/// The same library makes the same figures again of the district on the day as it was known when the version was the last; by a later one, or of what
/// became known since, the differences are told measure by measure.
/// </remarks>
/// <param name="Id">The number of the report.</param>
/// <param name="Area">The area.</param>
/// <param name="Day">The day whose state they tell.</param>
/// <param name="From">The first day in which visits and records are counted, not after the day.</param>
/// <param name="Version">The number of the last entry that was known when they were made.</param>
/// <param name="Figures">The figures, one or more, each measure once.</param>
/// <param name="Library">The version of the library that made them (测算版本); null when it was not this library.</param>
/// <param name="Corrects">The report in whose place it is published, and why (更正公告); null for a first one.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ReportPublished(
    PublicationId Id, AreaCode Area, LocalDate Day, LocalDate From, long Version, ItemList<ReportFigure> Figures, string? Library = null, ReportCorrection? Corrects = null)
    : PublicationAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "report-published";

    /// <summary>The day whose state they tell.</summary>
    public LocalDate Day { get; init => field = value.Iso(); } = Day.Iso();

    /// <summary>The first day in which visits and records are counted.</summary>
    public LocalDate From { get; init => field = value.Iso(); } = From.Iso();

    /// <summary>The number of the last entry that was known when they were made, 0 or more.</summary>
    public long Version { get; init => field = NotNegative(value); } = NotNegative(Version);

    /// <summary>The figures.</summary>
    /// <exception cref="ArgumentException">There is none, or a measure stands twice.</exception>
    public ItemList<ReportFigure> Figures { get; init => field = EachOnce(value); } = EachOnce(Figures);

    /// <summary>The version of the library that made them.</summary>
    public string? Library { get; init => field = TextRule.Key.CheckAny(value, nameof(Library)); } = TextRule.Key.CheckAny(Library, nameof(Library));

    /// <summary>What of another report of the same area, day and period is not as this one has it, measure by measure, in the order of this one's figures.</summary>
    /// <param name="published">The report that was published.</param>
    /// <returns>Empty when both say the same.</returns>
    /// <exception cref="ArgumentException">It is of another area, day or period, so that its figures are not of the same thing.</exception>
    public ItemList<FigureDifference> DifferencesFrom(ReportPublished published)
    {
        ArgumentNullException.ThrowIfNull(published);
        if (!IsOfTheSame(published))
        {
            throw new ArgumentException($"It is of {published.Area}, {published.From:uuuu-MM-dd} to {published.Day:uuuu-MM-dd}. Allowed: {Area}, {From:uuuu-MM-dd} to {Day:uuuu-MM-dd}.", nameof(published));
        }

        var was = published.Figures.ToDictionary(figure => figure.Measure, StringComparer.Ordinal);
        var measured = Figures.Select(figure => figure.Measure).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from figure in Figures
               let before = was.GetValueOrDefault(figure.Measure)
               where before?.Agrees(figure) != true
               select new FigureDifference(before, figure),
            .. from figure in published.Figures
               where !measured.Contains(figure.Measure)
               select new FigureDifference(figure, null),
        ];
    }

    /// <summary>Whether another is of the same area, day and period.</summary>
    internal bool IsOfTheSame(ReportPublished other) => (Area, Day, From) == (other.Area, other.Day, other.From);

    private static long NotNegative(long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        return version;
    }

    private static ItemList<ReportFigure> EachOnce(ItemList<ReportFigure> figures) =>
        figures.IsEmpty ? throw new ArgumentException("A report has figures. Allowed: one or more.", nameof(figures))
        : figures.CountBy(figure => figure.Measure, StringComparer.Ordinal).FirstOrDefault(measure => measure.Value > 1).Key is { } twice
            ? throw new ArgumentException($"Measure '{twice}' stands twice. Allowed: each measure once.", nameof(figures))
        : figures;
}

/// <summary>In the place of which report another is published, and why (更正说明).</summary>
/// <param name="Report">The number of the report that was wrong.</param>
/// <param name="Reason">What was wrong with it.</param>
public sealed record ReportCorrection(PublicationId Report, string Reason)
{
    /// <summary>What was wrong with it.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}

/// <summary>A published report was withdrawn (撤回公布): it is answered for no longer, and the history keeps it.</summary>
/// <remarks>A correction that is withdrawn does not give back the report that it replaced.</remarks>
/// <param name="Id">The number of the report.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ReportWithdrawn(PublicationId Id, string Reason) : PublicationAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "report-withdrawn";

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}
