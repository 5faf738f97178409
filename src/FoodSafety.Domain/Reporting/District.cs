using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Reporting;

/// <summary>All that a district, city or province keeps (地区台账): its businesses, who answers for them, and what was done. What a scorecard is computed from.</summary>
/// <remarks>
/// It owns nothing: the rooms are those that the user works with, and a question is answered by what they hold then. As
/// safe to share as they are.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class District
{
    private StopBook? _stops;
    private ImmutableArray<CriminalReferral> _referrals = [];

    /// <summary>Takes the rooms of a district that has a root; what is not set beside them is empty.</summary>
    /// <param name="root">The district, in which chains were planned.</param>
    /// <exception cref="ArgumentException">Nothing was planned yet.</exception>
    public District(FoodSafety.Domain.District root)
    {
        ArgumentNullException.ThrowIfNull(root);
        (Root, Calendar) = (root, root.Settings.Calendar);
        _ = root.Chains.Plan ?? throw new ArgumentException("No chains were planned yet, so that nobody answers for anything.", nameof(root));
        Coordination = new CoordinationBook(Calendar);
    }

    /// <summary>The district that lives: register, tiers, chains and commitments are its.</summary>
    public FoodSafety.Domain.District Root { get; }

    /// <summary>Which days are worked (工作日历): every room of the district goes by this one. <see cref="UseCalendar"/> changes it for all.</summary>
    public WorkingCalendar Calendar { get; private set; }

    /// <summary>The areas.</summary>
    public AreaTree Areas => Register.Areas;

    /// <summary>The businesses (包保主体).</summary>
    public BusinessRegister Register => Root.Businesses.Register;

    /// <summary>Their standing tiers (包保分级).</summary>
    public GradeSheet<Tier> Standing => Root.Tiers.Standing;

    /// <summary>Who answers for them (责任链).</summary>
    public ChainPlan Plan => Root.Chains.Plan!;

    /// <summary>The commitments of the cadres (承诺书).</summary>
    public CommitmentBook Commitments => Root.Commitments;

    /// <summary>Who stands in for whom (委托代行).</summary>
    public DelegationBook Delegations { get; init; } = new();

    /// <summary>Who answered for which business on which day (包保历史).</summary>
    public ResponsibilityHistory History => Root.Chains.History;

    /// <summary>The safety directors and officers of the businesses (食品安全总监、食品安全员).</summary>
    public StaffBook Staff { get; init; } = new();

    /// <summary>The daily, weekly and monthly records of the businesses (日管控、周排查、月调度), over the register; null where none are kept.</summary>
    /// <exception cref="ArgumentException">It is over another register.</exception>
    public SelfControlLog? SelfControl { get; init => field = CheckOwn(value, value?.Register, Register); }

    /// <summary>What directors and officers proposed to stop, and what was stopped (否决权台账); a book of <see cref="Staff"/>.</summary>
    public StopBook Stops
    {
        get => LazyInitializer.EnsureInitialized(ref _stops, () => new StopBook(Staff));
        init => _stops = value;
    }

    /// <summary>Visits, inspections and what they found (督导、监督检查、督查).</summary>
    public InspectionBook Inspections { get; init; } = new();

    /// <summary>The round that is under way (首轮督导), in the areas; null between rounds.</summary>
    /// <exception cref="ArgumentException">It is in another area tree.</exception>
    public RoundProgress? Round { get; init => field = CheckOwn(value, value?.Areas, Areas); }

    /// <summary>Problems and their rectification (问题整改).</summary>
    public RectificationBook Rectifications => Root.Rectifications;

    /// <summary>Suspected crimes on their way to the police (移送涉嫌犯罪案件), each as it is now.</summary>
    /// <exception cref="ArgumentException">One goes by another calendar.</exception>
    public ImmutableArray<CriminalReferral> Referrals
    {
        get => _referrals;
        init => _referrals = value.IsDefault ? [] : [.. value.Select(referral => CheckCalendar(referral, referral.Calendar)!)];
    }

    /// <summary>Recalls of unsafe food (食品召回), each as it is now.</summary>
    public ImmutableArray<Recall> Recalls { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The risk warnings (风险预警).</summary>
    public WarningBook Warnings { get; init; } = new();

    /// <summary>The incidents and how they were handled (食品安全事故).</summary>
    public IncidentBook Incidents { get; init; } = new();

    /// <summary>The work mechanism and what was done under it (协调机制台账).</summary>
    /// <exception cref="ArgumentException">It goes by another calendar.</exception>
    public CoordinationBook Coordination { get; init => field = CheckCalendar(value, value?.Calendar)!; }

    /// <summary>How the ground is cut into grids (网格划分), in the areas; null where it is not.</summary>
    /// <exception cref="ArgumentException">It is in another area tree.</exception>
    public GridPlan? Grids { get; init => field = CheckOwn(value, value?.Areas, Areas); }

    /// <summary>Which station is linked to which town (所镇“一对一”联系表); null where none is.</summary>
    public StationLinks? Stations { get; init; }

    /// <summary>The campaigns that hand materials to businesses (宣传送达台账).</summary>
    public ImmutableArray<OutreachCampaign> Campaigns { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The points of those who are assessed (考核台账).</summary>
    public AssessmentBook Assessments { get; init; } = new();

    /// <summary>Goes on by a calendar that knows more, in every room at once: a year that was announced comes in here.</summary>
    /// <remarks>
    /// Kept deadlines are those of rectifications: they are settled by the acts that <see cref="RectificationBook.ToSettle"/> gives. Every other one is
    /// counted when it is asked for, and is sure from now on. Grade ledgers and dynamic management, which no district holds, have their own
    /// <c>UseCalendar</c>. When something is refused, nothing is changed.
    /// </remarks>
    /// <param name="calendar">The calendar, of the same zone.</param>
    /// <exception cref="ArgumentException">The calendar is of another zone.</exception>
    /// <exception cref="CalendarYearUnknownException">Something was done on a day of which the calendar knows nothing.</exception>
    public void UseCalendar(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Coordination.UseCalendar(calendar);
        try
        {
            Rectifications.UseCalendar(calendar);
        }
        catch
        {
            Coordination.UseCalendar(Calendar);
            throw;
        }

        _referrals = [.. _referrals.Select(referral => referral with { Calendar = calendar })];
        Calendar = calendar;
    }

    /// <summary>A room that went by another calendar would count other deadlines than its neighbours, and nobody would see why.</summary>
    private T? CheckCalendar<T>(T? part, WorkingCalendar? of) where T : class => part is null || ReferenceEquals(of, Calendar)
        ? part
        : throw new ArgumentException($"This {typeof(T).Name} goes by another working calendar. Allowed: that of the district.", nameof(part));

    /// <summary>Rows and areas of a part mean those of the district only if they are of the same register and tree.</summary>
    private static T? CheckOwn<T>(T? part, object? of, object own) where T : class => part is null || ReferenceEquals(of, own)
        ? part
        : throw new ArgumentException($"This {typeof(T).Name} is of another {own.GetType().Name}. Allowed: that of the plan of chains.", nameof(part));
}
