using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Relocations;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>A district as it lives (辖区): the one thing that takes acts, and the only one that writes.</summary>
/// <remarks>
/// <para>A unit of acts is taken whole or not at all, becomes one entry with what followed, and stays takeable back until somebody says
/// that it is kept. What is decided counts from the day of record; deeds count by the day on which they were done.</para>
/// <para>One thread writes, and while it does nobody reads; a <see cref="DistrictDay"/> is a value that any thread may read.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class District
{
    // A clock that jumps further is more often wrong than right; whoever knows that it is right begins that day.
    private const int MostDaysBetween = 40;

    private readonly UndoLog _undo = new();
    private readonly Dictionary<Type, Book> _books = [];
    private readonly Dictionary<string, Book> _voidable = [];
    private readonly List<IStandsInAreas> _inAreas = [];
    private readonly Things<Thing, Touched> _things;
    private readonly Cell<Head> _head;
    private readonly List<(Entry Entry, int Inverses)> _pending = [];
    private readonly List<IGradingBook> _gradings = [];
    private bool _isBusy;

    /// <summary>An empty district.</summary>
    /// <param name="settings">What code alone can say.</param>
    public District(DistrictSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        Calendar = Add(new CalendarBook(settings.Calendar, ToSettle, _undo));
        RecallTerms = Add(new RuleBook<RecallTerms>(RecallTermsLaidDown.National, _undo));
        ReportingRules = Add(new RuleBook<ItemList<ReportingRule>>(ReportingRulesLaidDown.National, _undo));
        InspectionRules = Add(new RuleBook<InspectionRules>(static _ => Domain.Inspections.InspectionRules.BuiltIn, _undo, RefusalsOf));
        RectificationRules = Add(new RuleBook<RectificationRules>(RectificationRulesLaidDown.National, _undo));
        RecordDuties = Add(new RuleBook<ItemList<SelfControlDuty>>(RecordDutiesLaidDown.National, _undo));
        ChainRules = Add(new RuleBook<ItemList<ChainRule>>(static _ => Domain.SelfControl.ChainRules.National, _undo));
        ScoreSheets = Add(new RuleBook<ItemList<ScoreSheet>>(ScoreSheetsLaidDown.National, _undo));
        AppealTerms = Add(new RuleBook<AppealTerms>(static _ => Domain.Standing.AppealTerms.Assumed, _undo));
        Staffing = Add(new RuleBook<StaffingTimeline>(static _ => null, _undo));
        ScorecardTerms = Add(new RuleBook<ScorecardTerms>(static _ => Domain.Publications.ScorecardTerms.Default, _undo));
        Frequencies = Add(new RuleBook<FrequencyPolicy>(static _ => FrequencyPolicy.Default, _undo, RefusalsOf));
        LoadCeilings = Add(new RuleBook<LoadCeilings>(static _ => Domain.Responsibility.LoadCeilings.None, _undo));
        Areas = Add(new AreaBook(_undo));
        Businesses = Add(new RegisterBook(Areas, settings.Schema, FactsOf(settings), _undo));
        Tiers = OpenGrading(Grading.Tiers.Scale);
        RiskGrades = OpenGrading(Grading.RiskGrades.Scale);
        foreach (var scale in settings.Gradings)
        {
            _ = scale.Accept(new GradingOpener(this));
        }

        Chains = Add(new ChainBook(Businesses, Tiers, LoadCeilings, _undo));
        Commitments = Add(new CommitmentBook(Businesses, Chains, _undo));
        FollowUps = Add(new FollowUpBook(_undo));
        Delegations = Add(new DelegationBook(Chains, _undo));
        Recalls = Add(new RecallBook(Businesses, RecallTerms, Calendar, _undo));
        Referrals = Add(new ReferralBook(Businesses, Calendar, _undo));
        Campaigns = Add(new OutreachBook(Businesses, _undo));
        Coordination = Add(new CoordinationBook(Calendar, _undo));
        Grids = Add(new GridBook(Areas, _undo));
        Assessments = Add(new AssessmentBook(ScoreSheets, _undo));
        IncidentPolicies = Add(new IncidentPolicyBook(settings.IncidentSchema, _undo));
        Incidents = Add(new IncidentBook(settings.IncidentSchema, ReportingRules, Calendar, IncidentPolicies, _undo));
        Warnings = Add(new WarningBook(settings.Calendar.Zone, Areas, _undo));
        Qualifications = Add(new QualificationBook(_undo));
        Staff = Add(new StaffBook(Businesses.Register, Qualifications, _undo));
        SelfControl = Add(new SelfControlLog(Businesses.Register, Staff, RecordDuties, _undo));
        Stops = Add(new StopBook(Staff, _undo));
        DirectorDuties = Add(new DirectorDutyBook(Businesses, Tiers, Staffing, _undo));
        Checklists = Add(new ChecklistBook(InspectionRules, _undo));
        Inspections = Add(new InspectionBook(Businesses, Chains, Checklists, InspectionRules, _undo));
        Add(Inspections.Findings);
        Rounds = Add(new RoundBook(Businesses, Tiers, _undo));
        Rectifications = Add(new RectificationBook(RectificationRules, Calendar, Businesses.Register, _undo));
        Processes = Add(new ProcessBook(_undo));
        Publications = Add(new PublicationBook(Areas, _undo));
        Cases = Add(new CaseBook(Processes, Businesses, Calendar, _undo));
        Relocations = Add(new RelocationBook(Businesses, LeavingOf, _undo));
        Add(new DayBook());
        _things = new(_undo);
        _head = new(_undo, new Head(0, Instant.MinValue, LocalDate.MinIsoValue));
    }

    /// <summary>What code alone can say.</summary>
    public DistrictSettings Settings { get; }

    /// <summary>Which days are worked: the calendar of the settings, and the years that were laid down since (工作日历).</summary>
    public CalendarBook Calendar { get; }

    /// <summary>How soon recalls begin and end (召回时限): a recall goes by the terms of the day on which its risk was known.</summary>
    public RuleBook<RecallTerms> RecallTerms { get; }

    /// <summary>Who first reports an incident to whom within what time (初报规定): an incident goes by the rules of the day on which it was registered.</summary>
    public RuleBook<ItemList<ReportingRule>> ReportingRules { get; }

    /// <summary>What is asked of inspections (检查规定): each goes by the rules of the days on which it is begun and finished.</summary>
    public RuleBook<InspectionRules> InspectionRules { get; }

    /// <summary>What is asked of rectifications (整改规则).</summary>
    public RuleBook<RectificationRules> RectificationRules { get; }

    /// <summary>Who may make which record of self-control, and how often it is due (自查制度要求).</summary>
    public RuleBook<ItemList<SelfControlDuty>> RecordDuties { get; }

    /// <summary>What the levels of a chain of shops record how often, and who supervises it (连锁企业规定).</summary>
    public RuleBook<ItemList<ChainRule>> ChainRules { get; }

    /// <summary>The sheets by which points are given (考核评分表); none until some are laid down.</summary>
    public RuleBook<ItemList<ScoreSheet>> ScoreSheets { get; }

    /// <summary>What is asked around a grade (申诉复核规定): a notice goes by the terms of its day, and an appeal by those of the day on which it was filed.</summary>
    public RuleBook<AppealTerms> AppealTerms { get; }

    /// <summary>Which businesses must fill which food-safety posts (岗位配备); null until rules are laid down. <see cref="DistrictDay.Staffing"/> applies those of a day.</summary>
    public RuleBook<StaffingTimeline> Staffing { get; }

    /// <summary>By what a scorecard counts (成绩单口径): one goes by the terms of its day.</summary>
    public RuleBook<ScorecardTerms> ScorecardTerms { get; }

    /// <summary>How often businesses are inspected, and how long after the last time (检查频次、间隔): a plan goes by what holds on its day.</summary>
    public RuleBook<FrequencyPolicy> Frequencies { get; }

    /// <summary>How many businesses cadres answer for at most (包保家数上限): a plan goes by what holds on its day.</summary>
    public RuleBook<LoadCeilings> LoadCeilings { get; }

    /// <summary>The divisions, and how they changed (行政区划).</summary>
    public AreaBook Areas { get; }

    /// <summary>The businesses, and all that was told about them (包保主体).</summary>
    public RegisterBook Businesses { get; }

    /// <summary>Their tiers (包保分级).</summary>
    public GradingBook<Tier> Tiers { get; }

    /// <summary>Their risk grades (风险分级); the frequency of inspections goes by them.</summary>
    public GradingBook<RiskGrade> RiskGrades { get; }

    /// <summary>Cadres, posts, and who answers for which business (责任链).</summary>
    public ChainBook Chains { get; }

    /// <summary>The commitments of the cadres (承诺书).</summary>
    public CommitmentBook Commitments { get; }

    /// <summary>Which businesses need a food-safety director (应配备食品安全总监的主体).</summary>
    public DirectorDutyBook DirectorDuties { get; }

    /// <summary>Who has to do what by when (后续事项).</summary>
    public FollowUpBook FollowUps { get; }

    /// <summary>Who stands in for whom (委托代管).</summary>
    public DelegationBook Delegations { get; }

    /// <summary>The recalls of unsafe food (食品召回).</summary>
    public RecallBook Recalls { get; }

    /// <summary>The suspected crimes on their way to the police (移送涉嫌犯罪案件).</summary>
    public ReferralBook Referrals { get; }

    /// <summary>The work mechanism, and what was done under it (协调机制).</summary>
    public CoordinationBook Coordination { get; }

    /// <summary>The campaigns that hand materials to businesses (宣传送达).</summary>
    public OutreachBook Campaigns { get; }

    /// <summary>The grids, and the stations that are linked to towns (网格、所镇联系).</summary>
    public GridBook Grids { get; }

    /// <summary>The points of those who are assessed (考核台账).</summary>
    public AssessmentBook Assessments { get; }

    /// <summary>By what incidents are graded (事故分级标准).</summary>
    public IncidentPolicyBook IncidentPolicies { get; }

    /// <summary>The incidents and how they were handled (食品安全事故).</summary>
    public IncidentBook Incidents { get; }

    /// <summary>The risk warnings (风险预警).</summary>
    public WarningBook Warnings { get; }

    /// <summary>What persons of the businesses are trained and assessed in, and what bars them (任职资格).</summary>
    public QualificationBook Qualifications { get; }

    /// <summary>Who holds the food-safety posts of the businesses (食品安全岗位人员).</summary>
    public StaffBook Staff { get; }

    /// <summary>What directors and officers proposed to stop, and what was stopped (否决权台账).</summary>
    public StopBook Stops { get; }

    /// <summary>The daily, weekly and monthly records of the businesses (日管控、周排查、月调度).</summary>
    public SelfControlLog SelfControl { get; }

    /// <summary>The checklists that were adopted (检查清单).</summary>
    public ChecklistBook Checklists { get; }

    /// <summary>Visits, inspections and oversight (督导、监督检查、督查).</summary>
    public InspectionBook Inspections { get; }

    /// <summary>What they found, and what came to light otherwise (发现问题).</summary>
    public FindingBook Findings => Inspections.Findings;

    /// <summary>The rounds in which every business is reached (全覆盖轮次).</summary>
    public RoundBook Rounds { get; }

    /// <summary>Problems and their rectification (问题整改).</summary>
    public RectificationBook Rectifications { get; }

    /// <summary>The procedures that the place laid down for itself (自定义流程).</summary>
    public ProcessBook Processes { get; }

    /// <summary>The cases that run through them (办件).</summary>
    public CaseBook Cases { get; }

    /// <summary>The reports that were told to the public (公布台账).</summary>
    public PublicationBook Publications { get; }

    /// <summary>The businesses that move out of the district and into it (跨区迁移).</summary>
    public RelocationBook Relocations { get; }

    /// <summary>The number of the last entry; 0 before the first.</summary>
    public long Version => _head.Value.Version;

    /// <summary>The instant of record of the last entry.</summary>
    public Instant RecordedUpTo => _head.Value.RecordedAt;

    /// <summary>The day of record of the last entry.</summary>
    public LocalDate Today => _head.Value.Today;

    /// <summary>The entries that nobody said to be kept, in order.</summary>
    public IEnumerable<Entry> Pending => _pending.Select(pending => pending.Entry);

    /// <summary>Whether taking something back failed; such a district takes nothing any more and is opened again from its entries.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The grading of an enum of grades: of the tiers, of the risk grades, or of one that the settings declare.</summary>
    /// <typeparam name="TGrade">The enum.</typeparam>
    /// <exception cref="ArgumentException">The settings declare no such grading.</exception>
    public GradingBook<TGrade> GradingOf<TGrade>() where TGrade : struct, Enum =>
        (GradingBook<TGrade>?)_books.GetValueOrDefault(typeof(GradingBook<TGrade>)) ?? throw NoGrading<TGrade>(_gradings.Select(book => book.Key));

    /// <summary>Every grading, in words: the tiers first, then the risk grades, then those that the settings declare.</summary>
    public IEnumerable<IGrading> Gradings => _gradings;

    /// <summary>Opens a district from its entries: what was decided is set, and nothing is decided again.</summary>
    public static District Open(DistrictSettings settings, IEnumerable<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var district = new District(settings);
        foreach (var entry in entries)
        {
            district.Redo(entry);
        }

        return district;
    }

    /// <summary>Takes acts, all or none; each is asked for after the one before was taken, so that an iterator may look at the district in between.</summary>
    /// <param name="stamp">Who did them, on which day, and when they are recorded.</param>
    /// <param name="acts">What was done.</param>
    /// <returns>The entry, and what followed.</returns>
    /// <exception cref="ActsRefusedException">An act is refused, or the unit; nothing is done, and every refusal is listed.</exception>
    public Consequences Apply(Stamp stamp, params IEnumerable<Act> acts) => Do(stamp, acts, isPreview: false);

    /// <summary>Says what would follow from acts, and does nothing.</summary>
    /// <inheritdoc cref="Apply"/>
    public Consequences Preview(Stamp stamp, params IEnumerable<Act> acts) => Do(stamp, acts, isPreview: true);

    /// <summary>Takes over the next entry as it was kept. No guard, no grader, no planner and no code of the user's runs.</summary>
    /// <param name="entry">The entry after the last.</param>
    /// <exception cref="ArgumentException">It is not the next one, or was recorded before the last.</exception>
    /// <exception cref="InvalidOperationException">Entries of its own are neither kept nor taken back.</exception>
    public void Redo(Entry entry) => Redo(entry, isTold: false);

    /// <summary>Takes over the next entry as it was kept, and says what followed from it (重做并告知后果): what <see cref="Apply"/> said when it was decided.</summary>
    /// <remarks>
    /// For whoever has to answer a request once more, or tell of entries that others kept. No guard, no grader, no planner and no code of the user's runs, as in
    /// <see cref="Redo(Entry)"/>; beside what the entry says it looks up how its businesses stood before and who answered for them, and, where a main responsible
    /// is another, who answers for what in the whole district. Of an entry that was taken over from another system it tells whose tiers and seats that made others.
    /// </remarks>
    /// <returns>What followed; its <see cref="Consequences.Entry"/> is the entry.</returns>
    /// <inheritdoc cref="Redo(Entry)"/>
    public Consequences RedoWithConsequences(Entry entry) => Redo(entry, isTold: true)!;

    private Consequences? Redo(Entry entry, bool isTold)
    {
        ArgumentNullException.ThrowIfNull(entry);
        RequireIdle();
        if (_pending.Count > 0)
        {
            throw new InvalidOperationException($"Entries from {_pending[0].Entry.Number} on are neither kept nor taken back.");
        }

        if (entry.Number != Version + 1 || entry.Stamp.RecordedAt < RecordedUpTo)
        {
            throw new ArgumentException($"Entry {entry.Number}, recorded at {entry.Stamp.RecordedAt}, does not follow entry {Version}, recorded at {RecordedUpTo}.", nameof(entry));
        }

        var moment = MomentOf(entry.Stamp);
        try
        {
            for (var number = 0; number < entry.Acts.Length; number++)
            {
                Evolve(entry.Acts[number], At(moment, number));
            }

            foreach (var book in _gradings)
            {
                book.Pass(moment.Today);
            }

            List<GradingFollowed>? graded = isTold ? [] : null;
            var chains = ImmutableArray<ChainMove>.Empty;
            foreach (var part in entry.Outcome.Parts)
            {
                switch (_books[part.Book])
                {
                    case IGradingBook grading when isTold:
                        graded!.Add(grading.RedoFollowing(part, moment));
                        break;
                    case ChainBook book when isTold:
                        chains = book.RedoFollowing(part, moment);
                        break;
                    case var book:
                        book.Redo(part, moment);
                        break;
                }
            }

            foreach (var book in _gradings)
            {
                book.NoteCorrected(moment.Today);
            }

            _head.Put(new Head(entry.Number, entry.Stamp.RecordedAt, moment.Today));
            return graded is null ? null : Told(
                entry, graded, chains, RenewalsOf(chains, moment.Today), entry.Outcome.Find<DutiesTurned>()?.Duties ?? [], entry.Outcome.Find<FollowUpsGiven>()?.Given ?? []);
        }
        catch
        {
            IsBroken = true;
            throw;
        }
        finally
        {
            EndUnit();
        }
    }

    /// <summary>Says that the entries up to one are kept: they can no longer be taken back.</summary>
    /// <param name="version">The number of the last entry that is kept.</param>
    public void Kept(long version)
    {
        RequireIdle();
        while (_pending is [var first, ..] && first.Entry.Number <= version)
        {
            _undo.Forget(first.Inverses);
            _pending.RemoveAt(0);
        }
    }

    /// <summary>Takes back the entries that nobody said to be kept.</summary>
    public void TakeBack()
    {
        RequireIdle();
        TakeBackTo(0);
        _pending.Clear();
    }

    /// <summary>The district on a day by all that is known now: facts, tiers and chains as they stood at its end, deeds by their day.</summary>
    /// <param name="day">The day; one to come is answered as if nothing happened until then.</param>
    public DistrictDay AsOf(LocalDate day)
    {
        RequireWhole();
        return new DistrictDay(this, day);
    }

    /// <summary>What will turn after the day of the last entry and up to a day, without anybody acting, and what falls due by what stands now.</summary>
    /// <param name="day">The last day.</param>
    public ImmutableArray<Turn> DueUpTo(LocalDate day)
    {
        RequireWhole();
        var grades = _gradings.SelectMany(book => book.TurnsUpTo(day).Select(turn => (turn.Day, Turn: new GradeTurn(book.Key, [.. turn.Rows.Select(Businesses.Register.IdAt)])))).ToLookup(turn => turn.Day, turn => turn.Turn);
        var policies = _gradings.SelectMany(book => book.PoliciesBetween(Today, day)).ToLookup(turn => turn.Day, turn => turn.Policy);
        var levels = Chains.LevelsBetween(Today, day).ToLookup(turn => turn.Day, turn => turn.Levels.Version);
        var cadres = Chains.PostTurnsBetween(Today, day).ToLookup(turn => turn.Day, turn => turn.Cadre);
        var staffing = (Staffing.FindOn(Today)?.TurnsBetween(Today, day) ?? []).ToLookup(turn => turn.Day, turn => turn.Rule);
        var publications = _gradings.SelectMany(book => book.Notices.ToPublishBetween(Today, day).GroupBy(one => one.Day, one => one.Business).Select(one => (one.Key, Due: new GradeTurn(book.Key, InOrder(one)))))
            .ToLookup(one => one.Key, one => one.Due);
        var inspections = NextInspections(Today, rows: null).Next.Where(one => one.Latest > Today && one.Latest <= day).ToLookup(one => one.Latest);
        IEnumerable<IEnumerable<LocalDate>> days =
        [
            grades.Select(turn => turn.Key), policies.Select(turn => turn.Key), levels.Select(turn => turn.Key), cadres.Select(turn => turn.Key), staffing.Select(turn => turn.Key),
            publications.Select(turn => turn.Key), inspections.Select(turn => turn.Key),
        ];
        return [.. days.SelectMany(some => some).Distinct().Order().Select(turn => new Turn(
            turn,
            grades[turn].ToImmutableArray(),
            cadres[turn].Distinct().Order().ToImmutableArray(),
            policies[turn].Concat(levels[turn]).Concat(staffing[turn]).ToImmutableArray())
        {
            Publications = publications[turn].ToImmutableArray(),
            Inspections = inspections[turn].ToImmutableArray(),
        })];

        ItemList<BusinessId> InOrder(IEnumerable<BusinessId> some) => [.. some.Distinct().OrderBy(Businesses.Register.RowOf)];
    }

    /// <summary>
    /// The businesses that an act of the last entry is about, directly or by its thing (事项涉及主体): that of an order of rectification is the one that has to rectify. For indexes beside a
    /// journal. Of an <see cref="ActVoided"/> the thing may be gone; it is about the businesses of the act that it voids.
    /// </summary>
    /// <param name="act">The act, as it was kept.</param>
    /// <returns>The businesses, each once; none where the act is about other things or the district as a whole.</returns>
    public IEnumerable<BusinessId> BusinessesOf(Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        RequireWhole();
        return BookOf(act).BusinessesOf(act).Select(thing => new BusinessId(thing.Id)).Distinct();
    }

    /// <summary>All acts that could be voided, with where they stand.</summary>
    internal IEnumerable<(Thing About, ActPlace Place)> VoidableActs() => _voidable.Values.Distinct().SelectMany(book => book.VoidableActs());

    private Consequences Do(Stamp stamp, IEnumerable<Act> acts, bool isPreview)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(acts);
        RequireIdle();
        var moment = MomentOf(stamp);
        Refuse(stamp.TakenOverFrom is null ? RefusalsOf(moment) : [TakenOverElsewhere(stamp.TakenOverFrom)]);
        Chains.EnsurePlan();
        var before = _undo.Count;
        var isTaken = false;
        (_isBusy, _undo.IsOn) = (true, true);
        try
        {
            var kept = Derive(EndOverrides(Take(acts, moment), moment), moment);
            var consequences = Follow(kept, moment);
            // A day on which nothing turned leaves no entry, unless it tells that the clock is right.
            isTaken = !isPreview && consequences.Entry is not null;
            if (isTaken)
            {
                _head.Put(new Head(consequences.Entry!.Number, stamp.RecordedAt, moment.Today));
                _pending.Add((consequences.Entry, _undo.Count - before));
            }

            return consequences;
        }
        finally
        {
            (_isBusy, _undo.IsOn) = (false, false);
            if (!isTaken)
            {
                TakeBackTo(before);
            }

            EndUnit();
        }
    }

    private ImmutableArray<Act> Take(IEnumerable<Act> acts, Moment moment)
    {
        var kept = ImmutableArray.CreateBuilder<Act>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var place = 0;
        try
        {
            foreach (var act in acts)
            {
                var decision = Decide(act ?? throw new ArgumentException($"Act {place} is null.", nameof(acts)), At(moment, kept.Count));
                refusals.AddRange(decision.Refusals.Select(refusal => refusal with { Place = place }));
                foreach (var decided in decision.Acts)
                {
                    Evolve(decided, At(moment, kept.Count));
                    kept.Add(decided);
                }

                foreach (var settled in decision.Acts is [ActVoided voided] ? UncoveredBy(voided) : [])
                {
                    if (FindRefusal(settled, moment) is { } refusal)
                    {
                        refusals.Add(refusal with { Place = place });
                    }

                    Evolve(settled, At(moment, kept.Count));
                    kept.Add(settled);
                }

                place++;
            }
        }
        catch when (refusals.Count > 0)
        {
            // Whoever makes the acts one by one may not have expected that one is refused; that is what there is to say.
        }

        if (kept.Count == 0 && refusals.Count == 0)
        {
            refusals.Add(new Refusal("no-acts", ("没有所报事项。", "There is no act in the unit."), Allowed: ("至少一项。", "One or more.")));
        }

        if (refusals.Count == 0 && moment.Stamp.TakenOverFrom is null && JumpsFrom(Today, moment.Today) && !kept.OfType<DayBegan>().Any())
        {
            refusals.Add(new Refusal(
                "clock-jump",
                ($"距上一条目（{Today:uuuu-MM-dd}）超过 {MostDaysBetween} 日。", $"More than {MostDaysBetween} days have passed since the last entry, of {Today:uuuu-MM-dd}."),
                [new GuardValue("last", $"{Today:uuuu-MM-dd}"), new GuardValue("recorded", $"{moment.Today:uuuu-MM-dd}")],
                Allowed: ("同一批事项中报“开日”。", "A unit in which somebody begins the day.")));
        }

        Refuse(refusals.DrainToImmutable());
        return kept.DrainToImmutable();
    }

    private Decision Decide(Act act, Moment moment)
    {
        if (act.Thing is { } thing && _things.Find(thing) is { } last)
        {
            if (act.IsInOrder && moment.On < last.On)
            {
                return new Refusal(
                    "behind-the-last",
                    ($"该事项的上一步在 {last.On:uuuu-MM-dd}，晚于 {moment.On:uuuu-MM-dd}。", $"The last act on {thing.Kind} {thing.Id} was on {last.On:uuuu-MM-dd}, after {moment.On:uuuu-MM-dd}."),
                    Values(thing, new GuardValue("last", $"{last.On:uuuu-MM-dd}")),
                    Allowed: ($"{last.On:uuuu-MM-dd} 及以后。", $"{last.On:uuuu-MM-dd} and later."));
            }

            // What this unit did itself was seen by whoever does it.
            if (moment.Stamp.Seen < last.Version && last.Version <= Version)
            {
                return new Refusal(
                    "changed-since",
                    ($"所见版本 {moment.Stamp.Seen} 之后，条目 {last.Version} 已作变更。", $"{thing.Kind} {thing.Id} was changed by entry {last.Version}, after version {moment.Stamp.Seen} was seen."),
                    Values(thing, new GuardValue("seen", $"{moment.Stamp.Seen}"), new GuardValue("changed", $"{last.Version}")),
                    Allowed: ("查看现状后重报。", "The same act once what stands now was seen."));
            }
        }

        return act switch
        {
            ActVoided voided => Decide(voided, moment),
            AreaAct areas => Decide(areas, moment),
            _ => _books.TryGetValue(act.Book, out var book) ? book.Decide(act, moment) : NotDeclared(act),
        };

        static ItemList<GuardValue> Values(Thing thing, params ReadOnlySpan<GuardValue> more) => [new GuardValue("kind", thing.Kind), new GuardValue("id", thing.Id), .. more];
    }

    /// <summary>A change of areas is kept if every room can carry over what stands in them.</summary>
    private Decision Decide(AreaAct act, Moment moment)
    {
        var decision = Areas.Decide(act, moment);
        if (decision.Acts is not [AreaAct decided])
        {
            return decision;
        }

        var revision = Areas.RevisionOf(decided, moment);
        return Decision.Of(decided, _inAreas.SelectMany(room => room.RefusalsOf(revision, moment)));
    }

    private Decision Decide(ActVoided voided, Moment moment)
    {
        if (!_voidable.TryGetValue(voided.About.Kind, out var book))
        {
            return NotVoidable(voided.About);
        }

        var decision = book.Decide(voided, moment);
        ActPlace[] resting = decision.Refusals.IsEmpty ? [.. book.LostBy(voided).SelectMany(lost => _books.Values.SelectMany(other => other.RestingOn(lost))).Distinct()] : [];
        return resting.Length == 0 ? decision : voided.RefuseFor(resting);
    }

    private void Evolve(Act act, Moment moment)
    {
        NoteConcerned(act);
        BookOf(act).Evolve(act, moment);
        if (act is AreaAct)
        {
            _inAreas.ForEach(room => room.Follow(Areas.Last!, moment));
        }

        NoteConcerned(act);
        if (act.Thing is { } thing)
        {
            // What was voided no longer stands in the way of what was done before it.
            var on = act is ActVoided ? BookOf(act).LastDayOf(thing) : null;
            on ??= _things.Find(thing) is { On: var last } && last > moment.On ? last : moment.On;
            _things.Put(thing, new Touched(on.Value, Version + 1));
        }
    }

    /// <summary>What settles the deadline that stands again when an act does not count: it was told provisionally, and its year may have been announced since.</summary>
    private Act[] UncoveredBy(ActVoided voided) => [.. BookOf(voided).ToSettle(Calendar.Now).Where(settled => settled.Thing == voided.About)];

    // It stands behind all that was done with the thing, as what a calendar settles.
    private static Refusal? FindRefusal(Act settled, Moment moment) => Refusal.FindToldOfAnotherTime(moment, when => (
        $"作废后“{settled.Thing}”的暂定期限随即落定，自记录时起算，不能报为 {when}。",
        $"Without that act the provisional deadline of {settled.Thing} is settled at once, which counts from the moment of record and cannot be of {when}."));

    private IEnumerable<Act> ToSettle(WorkingCalendar calendar) => _books.Values.SelectMany(book => book.ToSettle(calendar));

    private T Add<T>(T book) where T : Book
    {
        _books.Add(typeof(T), book);
        if (book is IStandsInAreas room)
        {
            _inAreas.Add(room);
        }

        foreach (var kind in book.Voidable)
        {
            _voidable.Add(kind, book);
        }

        return book;
    }

    /// <summary>Every grading on a day, by its enum, beside a table with the same rows.</summary>
    internal FrozenDictionary<Type, IGradingOnDay> GradingsOn(FactTable table, LocalDate day) => _gradings.ToFrozenDictionary(book => book.Grade, book => book.On(table, day, isToday: day == Today));

    private GradingBook<TGrade> OpenGrading<TGrade>(GradeScale<TGrade> scale) where TGrade : struct, Enum
    {
        var book = Add(new GradingBook<TGrade>(scale, Businesses, AppealTerms, Calendar, InspectorsOf, _undo));
        Add(book.Notices);
        _gradings.Add(book);
        return book;
    }

    private Book BookOf(Act act) => act is ActVoided voided ? _voidable[voided.About.Kind] : _books[act.Book];

    /// <summary>What ends because a bureau inspected in this unit, where the rules of the day say so.</summary>
    private ImmutableArray<Act> EndOverrides(ImmutableArray<Act> kept, Moment moment)
    {
        foreach (var (number, act) in kept.Index())
        {
            if (act is InspectionFinished finished && AppealTerms.FindFor(At(moment, number))!.InspectionEndsOverrides
                && Inspections.Find(finished.Inspection) is { FinishedOn: { } on } inspection && inspection.Kind.IsBureaus())
            {
                foreach (var ended in _gradings.SelectMany(book => book.EndedByInspection(inspection.Business, on, moment.Today, inspection.Text.ToString())).ToArray())
                {
                    Evolve(ended, At(moment, kept.Length));
                    kept = kept.Add(ended);
                }
            }
        }

        return kept;
    }

    /// <summary>Who took part in the last inspection of a business by a bureau up to a day; of two that were finished on one day, both teams.</summary>
    private IEnumerable<string> InspectorsOf(BusinessId business, LocalDate day)
    {
        var until = Inspections.InspectionsOf(business).Where(one => one.Kind.IsBureaus() && one.FinishedOn <= day).ToArray();
        var last = until.Max(one => one.FinishedOn);
        return until.Where(one => one.FinishedOn == last).SelectMany(one => one.Team?.Inspectors ?? []).Select(inspector => inspector.Key);
    }

    /// <summary>The severities that a scale leaves out though an adopted checklist, a finding or a problem has them.</summary>
    private IEnumerable<Refusal> RefusalsOf(InspectionRules rules)
    {
        var used = Checklists.Lists.Timelines.SelectMany(timeline => timeline.Versions).SelectMany(list => list.OwnItems).Select(item => item.Severity)
            .Concat(Findings.All.Select(finding => finding.Severity)).Concat(Rectifications.All.Select(problem => problem.Severity)).Distinct();
        foreach (var severity in used.Where(severity => rules.FindName(severity) is null).OrderBy(severity => severity.Code, StringComparer.Ordinal))
        {
            yield return new Refusal(
                "severity-in-use", ($"问题性质“{severity}”仍在使用，不能从等级中去掉。", $"The severity '{severity}' is in use and stays on the scale."), [new GuardValue("severity", severity.Code)]);
        }
    }

    /// <summary>What frequencies ask for that the district does not have: a grading, a grade, a fact.</summary>
    private IEnumerable<Refusal> RefusalsOf(FrequencyPolicy rules)
    {
        foreach (var some in rules.Frequencies.SelectMany(rule => rule.Grades).Concat(rules.Intervals.SelectMany(rule => rule.Grades)).Distinct())
        {
            if (_gradings.FirstOrDefault(book => book.Key == some.Grading) is not { } book)
            {
                yield return new Refusal(
                    "unknown-grading", ($"没有分级“{some.Grading}”。", $"There is no grading '{some.Grading}'."), [new GuardValue("grading", some.Grading)],
                    Allowed: (string.Join('、', _gradings.Select(known => known.Key)), string.Join(", ", _gradings.Select(known => known.Key))));
            }
            else if (some.Grades.FirstOrDefault(grade => book.Sheet.PlaceOf(grade) == 0) is { } unknown)
            {
                yield return new Refusal(
                    "not-of-the-scale", ($"分级“{some.Grading}”没有等级 {unknown}。", $"The grading '{some.Grading}' has no grade {unknown}."), [new GuardValue("grading", some.Grading), new GuardValue("grade", unknown)]);
            }
        }

        foreach (var missing in FactsRead.By([.. rules.Frequencies.Select(rule => rule.When).Concat(rules.Intervals.Select(rule => rule.When)).OfType<Condition>()]).Where(fact => !Settings.Schema.Contains(fact)))
        {
            yield return RegisterBook.NoColumn(Settings.Schema, missing);
        }
    }

    // Only the books of gradings hang on the settings.
    private Refusal NotDeclared(Act act) => new(
        "grading-not-declared", ($"设置没有声明事项“{act.Kind}”的分级。", $"The settings declare no grading that takes '{act.Kind}'."), [new GuardValue("kind", act.Kind)],
        Allowed: (string.Join('、', _gradings.Select(book => book.Key)), string.Join(", ", _gradings.Select(book => book.Key))));

    private Refusal NotVoidable(Thing about) => new(
        "not-voidable", ($"“{about}”的事项不能作废。", $"An act on {about} cannot be voided."), [new GuardValue("thing", $"{about}")],
        Allowed: (string.Join('、', _voidable.Keys.Order()), string.Join(", ", _voidable.Keys.Order())));

    private static Moment At(Moment moment, int number) => moment with { Place = moment.Place with { Number = number } };

    private ImmutableArray<Refusal> RefusalsOf(Moment moment)
    {
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        if (moment.Stamp.RecordedAt < RecordedUpTo)
        {
            refusals.Add(new Refusal(
                "recorded-before-the-last",
                ($"记录时刻 {moment.Stamp.RecordedAt} 早于上一条目的 {RecordedUpTo}。", $"It is recorded at {moment.Stamp.RecordedAt}, before the last entry at {RecordedUpTo}."),
                [new GuardValue("recorded", $"{moment.Stamp.RecordedAt}"), new GuardValue("last", $"{RecordedUpTo}")],
                Allowed: ($"{RecordedUpTo} 及以后。", $"{RecordedUpTo} and later.")));
        }

        if (moment.On > moment.Today)
        {
            refusals.Add(new Refusal(
                "day-to-come",
                ($"{moment.On:uuuu-MM-dd} 晚于记录日 {moment.Today:uuuu-MM-dd}。", $"{moment.On:uuuu-MM-dd} is after the day of record, {moment.Today:uuuu-MM-dd}."),
                [new GuardValue("on", $"{moment.On:uuuu-MM-dd}"), new GuardValue("recorded", $"{moment.Today:uuuu-MM-dd}")],
                Allowed: ($"{moment.Today:uuuu-MM-dd} 及以前。", $"{moment.Today:uuuu-MM-dd} and earlier.")));
        }

        else if (moment.At > moment.Stamp.RecordedAt)
        {
            // Not taken as the instant of record instead: the clock of whoever says the time goes wrong, or that of the store, and both matter.
            var recorded = moment.Stamp.RecordedAt.InZone(Calendar.Zone).TimeOfDay;
            refusals.Add(new Refusal(
                "time-to-come",
                ($"办理时刻 {moment.Stamp.Time} 晚于记录时刻 {recorded}。", $"The time of day {moment.Stamp.Time} is after the instant of record, {recorded}."),
                [new GuardValue("time", $"{moment.Stamp.Time:o}"), new GuardValue("recorded", $"{recorded:o}")],
                Allowed: ($"{recorded} 及以前，或不报时刻。", $"{recorded} and earlier, or no time.")));
        }

        return refusals.DrainToImmutable();
    }

    private static void Refuse(ImmutableArray<Refusal> refusals)
    {
        if (!refusals.IsEmpty)
        {
            throw new ActsRefusedException(refusals);
        }
    }

    private bool JumpsFrom(LocalDate last, LocalDate today) => Version > 0 && Period.DaysBetween(last, today) > MostDaysBetween;

    private Moment MomentOf(Stamp stamp) => Moment.Of(stamp, Settings.Calendar.Zone, new ActPlace(Version + 1, 0));

    private void EndUnit()
    {
        Businesses.EndUnit();
        Chains.EndUnit();
        foreach (var book in _gradings)
        {
            book.EndUnit();
        }

        _concerned.Clear();
    }

    private void TakeBackTo(int count)
    {
        try
        {
            _undo.TakeBackTo(count);
        }
        catch
        {
            IsBroken = true;
            throw;
        }
    }

    private void RequireIdle()
    {
        RequireWhole();
        if (_isBusy)
        {
            throw new InvalidOperationException("The district is taking acts; who makes them may look at it and not write.");
        }
    }

    private void RequireWhole()
    {
        if (IsBroken)
        {
            throw new InvalidOperationException("Something could not be taken back or redone; open the district again from its entries.");
        }
    }

    internal static ArgumentException NoGrading<TGrade>(IEnumerable<string> known) =>
        new($"The settings declare no grading by {typeof(TGrade).Name}. Allowed: {string.Join(", ", known)}.");

    private sealed class GradingOpener(District district) : IGradeScaleVisitor<Book>
    {
        public Book Visit<TGrade>(GradeScale<TGrade> scale) where TGrade : struct, Enum => district.OpenGrading(scale);
    }

    private sealed record Head(long Version, Instant RecordedAt, LocalDate Today);

    /// <summary>The day of the last act on a thing, and the entry that it stands in.</summary>
    private sealed record Touched(LocalDate On, long Version);
}
