using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>What is told about the businesses' own control (企业自查事项); a record is of the day of its stamp, and may come late.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record SelfControlAct : Act<SelfControlLog>
{
    private protected SelfControlAct()
    {
    }

    /// <inheritdoc/>
    public sealed override bool IsInOrder => false;
}

/// <summary>From a day on the district keeps records of self-control (开始留存自查记录); of days before it nothing is owed and nothing known.</summary>
/// <param name="From">The first day of which records are kept.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecordsBegun(LocalDate From) : SelfControlAct
{
    /// <inheritdoc/>
    public override string Kind => "records-begun";

    /// <summary>The first day of which records are kept.</summary>
    public LocalDate From { get; init => field = value.Iso(); } = From.Iso();
}

/// <summary>A person made a record of the own control of a business (自查记录), on the day of the stamp.</summary>
/// <param name="Business">The business.</param>
/// <param name="Record">Daily control, weekly check or monthly meeting.</param>
/// <param name="Maker">Who made it: somebody on duty there whose post may.</param>
/// <param name="RisksFound">How many risks were found, 0 or more; 0 is a zero-risk report, which is a record as any other.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecordMade(BusinessId Business, SelfControlKind Record, StaffId Maker, int RisksFound = 0) : SelfControlAct
{
    /// <inheritdoc/>
    public override string Kind => "record-made";

    /// <inheritdoc/>
    public override Thing? Thing => SelfControlLog.ThingOf(Business);

    /// <summary>Daily control, weekly check or monthly meeting.</summary>
    public SelfControlKind Record { get; init => field = value.Named(); } = Record.Named();

    /// <summary>Who made it.</summary>
    /// <exception cref="ArgumentException">It is nobody.</exception>
    public StaffId Maker { get; init => field = Somebody(value); } = Somebody(Maker);

    /// <summary>How many risks were found, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int RisksFound { get; init => field = NotNegative(value); } = NotNegative(RisksFound);

    /// <summary>True when nothing was found (零风险报告).</summary>
    public bool IsZeroRisk => RisksFound == 0;

    private static StaffId Somebody(StaffId maker) => maker.IsNone ? throw new ArgumentException("A record is made by a person.", nameof(maker)) : maker;

    private static int NotNegative(int risks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(risks, nameof(RisksFound));
        return risks;
    }
}

/// <summary>Zero-risk records of many businesses, of the day of the stamp, that another platform took and checked (批量零风险记录).</summary>
/// <remarks>What is kept names those that had no such record yet; the others stay as they are.</remarks>
/// <param name="Record">Daily control, weekly check or monthly meeting.</param>
/// <param name="Businesses">Who made one.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecordsKept(SelfControlKind Record, BusinessSet Businesses) : SelfControlAct
{
    /// <inheritdoc/>
    public override string Kind => "records-kept";

    /// <summary>Daily control, weekly check or monthly meeting.</summary>
    public SelfControlKind Record { get; init => field = value.Named(); } = Record.Named();

    /// <summary>Who made one.</summary>
    public BusinessSet Businesses { get; init => field = value ?? throw new ArgumentNullException(nameof(Businesses)); } = Businesses ?? throw new ArgumentNullException(nameof(Businesses));
}

/// <summary>Records were kept by mistake and do not count (撤销自查记录).</summary>
/// <param name="Record">Daily control, weekly check or monthly meeting.</param>
/// <param name="Date">The day of the records.</param>
/// <param name="Businesses">Whose.</param>
/// <param name="Reason">Why they do not count.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecordsWithdrawn(SelfControlKind Record, LocalDate Date, BusinessSet Businesses, string Reason) : SelfControlAct
{
    /// <inheritdoc/>
    public override string Kind => "records-withdrawn";

    /// <summary>Daily control, weekly check or monthly meeting.</summary>
    public SelfControlKind Record { get; init => field = value.Named(); } = Record.Named();

    /// <summary>The day of the records.</summary>
    public LocalDate Date { get; init => field = value.Iso(); } = Date.Iso();

    /// <summary>Whose.</summary>
    public BusinessSet Businesses { get; init => field = value ?? throw new ArgumentNullException(nameof(Businesses)); } = Businesses ?? throw new ArgumentNullException(nameof(Businesses));

    /// <summary>Why they do not count.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}

/// <summary>A business operated on some days, or did not (营业状态登记): on days out of operation it owes no record. What was said of a day last holds.</summary>
/// <remarks>A business that opened on a day did not operate before it: told of the days from the first of the log until that day.</remarks>
/// <param name="Business">The business.</param>
/// <param name="Term">The days, at least one of the log.</param>
/// <param name="IsOperating">True when it operated on them.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OperationMarked(BusinessId Business, Term Term, bool IsOperating) : SelfControlAct
{
    /// <inheritdoc/>
    public override string Kind => "operation-marked";

    /// <summary>
    /// On which days of the week it is so (每周休息日), within a term that has an end and lies in the log; empty for all days of the term. A shop that rests on Mondays is told not to operate
    /// on the Mondays of a year.
    /// </summary>
    /// <exception cref="ArgumentException">A day of the week is none, or stands twice.</exception>
    public ItemList<IsoDayOfWeek> Weekdays
    {
        get;
        init => field = value.Contains(IsoDayOfWeek.None) || value.Distinct().Count() < value.Length
            ? throw new ArgumentException("Allowed: days of the week, each once.", nameof(Weekdays))
            : [.. value.Order()];
    }

    /// <inheritdoc/>
    public override Thing? Thing => SelfControlLog.ThingOf(Business);
}
