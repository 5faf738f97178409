using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A suspected crime on its way from the bureau to the police and on (移送涉嫌犯罪案件).</summary>
/// <remarks>Immutable. A step that is late is taken all the same and stands in <see cref="LateSteps"/>; only the right to ask for review ends with its limit.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CriminalReferral
{
    private CriminalReferral(ReferralAct proposed) =>
        (Id, Business, Source, Penalties) = (proposed.Id, proposed.Business!.Value, proposed.Source, proposed.Penalties);

    /// <summary>Its number.</summary>
    public ReferralId Id { get; }

    /// <summary>The business.</summary>
    public BusinessId Business { get; }

    /// <summary>The finding or case from which it comes: a key in the user's platform; null where there is none.</summary>
    public string? Source { get; }

    /// <summary>Where it stands.</summary>
    public ReferralState State { get; private init; }

    /// <summary>Since when its limits run: it came into the state, or to the police that have it.</summary>
    public Instant Since { get; internal init; }

    /// <summary>The steps that were taken after their limit, in order (逾期事项).</summary>
    public ItemList<Done<ReferralAct>> LateSteps { get; private init; } = [];

    /// <summary>The police body that has it or had it last; null before it is sent.</summary>
    public string? PoliceBody { get; internal init; }

    /// <summary>All penalties, those decided before the referral first.</summary>
    public ItemList<ReferralPenalty> Penalties { get; internal init; }

    /// <summary>The penalties that a transfer does not stop (不停止执行), Order 310 Art. 11.</summary>
    public ItemList<ReferralPenalty> PenaltiesThatRun => [.. Penalties.Where(penalty => penalty.KeepsRunning)];

    /// <summary>The fines in yuan that a court sets off against its own (折抵罚金), Order 310 Art. 11.</summary>
    public decimal FinesToSetOff => Penalties.Sum(penalty => penalty.Fine);

    internal Instant LastAt { get; private init; }

    /// <summary>The clocks that run in the present state, as they read at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="calendar">By which they run: the zone in which days end, and which days are worked where a limit asks.</param>
    public ImmutableArray<ReferralClock> ClocksOn(Instant at, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return [.. ReferralLifecycle.Rows[State].Limits.Select(limit => new ReferralClock(limit, Since, limit.Limit.After(Since, calendar), at))];
    }

    /// <summary>The referral after a step that was decided: what was taken once is taken again.</summary>
    internal static CriminalReferral After(CriminalReferral? before, Done<ReferralAct> done, WorkingCalendar calendar)
    {
        var (act, at) = (done.Act, done.At);
        var now = before ?? new CriminalReferral(act);
        var isLate = before?.ClocksOn(at, calendar).Any(clock => clock.Steps.Contains(act.Step) && clock.Deadline.IsOverdue(at)) == true;
        return ReferralLifecycle.Rows[act.Step].Does(now, done) with
        {
            State = ReferralLifecycle.Rows.After(before?.State, act.Step),
            LastAt = at,
            LateSteps = isLate ? now.LateSteps.Add(done) : now.LateSteps,
        };
    }
}

/// <summary>The number of a referral (移送编号), given by the platform; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
[JsonConverter(typeof(NumberJsonConverter<ReferralId>))]
public readonly record struct ReferralId(long Number) : ITextValue<ReferralId>
{
    static BilingualText ITextValue<ReferralId>.Allowed => IdNumber.Allowed;

    /// <summary>Reads a number.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is no such number.</exception>
    public static ReferralId Parse(string s, IFormatProvider? provider = null) => ITextValue<ReferralId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">A whole number, 1 or more, in the digits 0 to 9 alone.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ReferralId result)
    {
        result = IdNumber.TryParse(s, out var number) ? new(number) : default;
        return result.Number > 0;
    }

    /// <summary>The number.</summary>
    public override string ToString() => IdNumber.Show(Number);
}
