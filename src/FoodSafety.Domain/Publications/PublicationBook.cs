using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using NodaTime;

namespace FoodSafety.Domain.Publications;

/// <summary>A report that was told to the public (公布报表), and whether it was withdrawn.</summary>
/// <param name="Report">What was told.</param>
/// <param name="Moment">By whom and when it was published and recorded.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Publication(ReportPublished Report, Moment Moment)
{
    /// <summary>Its number.</summary>
    public PublicationId Id => Report.Id;

    /// <summary>The act that withdrew it; null while nobody did.</summary>
    public Done<ReportWithdrawn>? Withdrawn { get; init; }
}

/// <summary>The reports that were told to the public (公布台账): their figures as they were told, their corrections and withdrawals.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PublicationBook : ThingBook<PublicationId, Publication, PublicationAct>
{
    private const string WithdrawalKind = "withdrawal-of-publication";

    private readonly AreaBook _areas;
    private readonly Things<PublicationId, Publication> _corrections;
    private readonly Trails<(AreaCode Area, LocalDate Day), PublicationId> _about;

    internal PublicationBook(AreaBook areas, UndoLog undo) : base(undo) => (_areas, _corrections, _about) = (areas, new(undo), new(undo));

    /// <summary>The reports of an area and a day, of any period, in the order published; those that were replaced or withdrawn too.</summary>
    /// <param name="area">The area.</param>
    /// <param name="day">The day whose state they tell.</param>
    public IEnumerable<Publication> About(AreaCode area, LocalDate day) => _about.Of((area, day)).Distinct().Select(Find).OfType<Publication>();

    /// <summary>The report that was published in the place of one; null when there is none.</summary>
    /// <param name="id">The number of the one.</param>
    public Publication? FindCorrectionOf(PublicationId id) => _corrections.Find(id);

    /// <summary>Whether a report is answered for: it was neither replaced nor withdrawn.</summary>
    /// <param name="publication">The report as it is now.</param>
    public bool Stands(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return publication.Withdrawn is null && FindCorrectionOf(publication.Id) is null;
    }

    // What was published in the place of a report, or because it was withdrawn, rests on that.
    internal override IEnumerable<ActPlace> RestingOn(Thing thing) => Parse(thing.Id) is not { } id ? []
        : thing.Kind == ThingKind ? (IEnumerable<ActPlace>)(FindCorrectionOf(id) is { } correction ? [correction.Moment.Place] : [])
        : thing.Kind == WithdrawalKind && FindCorrectionOf(id) is null && Find(id) is { Withdrawn: { } withdrawn, Report: var report }
            ? About(report.Area, report.Day).Where(other => other.Report.IsOfTheSame(report) && other.Moment.Place.IsAfter(withdrawn.Moment.Place)).Select(other => other.Moment.Place)
        : [];

    private protected override string ThingKind => PublicationAct.ThingKind;

    private protected override PublicationId IdOf(PublicationAct act) => act.Id;

    private protected override IEnumerable<Thing> LostBetween(PublicationId id, Publication before, Publication? after) =>
        before.Withdrawn is not null && after is { Withdrawn: null } ? [new Thing(WithdrawalKind, $"{id}")] : base.LostBetween(id, before, after);

    private protected override IEnumerable<Thing> BusinessesOf(Publication thing, PublicationAct act) => [];

    private protected override Decision Decide(Publication? before, PublicationAct act, Moment moment) => act switch
    {
        ReportPublished published => !IdNumber.IsValid(published.Id.Number) ? Refusal.NoId
            : before is not null ? Refusal.IdTaken($"{published.Id}")
            : Decision.Of(published, RefusalsOf(published, moment)),
        ReportWithdrawn => before is null ? NoReport(act.Id) : before.Withdrawn is null ? act : Over(act.Id),
        _ => throw Unknown(act),
    };

    private protected override Publication After(Publication? before, PublicationAct act, Moment moment) => act switch
    {
        ReportPublished published => new Publication(published, moment),
        ReportWithdrawn withdrawn => before! with { Withdrawn = new(withdrawn, moment) },
        _ => throw Unknown(act),
    };

    private protected override void Changed(Publication? before, Publication? after)
    {
        if (before is null && after is not null)
        {
            _about.Add((after.Report.Area, after.Report.Day), after.Id);
        }

        if ((after ?? before)?.Report.Corrects is { } corrects)
        {
            _corrections.Put(corrects.Report, after);
        }
    }

    private IEnumerable<Refusal> RefusalsOf(ReportPublished published, Moment moment)
    {
        if (!_areas.Knows(published.Area, published.Day))
        {
            yield return _areas.Unknown(published.Area);
        }

        if (published.Day > moment.On || published.From > published.Day)
        {
            yield return new Refusal(
                "day-out-of-range", ($"统计期 {published.From:uuuu-MM-dd} 至 {published.Day:uuuu-MM-dd}。", $"It tells of {published.From:uuuu-MM-dd} to {published.Day:uuuu-MM-dd}."),
                [new GuardValue("from", $"{published.From:uuuu-MM-dd}"), new GuardValue("day", $"{published.Day:uuuu-MM-dd}")],
                Allowed: ($"首日不晚于末日，末日不晚于公布日 {moment.On:uuuu-MM-dd}。", $"A first day that is not after the last, and a last day up to that of publication, {moment.On:uuuu-MM-dd}."));
        }

        if (published.Version >= moment.Place.Entry)
        {
            yield return new Refusal(
                "unknown-version", ($"没有条目 {published.Version}。", $"There is no entry {published.Version}."), [new GuardValue("version", $"{published.Version}")],
                Allowed: ($"0 至 {moment.Place.Entry - 1}。", $"0 to {moment.Place.Entry - 1}."));
        }

        if (published.Corrects is not { } corrects)
        {
            if (About(published.Area, published.Day).FirstOrDefault(other => other.Report.IsOfTheSame(published) && Stands(other)) is { } standing)
            {
                yield return new Refusal(
                    "already-published", ($"该区划该期已公布（编号 {standing.Id}）。", $"Report {standing.Id} of the area, the day and the period stands."),
                    [new GuardValue("standing", $"{standing.Id}")], Allowed: ($"对 {standing.Id} 的更正公告。", $"A report that corrects {standing.Id}."));
            }
        }
        else if (Find(corrects.Report) is not { } wrong)
        {
            yield return NoReport(corrects.Report);
        }
        else if (!wrong.Report.IsOfTheSame(published))
        {
            yield return new Refusal(
                "other-report", ($"报表 {wrong.Id} 为另一区划或另一期。", $"Report {wrong.Id} is of another area, day or period."), [new GuardValue("corrects", $"{wrong.Id}")],
                Allowed: ($"{wrong.Report.Area}，{wrong.Report.From:uuuu-MM-dd} 至 {wrong.Report.Day:uuuu-MM-dd}。", $"{wrong.Report.Area}, {wrong.Report.From:uuuu-MM-dd} to {wrong.Report.Day:uuuu-MM-dd}."));
        }
        else if (!Stands(wrong))
        {
            yield return Over(wrong.Id);
        }
    }

    private static Refusal NoReport(PublicationId id) => new("unknown-id", ($"没有公布报表 {id}。", $"There is no published report {id}."), [new GuardValue("id", $"{id}")]);

    private static Refusal Over(PublicationId id) => new(
        "is-over", ($"公布报表 {id} 已被更正或撤回。", $"Published report {id} was replaced or withdrawn."), [new GuardValue("id", $"{id}")], Allowed: ("现行有效的报表。", "A report that stands."));
}
