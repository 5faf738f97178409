using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Other rules of rectifications were laid down (整改规则发布): they bind what is done from the day of record on.</summary>
/// <remarks>Until some are, those of a new <see cref="RectificationRules"/> hold.</remarks>
/// <param name="Rules">The rules, all of them.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RectificationRulesLaidDown(RectificationRules Rules) : RulesLaidDown<RectificationRules>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "rectification-rules-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("rectification-rules", "");

    internal static RectificationRules National(LocalDate day) => Unstated;

    private static readonly RectificationRules Unstated = new();
}

/// <summary>What a place asks of its rectifications (整改规则): who may verify, how much time may be added, when to warn and to escalate.</summary>
/// <remarks>
/// No rule of law was found that fixes these numbers, nor, save <see cref="InnerMongoliaSchools2025"/>, the days of an order: whoever
/// issues the order says them. Immutable.
/// What was done under earlier rules stands; rules bind the acts that are still to come.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RectificationRules
{
    /// <summary>The one limit of a written order that was found (限期整改期限): 10 working days for school canteens in Inner Mongolia. Illustrative.</summary>
    public static TimeLimit InnerMongoliaSchools2025 { get; } = TimeLimit.WorkingDays(10, new Citation(
        ("内蒙古五部门学校食堂专项要求（中国质量报2025-05-14，转载）", "Five departments of Inner Mongolia on school canteens (China Quality Daily, 2025-05-14, from a copy)"),
        SourceStanding.PressReport));

    /// <summary>How many extensions an order may get (延期次数上限), 0 or more; 1 unless stated.</summary>
    public int MostExtensions { get; init => field = AtLeastZero(value, nameof(MostExtensions)); } = 1;

    /// <summary>True where whoever closes must not be who reported the problem (复查人与发现人分离); false unless stated.</summary>
    /// <remarks>What is corrected on the spot is seen by who found it, and so is not meant. Nobody ever verifies what the same person mended.</remarks>
    public bool VerifierIsNotReporter { get; init; }

    /// <summary>Problems of which severities may be corrected on the spot (立行立改范围): general ones alone unless stated.</summary>
    public Rule<ItemList<FindingSeverity>> OnTheSpot { get; init; } = new([FindingSeverity.General], Order49.GeneralItems);

    /// <summary>
    /// Whether an order is closed by whoever sees that it is corrected, without a report of the business (现场复查销号): the next inspection finds it in order. False unless stated: the
    /// business reports what it corrected.
    /// </summary>
    public Rule<bool> ClosesOnSight { get; init; } = new(false, Order49.GeneralItems);

    /// <summary>Which orders without a last day there are (不定期限的责令整改): until the next inspection, or without any day. None unless stated: an order says by when.</summary>
    public Rule<ItemList<OpenTerm>> OpenOrders { get; init; } = new([], Order49.GeneralItems);

    /// <summary>How much time an order gives that says none itself (通常整改期限); null where each order has to say it, which is so unless stated.</summary>
    public TimeLimit? TypicalLimit { get; init; }

    /// <summary>How long after it was settled a look-back may reopen it (回头看期限); null for ever. 180 days unless stated.</summary>
    public TimeLimit? LookBack { get; init; } = TimeLimit.Days(180);

    /// <summary>How many calendar days before the last one to warn (到期提醒), 0 or more; 2 unless stated.</summary>
    public int NoticeDays { get; init => field = AtLeastZero(value, nameof(NoticeDays)); } = 2;

    /// <summary>For how many working days something overdue stays with the main responsible cadre before it goes a level up, 0 or more; 3 unless stated.</summary>
    public int GraceWorkingDays { get; init => field = AtLeastZero(value, nameof(GraceWorkingDays)); } = 3;

    /// <summary>Within what time a filed case is to be decided (办案期限): 90 days.</summary>
    public TimeLimit CaseLimit { get; init; } = TimeLimit.Days(90, new Citation(
        ("中华人民共和国行政处罚法（2021年修订）", "Administrative Penalty Law of the PRC (as revised in 2021)"),
        SourceStanding.OfficialText, "60", new Uri("https://github.com/LawRefBook/Laws")));

    /// <summary>Where the numbers of these rules come from (依据); illustrative unless stated.</summary>
    public Citation Basis { get; init; } = Citation.Illustrative(("未见统一规定，由各地自定", "no rule fixes it; each place decides"));

    /// <summary>The last day on which a case is decided in time; null when no case was filed.</summary>
    /// <param name="rectification">The rectification.</param>
    /// <param name="calendar">Which days are worked.</param>
    public Deadline? FindCaseDeadline(Rectification rectification, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(rectification);
        ArgumentNullException.ThrowIfNull(calendar);
        return rectification.CaseFiledAt is { } filed ? CaseLimit.After(filed, calendar) : null;
    }

    private static int AtLeastZero(int value, string name) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "Allowed: 0 or more.");
}
