using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Relocations;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>A district on a day, as a value (辖区某日): it does not change when the district goes on, and any thread may read it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DistrictDay
{
    private readonly FrozenDictionary<Type, IGradingOnDay> _gradings;
    private readonly StaffingTimeline? _staffing;
    private readonly ImmutableArray<Succession> _intoEffect;
    private readonly ImmutableArray<(int Row, LocalDate Day)> _openedLater;
    private readonly ImmutableArray<LocalDate> _openedOn;
    private StaffingSheet? _required;
    private InspectionSchedule? _schedule;

    internal DistrictDay(District district, LocalDate day)
    {
        (Day, Calendar) = (day, district.Calendar.On(day));
        Version = district.Version;
        Measures = district.Settings.Measures;
        RecallTerms = district.RecallTerms.FindOn(day);
        ReportingRules = district.ReportingRules.FindOn(day);
        InspectionRules = district.InspectionRules.FindOn(day)!;
        RectificationRules = district.RectificationRules.FindOn(day)!;
        RecordDuties = district.RecordDuties.FindOn(day);
        ChainRules = district.ChainRules.FindOn(day);
        LoadCeilings = district.LoadCeilings.FindOn(day)!;
        ScoreSheets = district.ScoreSheets.FindOn(day);
        AppealTerms = district.AppealTerms.FindOn(day)!;
        ScorecardTerms = district.ScorecardTerms.FindOn(day)!;
        Frequencies = district.Frequencies.FindOn(day)!;
        (Areas, AreasInEffect, _intoEffect) = (district.Areas.On(day), district.Areas.InEffectOn(day), district.Areas.IntoEffectOn(day));
        AreaChanges = district.Areas.RecordedBy(day);
        (Register, _openedLater) = (district.Businesses.On(day), district.Businesses.OpenedLater(day));
        _openedOn = Frequencies.Intervals.IsEmpty ? [] : [.. Enumerable.Range(0, Register.Count).Select(district.Businesses.OpenedOn)];
        _gradings = district.GradingsOn(Register.Facts, day);
        Standing = GradingOf<Tier>().Standing;
        RiskGrades = GradingOf<RiskGrade>().Standing;
        Roster = district.Chains.RosterOn(day);
        Commitments = district.Commitments.StandingOn(day);
        FollowUps = district.FollowUps.On(day);
        Delegations = [.. district.Delegations.On(day).Where(delegation => delegation.Term.Contains(day))];
        Recalls = district.Recalls.On(day);
        Referrals = district.Referrals.On(day);
        Stops = district.Stops.On(day);
        Campaigns = [.. district.Campaigns.All.Where(campaign => campaign.OpenedOn <= day).Select(campaign => campaign.Until(day))];
        Mechanism = district.Coordination.MechanismOn(day);
        Grids = district.Grids.PlanOn(day);
        Stations = district.Grids.StationsOn(day);
        Points = district.Assessments.On(day);
        Publications = district.Publications.On(day);
        Incidents = district.Incidents.On(day);
        Warnings = district.Warnings.On(day);
        Appointments = district.Staff.StandingOn(day);
        OnDuty = district.Staff.OnDutyOn(day);
        _staffing = district.Staffing.FindOn(day);
        Inspections = district.Inspections.On(day);
        Findings = district.Findings.On(day);
        Rounds = district.Rounds.On(day);
        Rectifications = district.Rectifications.On(day);
        SelfControl = district.SelfControl.On(day, Register);
        Processes = district.Processes.On(day);
        Cases = district.Cases.On(day);
        Relocations = district.Relocations.On(day);
        ToBeTied = [];
        if (district.Chains.PlannedOn(day) is { } planned)
        {
            // Chains are those of record: of the tiers that stood when they were planned last.
            var recorded = Standing;
            if (planned.On != day)
            {
                recorded = district.Tiers.SheetOn(Register.Facts, planned.On, isToday: planned.On == district.Today);
                ToBeTied = [.. Enumerable.Range(0, Register.Count).Where(row => Standing[row] != recorded[row])
                    .Select(row => new TieDue(Register.IdAt(row), district.Tiers.SinceOf(row, day)))];
            }

            Plan = district.Chains.PlanOn(planned, Register, recorded, Roster);
        }
    }

    /// <summary>The day.</summary>
    public LocalDate Day { get; }

    /// <summary>Which days are worked, as recorded at the end of the day.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>How soon a recall begins and ends whose risk is known on the day, as recorded at its end; null where nobody laid anything down and no national terms are known.</summary>
    public RecallTerms? RecallTerms { get; }

    /// <summary>Who first reports an incident that is registered on the day, to whom, within what time, as recorded at its end.</summary>
    public ItemList<ReportingRule> ReportingRules { get; }

    /// <summary>What is asked of inspections that are begun and finished on the day, as recorded at its end.</summary>
    public InspectionRules InspectionRules { get; }

    /// <summary>What is asked of rectifications on the day, as recorded at its end.</summary>
    public RectificationRules RectificationRules { get; }

    /// <summary>Who may make which record of self-control on the day, and how often it is due, as recorded at its end: one for each kind.</summary>
    public ItemList<SelfControlDuty> RecordDuties { get; }

    /// <summary>The rules on chains of shops, as recorded at the end of the day, those of other days among them (连锁企业规定); <see cref="FindChainRule"/> says which holds.</summary>
    public ItemList<ChainRule> ChainRules { get; }

    /// <summary>How many businesses cadres answer for at most, as recorded at the end of the day (包保家数上限).</summary>
    public LoadCeilings LoadCeilings { get; }

    /// <summary>The sheets by which points are given on the day, as recorded at its end; none where none were laid down.</summary>
    public ItemList<ScoreSheet> ScoreSheets { get; }

    /// <summary>What is asked around a grade that is notified or disputed on the day, as recorded at its end.</summary>
    public AppealTerms AppealTerms { get; }

    /// <summary>By what a scorecard of the day counts, as recorded at its end.</summary>
    public ScorecardTerms ScorecardTerms { get; }

    /// <summary>How often businesses are inspected, and how long after the last time, as recorded at the end of the day.</summary>
    public FrequencyPolicy Frequencies { get; }

    /// <summary>What the place counts beside the library.</summary>
    internal ItemList<ScorecardMeasure> Measures { get; }

    /// <summary>The number of the last entry that is known.</summary>
    public long Version { get; }

    /// <summary>
    /// The divisions as recorded at the end of the day: those in which register, roster, plan and grids of the day stand, and by which scorecards
    /// and reports on it count. A change that is recorded later changes nothing of them.
    /// </summary>
    public AreaTree Areas { get; }

    /// <summary>The divisions in effect on the day, by all that is known now: those by which rounds say how far they cover the ground.</summary>
    public AreaTree AreasInEffect { get; }

    /// <summary>What became of the areas as recorded in those in effect; nothing unless a change was told late.</summary>
    public Succession IntoEffect => _intoEffect.Aggregate(Succession.None, (all, next) => all.Then(next));

    /// <summary>The changes, one after the other, by which the areas as recorded came about: the list that was laid down first, and what became of it.</summary>
    internal ImmutableArray<Succession> AreaChanges { get; }

    /// <summary>The businesses with their facts of the end of the day.</summary>
    public BusinessRegister Register { get; }

    /// <summary>The tiers that stand on the day, by the law.</summary>
    public GradeSheet<Tier> Standing { get; }

    /// <summary>The risk grades that stand on the day, by the law.</summary>
    public GradeSheet<RiskGrade> RiskGrades { get; }

    /// <summary>A grading on the day: of the tiers, of the risk grades, or of one that the settings declare.</summary>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">The settings declare no such grading.</exception>
    public GradingOnDay<TGrade> GradingOf<TGrade>() where TGrade : struct, Enum =>
        (GradingOnDay<TGrade>?)_gradings.GetValueOrDefault(typeof(TGrade)) ?? throw District.NoGrading<TGrade>(_gradings.Keys.Select(type => type.Name).Order());

    /// <summary>Why the policy of the day gives a business its tier, from its facts of the end of the day. What stands may be another: an override, or a grade kept under observation.</summary>
    /// <inheritdoc cref="Explain{TGrade}"/>
    public Explanation<Tier> Explain(BusinessId business) => Explain<Tier>(business);

    /// <summary>Why the policy of the day gives a business what it computes, from its facts of the end of the day (某日分级说明).</summary>
    /// <param name="business">The business.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">The settings declare no such grading.</exception>
    /// <exception cref="InvalidOperationException">No policy was in force on the day.</exception>
    /// <exception cref="KeyNotFoundException">It was not registered.</exception>
    public Explanation<TGrade> Explain<TGrade>(BusinessId business) where TGrade : struct, Enum
    {
        var policy = GradingOf<TGrade>().Policy ?? throw new InvalidOperationException($"On {Day:uuuu-MM-dd} no policy of {typeof(TGrade).Name} was in force; there is nothing to explain.");
        return new Grader<TGrade>(policy).Explain(Register.Facts[Register.RowOf(business)]);
    }

    /// <summary>The rule on chains of a sector on the day (当日连锁企业规定); null when none is in force.</summary>
    /// <param name="sector">The sector.</param>
    public ChainRule? FindChainRule(BusinessSector sector) => Domain.SelfControl.ChainRules.Find(ChainRules, sector, Day);

    /// <summary>
    /// Says which inspections are due where in an interval, and how they stand on the day (检查计划): by its <see cref="Frequencies"/>, of the chains and the grades that stand
    /// on it, of what was done until its end, and nowhere before the business was opened.
    /// </summary>
    /// <remarks>What other frequencies would ask for an <see cref="InspectionPlanner"/> says of the <see cref="PlanInput"/>.</remarks>
    /// <param name="over">First and last day of the plan, both inclusive.</param>
    /// <exception cref="CalendarYearUnknownException">A window ends before the first year of the calendar, or beyond all it can compute.</exception>
    public InspectionPlan PlanInspections(DateInterval over) => new InspectionPlanner(Calendar, Frequencies, InspectionRules).Plan(PlanInput, over, Day);

    /// <summary>
    /// When the next inspection is due at every business (下次检查): by the intervals of its <see cref="Frequencies"/>, the grades that stand and the facts, and what was
    /// done until its end. Nobody needs to answer for a business.
    /// </summary>
    public InspectionSchedule InspectionSchedule => LazyInitializer.EnsureInitialized(
        ref _schedule, () => InspectionSchedule.Of(Frequencies, Register, Sheets, DoneInspection.Of(Inspections, Register), row => _openedOn[row], Day));

    /// <summary>
    /// What a plan of inspections is made from, for whoever adds what only he knows before it is made: which businesses are in danger, and by which kind of inspection
    /// the orders of <see cref="Rectifications"/> are followed up.
    /// </summary>
    /// <remarks>Where nobody answers for any business yet, there are no visits; bureaus inspect nevertheless.</remarks>
    public PlanInput PlanInput => new(Plan ?? new ChainPlanner().Stated(Register, Standing, Roster, Day, static _ => default(ChainSeats)))
    {
        Gradings = Sheets,
        Done = DoneInspection.Of(Inspections, Register),
        Since = [.. _openedLater.Where(opened => Plan is null || opened.Row < Plan.Count).Select(opened => new DueFrom(Register.IdAt(opened.Row), opened.Day))],
    };

    private ItemList<GradeSheet> Sheets => [.. _gradings.Values.Select(grading => grading.Sheet)];

    /// <summary>Cadres and posts as recorded at the end of the day.</summary>
    public CadreRoster Roster { get; }

    /// <summary>Who answers for which business, as recorded at the end of the day; null when nothing was planned until then.</summary>
    public ChainPlan? Plan { get; }

    /// <summary>The commitments that stand on the day, by all that is known now, ordered by their ids.</summary>
    public ImmutableArray<Commitment> Commitments { get; }

    /// <summary>What was to be done and was not, at the end of the day, the oldest first.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; }

    /// <summary>The delegations that hold on the day, as recorded at its end, in the order made.</summary>
    public ImmutableArray<Delegation> Delegations { get; }

    /// <summary>The recalls that were begun until the end of the day, by all that is known now, in the order begun.</summary>
    public ImmutableArray<Recall> Recalls { get; }

    /// <summary>The referrals that were begun until the end of the day, by all that is known now, in the order begun.</summary>
    public ImmutableArray<CriminalReferral> Referrals { get; }

    /// <summary>The proposals to stop that were made until the end of the day, by all that is known now, in the order made.</summary>
    public ImmutableArray<StopProposal> Stops { get; }

    /// <summary>The campaigns that were opened until the end of the day, by all that is known now.</summary>
    public ImmutableArray<OutreachCampaign> Campaigns { get; }

    /// <summary>The grids as recorded at the end of the day; null when none were laid down until then.</summary>
    public GridPlan? Grids { get; }

    /// <summary>The stations and the towns that they are linked to, as recorded at the end of the day; null when none were until then.</summary>
    public StationLinks? Stations { get; }

    /// <summary>The procedures of the place's own in force, as recorded at the end of the day, in the order of their codes.</summary>
    public ImmutableArray<ProcessDefinition> Processes { get; }

    /// <summary>The cases that had begun at the end of the day, by all that is known now, in the order recorded.</summary>
    public ImmutableArray<Case> Cases { get; }

    /// <summary>The moves of businesses out of the district and into it as they were at the end of the day, by all that is known now, in the order recorded.</summary>
    public ImmutableArray<Relocation> Relocations { get; }

    /// <summary>The work mechanism as recorded at the end of the day; null when none was adopted until then.</summary>
    public WorkMechanism? Mechanism { get; }

    /// <summary>The points that were given until the end of the day and stand, by all that is known now, in the order recorded.</summary>
    public ImmutableArray<Done<PointsGiven>> Points { get; }

    /// <summary>The reports that were published until the end of the day, by all that is known now, in the order recorded; those that were replaced or withdrawn too.</summary>
    public ImmutableArray<Publication> Publications { get; }

    /// <summary>The incidents as they were at the end of the day, by all that is known now, in the order registered.</summary>
    public ImmutableArray<Incident> Incidents { get; }

    /// <summary>The warnings as they were at the end of the day, by all that is known now, in the order assessed.</summary>
    public ImmutableArray<RiskWarning> Warnings { get; }

    /// <summary>The standing appointments to food-safety posts as they were at the end of the day, by all that is known now, in the order made.</summary>
    public ImmutableArray<Appointment> Appointments { get; }

    /// <summary>Those of them whose holders are on duty (在岗), in the order made.</summary>
    public ImmutableArray<Appointment> OnDuty { get; }

    /// <summary>
    /// Which businesses must fill which food-safety posts by the rules as recorded at the end of the day, their facts and the tiers that stand (应配备岗位); null while no rules were laid down.
    /// </summary>
    public StaffingSheet? Staffing => _staffing is null ? null : LazyInitializer.EnsureInitialized(ref _required, () => _staffing.SheetOn(Register.Facts, Day, Standing));

    /// <summary>The posts that must be filled and that nobody on duty fills (岗位空缺); none while no rules were laid down.</summary>
    public ImmutableArray<UnfilledPost> Unfilled => Staffing is { } required ? StaffBook.UnfilledBy(OnDuty, required, Register) : [];

    /// <summary>The inspections as they were at the end of the day, by all that is known now, in the order in which they were recorded.</summary>
    public ImmutableArray<Inspection> Inspections { get; }

    /// <summary>The findings that stood at the end of the day, by all that is known now.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The rounds that had been opened, with what had been done by the end of the day, by all that is known now.</summary>
    public ImmutableArray<RoundProgress> Rounds { get; }

    /// <summary>The records of self-control that were made until the end of the day.</summary>
    public SelfControlLog SelfControl { get; }

    /// <summary>Where the problems stand on the day, by all that is known now.</summary>
    public RectificationsOnDay Rectifications { get; }

    /// <summary>The businesses whose tier turned since their chain was planned: they are to be tied anew (待重新包保).</summary>
    public ImmutableArray<TieDue> ToBeTied { get; }
}

/// <summary>A business that is to be tied anew, and since when.</summary>
/// <param name="Business">The business.</param>
/// <param name="Since">The day on which its tier turned.</param>
public sealed record TieDue(BusinessId Business, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate? Since);
