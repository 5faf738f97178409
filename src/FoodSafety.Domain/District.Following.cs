using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain;

// What follows from the acts of a unit, from room to room: tiers, chains, duties, renewals, and who has to do what.
public sealed partial class District
{
    private Consequences Follow(ImmutableArray<Act> kept, Moment moment)
    {
        ImmutableArray<GradingFollowed> graded = [.. _gradings.Select(book => book.Follow(moment.Today))];
        // The tiers stand first; whoever answers for a business, and who must be appointed there, follows from them.
        var moves = graded[0].Rows;
        var seats = Chains.Follow([.. moves, .. Businesses.Moved], moment, ReturnsOf());
        ImmutableArray<ChainMove> chains = seats is { Moves: var moved } ? moved : [];
        int[] touched = [.. new SortedSet<int>([.. Businesses.Changed, .. moves])];
        var duties = DirectorDuties.Follow(touched, Today, moment);
        var renewals = RenewalsOf(chains, moment.Today);
        var due = InspectionsDue(kept, [.. graded.SelectMany(grading => grading.Rows), .. Businesses.Changed, .. Businesses.Moved], moment);
        var followUps = FollowUpsOf(kept, moves, chains, renewals, duties, due, moment);
        FollowUps.Give(followUps, moment.Today);
        OutcomePart?[] parts = [.. graded.Select(grading => grading.Decided), seats?.Given, duties, followUps];
        // That a plan was made is kept even where no seat changed: chains are of the day of the last plan.
        var outcome = new Acts.Outcome([.. parts.OfType<OutcomePart>().Where(part => !part.IsEmpty || part is SeatsGiven)]);
        var isIdle = outcome.IsEmpty && kept.All(act => act is DayBegan) && !JumpsFrom(Today, moment.Today);
        return Told(isIdle ? null : new Entry(Version + 1, moment.Stamp, kept, outcome), graded, chains, renewals, duties.Duties, followUps.Given);
    }

    /// <summary>What is told of a unit, now or when its entry is redone.</summary>
    private static Consequences Told(
        Entry? entry, IReadOnlyCollection<GradingFollowed> graded, ImmutableArray<ChainMove> chains, ItemList<RenewalDue> renewals, ItemList<DirectorDuty> duties, ItemList<FollowUp> followUps) =>
        new(entry, graded.SelectMany(grading => grading.Moves).ToImmutableArray(), chains, renewals, duties, followUps)
        {
            Reasons = graded.SelectMany(grading => grading.Reasons).ToImmutableArray(),
        };

    /// <summary>Who returns to which day, because a slip was put right in this unit; null where none was.</summary>
    private Func<int, LocalDate?>? ReturnsOf() => Tiers.ReturnsAllTo is null && Tiers.Returns.Count == 0 && Businesses.Corrected.Count == 0 ? null
        : row => Businesses.Corrected.TryGetValue(row, out var recorded) ? recorded.PlusDays(-1)
            : Tiers.Returns.TryGetValue(row, out var before) ? before
            : Tiers.ReturnsAllTo;

    private ItemList<RenewalDue> RenewalsOf(ImmutableArray<ChainMove> moves, LocalDate today) =>
        // Only a cadre who gained or lost a business as main responsible can owe another commitment.
        moves.Where(move => move.Step == ResponsibleStep.Main).SelectMany(move => (Seat[])[move.From, move.To]).Where(seat => !seat.IsNone)
            .Select(seat => seat.Cadre).Distinct().Order().Select(cadre => FindDue(cadre, today)).OfType<RenewalDue>().ToImmutableArray();

    private RenewalDue? FindDue(CadreId cadre, LocalDate today) => Commitments.FindDue(cadre, MainBusinessesOf(cadre), today);

    private IEnumerable<BusinessId> MainBusinessesOf(CadreId cadre) => Chains.Plan is not { } plan ? [] :
        plan.LoadsOf(cadre).SelectMany(load => plan.RowsOf(load.Seat, ResponsibleStep.Main)).Select(Businesses.Register.IdAt);

    private FollowUpsGiven FollowUpsOf(
        ImmutableArray<Act> kept, ImmutableArray<int> moves, ImmutableArray<ChainMove> chains, ItemList<RenewalDue> renewals, DutiesTurned duties, DueInspections inspections,
        Moment moment)
    {
        var today = moment.Today;
        GradeToPublish[] notices = [.. _gradings.SelectMany(book => book.Notices.After(kept))];
        var given = ImmutableArray.CreateBuilder<FollowUp>();
        Give(FollowUpKind.ReportState, [.. new SortedSet<int>([.. Businesses.StateChanged, .. moves]).Select(Businesses.Register.IdAt)], FollowUpKinds.ReportWithin);
        Give(FollowUpKind.Retie, [.. chains.Select(move => move.Business).Distinct()], FollowUpKinds.RetieWithin);
        foreach (var due in renewals)
        {
            BusinessId[] businesses = [.. MainBusinessesOf(due.Cadre)];
            var isOver = businesses.Length == 0;
            Add(isOver ? FollowUpKind.EndCommitment : FollowUpKind.SignCommitment, isOver ? due.Gone : [.. businesses], due.Cadre, null, FollowUpKinds.CommitmentBasis);
        }

        foreach (var duty in duties.Duties.Where(duty => duty.Begins && !Staff.OnDutyAt(duty.Business, today).Any(held => held.Fills == RequiredPost.Director)))
        {
            Add(FollowUpKind.AppointDirector, [duty.Business], default, null, Staffing.FindOn(today)!.Rules.First(rule => rule.Id == duty.Rule).Basis);
        }

        foreach (var (number, act) in kept.Index())
        {
            if (act is IAppealFiled filed)
            {
                Add(FollowUpKind.AnswerAppeal, [filed.Business], default, filed.Due, AppealTerms.FindFor(At(moment, number))!.AnswerWithin.Basis!, filed.Thing);
            }
        }

        var awaited = notices.Length == 0 ? [] : FollowUps.Awaited.Where(open => open.Kind == FollowUpKind.PublishGrade).Select(open => (open.About, open.Businesses[0])).ToHashSet();
        foreach (var notice in notices.Where(notice => notice.Due is not null && !awaited.Contains((notice.Notice, notice.Business))))
        {
            Add(FollowUpKind.PublishGrade, [notice.Business], default, notice.Due, notice.Basis!, notice.Notice);
        }

        foreach (var (next, about) in inspections.Begun)
        {
            Add(FollowUpKind.Inspect, [next.Business], default, Deadline.AtEndOf(next.Latest, Calendar.Zone), next.Interval.Basis, about);
        }

        return new FollowUpsGiven(given.DrainToImmutable(), [.. SettledBy(kept, renewals, duties, notices, inspections, today)]);

        void Give(FollowUpKind kind, BusinessId[] businesses, TimeLimit limit)
        {
            if (businesses.Length > 0)
            {
                Add(kind, [.. businesses], default, FindDeadline(limit, today), limit.Basis!);
            }
        }

        // What an act of the unit told provisionally, another one behind it may have settled.
        void Add(FollowUpKind kind, ItemList<BusinessId> businesses, CadreId cadre, Deadline? due, Citation basis, Thing? about = null) =>
            given.Add(new FollowUp(new FollowUpId(Version + 1, given.Count + 1), kind, businesses, cadre, today, due?.FindSettled(Calendar.Now) ?? due, basis) { About = about });
    }

    /// <summary>What was open and is done by this unit: a commitment that names what it should, or is to be signed anew; a director who was appointed, or a duty that ended.</summary>
    private IEnumerable<FollowUpId> SettledBy(ImmutableArray<Act> kept, ItemList<RenewalDue> renewals, DutiesTurned duties, GradeToPublish[] notices, DueInspections inspections, LocalDate today)
    {
        var replaced = renewals.Select(due => due.Cadre).ToHashSet();
        var signed = kept.OfType<CommitmentAct>().Select(act => act.Cadre).ToHashSet();
        var ended = duties.Duties.Where(duty => !duty.Begins).Select(duty => duty.Business)
            .Concat(kept.OfType<AppointmentMade>().Where(made => made.Appointment.Fills == RequiredPost.Director).Select(made => made.Appointment.Business)).ToHashSet();
        var answered = kept.OfType<IAppealClosed>().Select(act => act.Thing).ToHashSet();
        // A notice that was voided may have been given again under its number, to another business.
        var told = notices.Select(notice => (Thing?)notice.Notice).ToHashSet();
        var toPublish = notices.Where(notice => notice.Due is not null).Select(notice => ((Thing?)notice.Notice, notice.Business)).ToHashSet();
        if (replaced.Count + signed.Count + ended.Count + answered.Count + told.Count + inspections.Over.Length == 0)
        {
            return [];
        }

        return FollowUps.Awaited.Where(open => open.Kind switch
        {
            FollowUpKind.SignCommitment or FollowUpKind.EndCommitment => replaced.Contains(open.Cadre) || (signed.Contains(open.Cadre) && FindDue(open.Cadre, today) is null),
            FollowUpKind.AppointDirector => ended.Contains(open.Businesses[0]),
            FollowUpKind.AnswerAppeal => answered.Contains(open.About),
            FollowUpKind.PublishGrade => told.Contains(open.About) && !toPublish.Contains((open.About, open.Businesses[0])),
            FollowUpKind.Inspect or FollowUpKind.ReportState or FollowUpKind.Retie => false,
        }).Select(open => open.Id).Concat(inspections.Over).OrderBy(id => id.Entry).ThenBy(id => id.Number);
    }

    /// <summary>
    /// The inspections that may come from this unit on, and the follow-ups whose inspection may not, or has another last day. On a new day, and where rules or
    /// what was done before change, of everybody; else of whom the unit is about.
    /// </summary>
    private DueInspections InspectionsDue(ImmutableArray<Act> kept, IEnumerable<int> touched, Moment moment)
    {
        var today = moment.Today;
        if (Frequencies.FindOn(today)!.Intervals.IsEmpty && FollowUps.InspectionCount == 0)
        {
            return DueInspections.None;
        }

        var register = Businesses.Register;
        var ofAll = Version == 0 || today > Today || kept.Any(act => act is FrequenciesLaidDown or AreaAct || (act is ActVoided voided && voided.About.Kind == InspectionBook.Kind));
        int[]? rows = ofAll ? null :
        [
            .. new SortedSet<int>([.. touched, .. kept.OfType<InspectionAct>().Select(act => Inspections.Find(act.Inspection)).OfType<Inspection>().Select(one => register.FindRow(one.Business)).OfType<int>()]),
        ];
        if (rows is [])
        {
            return DueInspections.None;
        }

        var next = NextInspections(today, rows).Next.Where(one => one.IsOpenOn(today)).Select(one => (Next: one, About: InspectionDue(one.Kind))).OrderBy(one => register.RowOf(one.Next.Business)).ThenBy(one => one.Next.Kind).ToArray();
        var still = next.ToDictionary(one => (one.Next.Business, (Thing?)one.About), one => one.Next.Latest);
        var open = rows is null ? FollowUps.Inspections
            : rows.Select(register.IdAt).SelectMany(business => EnumCodes.All<InspectionKind>().Select(kind => FollowUps.FindOpen(business, InspectionDue(kind)))).OfType<FollowUp>();
        return new(
            [.. next.Where(one => !FollowUps.IsTold(one.Next.Business, one.About, one.Next.Latest))],
            [.. open.Where(one => !(still.TryGetValue((one.Businesses[0], one.About), out var latest) && latest == one.Due?.LastDay)).Select(one => one.Id)]);
    }

    private static Thing InspectionDue(InspectionKind kind) => new("inspection-due", kind.Code());

    /// <summary>When the next inspections are due, by what stands now: of everybody, or of some rows in ascending order.</summary>
    private InspectionSchedule NextInspections(LocalDate today, int[]? rows)
    {
        var rules = Frequencies.FindOn(today)!;
        var inspections = rules.Intervals.IsEmpty ? [] : rows is null ? Inspections.All : rows.SelectMany(row => Inspections.InspectionsOf(Businesses.Register.IdAt(row)));
        return InspectionSchedule.Of(
            rules, Businesses.Register, [.. _gradings.Select(book => book.Sheet)], DoneInspection.Of(inspections, Businesses.Register), Businesses.OpenedOn, today, rows);
    }

    /// <summary>The inspections that may come now, and the follow-ups that are over.</summary>
    private sealed record DueInspections(ImmutableArray<(NextInspection Next, Thing About)> Begun, ImmutableArray<FollowUpId> Over)
    {
        public static DueInspections None => new([], []);
    }

    // What cannot be counted has no last day; nobody is refused an act for want of one.
    private Deadline? FindDeadline(TimeLimit limit, LocalDate from)
    {
        try
        {
            return limit.After(from, Calendar.Now);
        }
        catch (CalendarYearUnknownException)
        {
            return null;
        }
    }
}
