using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rectification of one problem (问题整改), as it stands after the last step.</summary>
/// <remarks>
/// Immutable: a step gives a new one. Everything here follows from the steps taken, so whoever keeps those can make it again.
/// What reopening begins anew (claim, order, deadline, who mended and verified, case) is that of the present round.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Rectification
{
    private Rectification(Done<RectificationAct> report)
    {
        (Id, Finding, Severity, Business) = (report.Act.Id, report.Act.Finding, report.Act.Severity, report.Act.Business);
        ReportedBy = report.By;
    }

    /// <summary>Its number.</summary>
    public RectificationId Id { get; }

    /// <summary>The finding from which it began.</summary>
    public FindingId Finding { get; }

    /// <summary>How much the finding weighs.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>The business; null when it is in no register.</summary>
    public BusinessId? Business { get; }

    /// <summary>Who reported the problem (发现人).</summary>
    public string ReportedBy { get; }

    /// <summary>Where it stands.</summary>
    public RectificationState State { get; internal init; }

    /// <summary>When it was reported or, after that, last reopened: from here its age is counted.</summary>
    public Instant OpenedAt { get; internal init; }

    /// <summary>When the last step was taken.</summary>
    public Instant LastAt { get; internal init; }

    /// <summary>When it was closed, corrected on the spot, dismissed or carried over, or its case concluded; null while it is open.</summary>
    public Instant? SettledAt { get; internal init; }

    /// <summary>How often it was reopened.</summary>
    public int Reopenings { get; internal init; }

    /// <summary>Who took it up (认领人); null when nobody did.</summary>
    public string? ClaimedBy { get; internal init; }

    /// <summary>Who ordered the correction; null when nobody did.</summary>
    public string? OrderedBy { get; internal init; }

    /// <summary>How much time was given last; null when none was, or a deadline was told by its date.</summary>
    public TimeLimit? Limit { get; internal init; }

    /// <summary>The deadline of the order (整改期限), extensions included; null without an order, and for one that has no last day. It runs while the state is ordered.</summary>
    public Deadline? Deadline { get; internal init; }

    /// <summary>Until when the order is to be carried out, where it has no last day (不定期限); null where it has one, and without an order.</summary>
    public OpenTerm? Until { get; internal init; }

    /// <summary>How many extensions the order got (延期次数).</summary>
    public int Extensions { get; internal init; }

    /// <summary>Who mended it (整改人): who was named, or handed in the report; null before that.</summary>
    public string? MendedBy { get; internal init; }

    /// <summary>When the report was handed in that is or was to be checked last; null before that, and after a return.</summary>
    public Instant? SubmittedAt { get; internal init; }

    /// <summary>Who verified that it is corrected (复查人); null before that.</summary>
    public string? VerifiedBy { get; internal init; }

    /// <summary>When a case was filed; null when none was.</summary>
    public Instant? CaseFiledAt { get; internal init; }

    /// <summary>The key of the case; null when none was filed.</summary>
    public string? Case { get; internal init; }

    /// <summary>The later finding that carries the problem on (结转至), whose rectification goes on in place of this one; null when none does.</summary>
    public FindingId? CarriedInto { get; internal init; }

    /// <summary>The measures that were linked, in order; reopening keeps them.</summary>
    public ItemList<LinkedMeasure> Measures { get; internal init; }

    /// <summary>The rectification after a step that was decided: what was taken once is taken again.</summary>
    internal static Rectification After(Rectification? before, Done<RectificationAct> done)
    {
        var (act, row) = (done.Act, RectificationLifecycle.Rows[done.Act.Step]);
        var to = RectificationLifecycle.Rows.After(before?.State, act.Step);
        var now = before ?? new Rectification(done);
        now = row.BeginsRound ? now.NewRound(done.At) : now;
        return row.Does(now, done) with
        {
            State = to,
            LastAt = done.At,
            SettledAt = RectificationLifecycle.Rows[to].IsOpen ? null : done.At,
            ClaimedBy = row.TakesUp ? done.By : now.ClaimedBy,
            Deadline = act.Until is null ? act.Deadline ?? now.Deadline : null,
            Until = act.Deadline is null ? act.Until ?? now.Until : null,
        };
    }

    private Rectification NewRound(Instant at) => this with
    {
        OpenedAt = at,
        ClaimedBy = null,
        OrderedBy = null,
        Limit = null,
        Deadline = null,
        Until = null,
        Extensions = 0,
        MendedBy = null,
        SubmittedAt = null,
        VerifiedBy = null,
        CaseFiledAt = null,
        Case = null,
    };
}

/// <summary>The number of a rectification in its book (整改编号), from 1 in the order reported; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<RectificationId>))]
public readonly record struct RectificationId(long Number) : ITextValue<RectificationId>
{
    static BilingualText ITextValue<RectificationId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static RectificationId Parse(string s, IFormatProvider? provider = null) => ITextValue<RectificationId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RectificationId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>True when there is no rectification.</summary>
    public bool IsNone => Number == 0;

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}

/// <summary>A measure that belongs to a rectification (关联措施): what it is, and where its own record is found.</summary>
public sealed record LinkedMeasure
{
    /// <summary>Names a measure.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="reference">The key of its own record, or the name of its paper: of the talk, the order, the recall or the referral.</param>
    /// <exception cref="ArgumentException">The reference is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public LinkedMeasure(MeasureKind kind, string reference)
    {
        TextRule.Name.Check(reference);
        _ = kind.Name();
        (Kind, Reference) = (kind, reference);
    }

    /// <summary>What it is.</summary>
    public MeasureKind Kind { get; }

    /// <summary>The key of its own record in the book of such measures or the user's platform.</summary>
    public string Reference { get; }

    /// <summary>The measure as people read it: "停产停业 T-7", "suspension T-7".</summary>
    public BilingualText Text => ($"{Kind.Name().Chinese} {Reference}", $"{Kind.Name().English} {Reference}");

    /// <summary>The measure in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>A measure that is taken because of a problem, beside its rectification (关联措施).</summary>
/// <remarks>Zero, the default, is no measure. The articles behind them are in <see cref="MeasureKinds"/>.</remarks>
public enum MeasureKind : byte
{
    /// <summary>A formal talk with the legal representative or main person in charge (责任约谈).</summary>
    [BilingualName("责任约谈", "formal talk")]
    FormalTalk = 1,

    /// <summary>The business stops production or trade (停产停业).</summary>
    [BilingualName("停产停业", "suspension")]
    Suspension = 2,

    /// <summary>Food is called back (召回).</summary>
    [BilingualName("召回", "recall")]
    Recall = 3,

    /// <summary>A suspected crime is sent to the police (移送公安).</summary>
    [BilingualName("移送公安", "referral to the police")]
    CriminalReferral = 4,
}

/// <summary>The articles behind each <see cref="MeasureKind"/>.</summary>
public static class MeasureKinds
{
    /// <summary>The article on which the measure rests, in the edition of the law in force on a day.</summary>
    /// <param name="kind">The measure.</param>
    /// <param name="on">The day of the measure.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static Citation Basis(this MeasureKind kind, LocalDate on) => FoodSafetyLaw.Article(kind.Named() switch
    {
        MeasureKind.FormalTalk => "114",
        MeasureKind.Suspension => "126",
        MeasureKind.Recall => "63",
        MeasureKind.CriminalReferral => "121",
    }, on);
}
