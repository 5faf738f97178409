using FoodSafety.Domain.Acts;
using NodaTime;

namespace FoodSafety.Domain.Rules;

/// <summary>The rules of one sort were laid down (规定发布): all that hold, in the place of those before.</summary>
/// <remarks>
/// They count from the day of record on: what is done goes by the rules of its day that were laid down before it. What was decided by earlier
/// ones, or by those of the library, stands in the acts and stays. Rules that were a mistake are replaced by the earlier ones.
/// </remarks>
/// <typeparam name="TRules">The rules; they are values.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record RulesLaidDown<TRules> : Act<RuleBook<TRules>> where TRules : notnull
{
    private protected RulesLaidDown(TRules rules) => Rules = rules;

    /// <summary>The rules, all of them.</summary>
    /// <exception cref="ArgumentNullException">They are null.</exception>
    /// <exception cref="ArgumentException">They cannot hold together.</exception>
    public TRules Rules { get; init => field = Check(value ?? throw new ArgumentNullException(nameof(Rules))); }

    /// <summary>Refuses rules that cannot hold together.</summary>
    private protected virtual TRules Check(TRules rules) => rules;
}

/// <summary>The rules of one sort that a district goes by (规定台账): those that were laid down last, and until some were, those of the library.</summary>
/// <typeparam name="TRules">The rules.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RuleBook<TRules> : Book<RulesLaidDown<TRules>> where TRules : notnull
{
    private readonly Func<LocalDate, TRules?> _national;
    private readonly Trail<Done<RulesLaidDown<TRules>>> _laid;
    private readonly Func<TRules, IEnumerable<Refusal>>? _refusalsOf;

    /// <param name="national">What holds on a day while nothing was laid down; null, or empty, where nothing does.</param>
    /// <param name="undo">Where inverses go.</param>
    /// <param name="refusalsOf">What of the rules the district cannot go by; null where it goes by whatever they are.</param>
    internal RuleBook(Func<LocalDate, TRules?> national, UndoLog undo, Func<TRules, IEnumerable<Refusal>>? refusalsOf = null) => (_national, _laid, _refusalsOf) = (national, new(undo), refusalsOf);

    /// <summary>All rules that were laid down, in the order recorded (规定沿革).</summary>
    public IReadOnlyList<Done<RulesLaidDown<TRules>>> History => _laid.Items;

    /// <summary>
    /// The rules of a day as recorded at its end: those laid down last until then; where none were, those that the library holds for the day.
    /// Null, or empty, where it holds none.
    /// </summary>
    /// <param name="day">The day.</param>
    public TRules? FindOn(LocalDate day) => _laid.Items.RecordedBy(day) is { } laid ? laid.Act.Rules : _national(day);

    /// <summary>The rules by which an act is taken, or was: those of its day that were laid down before it.</summary>
    internal TRules? FindFor(Moment moment) =>
        _laid.Items.LastOrDefault(laid => laid.Moment.Today <= moment.On && moment.Place.IsAfter(laid.Moment.Place)) is { } laid ? laid.Act.Rules : _national(moment.On);

    /// <summary>The rules of a day as they were recorded before an entry.</summary>
    internal TRules? FindBefore(long entry, LocalDate day) => _laid.Items.LastOrDefault(laid => laid.Moment.Place.Entry < entry) is { } laid ? laid.Act.Rules : _national(day);

    private protected override Decision Decide(RulesLaidDown<TRules> act, Moment moment) => _refusalsOf is null ? act : Decision.Of(act, _refusalsOf(act.Rules));

    private protected override void Evolve(RulesLaidDown<TRules> act, Moment moment) => _laid.Add(new(act, moment));
}
