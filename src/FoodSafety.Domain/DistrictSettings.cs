using System.Collections.Immutable;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>What a process brings along for a district; whatever was decided about its past is an act (辖区运行设置).</summary>
/// <param name="Calendar">Which days are worked, and in which zone an instant is which day; in China <see cref="WorkingCalendar.China"/>.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DistrictSettings(WorkingCalendar Calendar)
{
    /// <summary>The facts that businesses have.</summary>
    public FactSchema Schema { get; init; } = BusinessFacts.Schema;

    /// <summary>The conditions in code that policies use, no two with the same key.</summary>
    public ItemList<CustomCondition> Conditions { get; init; }

    /// <summary>How soon recalls begin and end, by the day on which the risk was known (召回时限); the national ones by default.</summary>
    public Timeline<RecallTerms> RecallTerms { get; init; } = FoodSafety.Domain.Rectifications.RecallTerms.National;

    /// <summary>The facts that the district computes from what it knows, in the order in which they are computed, so that a later one may read an earlier one (派生指标).</summary>
    public ItemList<DerivedFact> Derived { get; init; }

    /// <summary>
    /// The sheets by which points are given, one of an id; none unless stated. What was given stands as it is when a sheet changes, and a score is asked for
    /// with the sheet that it goes by.
    /// </summary>
    public ItemList<ScoreSheet> ScoreSheets { get; init; }

    /// <summary>The facts that incidents state, and policies of incident grades ask for.</summary>
    public FactSchema IncidentSchema { get; init; } = IncidentFacts.Schema;

    /// <summary>Who reports an incident to whom within what time (初报规定), by the day on which it was registered; those that were found unless stated.</summary>
    public Func<LocalDate, ImmutableArray<ReportingRule>> ReportingRules { get; init; } = Emergencies.ReportingRules.BuiltIn;

    /// <summary>What the district asks of its rectifications.</summary>
    public RectificationRules Rectifications { get; init; } = new();

    /// <summary>Who may make which record of self-control, and how often it is due; one for each kind, those of Order 60 unless stated.</summary>
    /// <exception cref="ArgumentException">A kind has no duty, or two.</exception>
    public ItemList<SelfControlDuty> RecordDuties
    {
        get;
        init => field = value.Select(duty => duty.Kind).Order().SequenceEqual(SelfControlDuties.All.Select(duty => duty.Kind))
            ? value
            : throw new ArgumentException("Allowed: one duty for each kind of record.", nameof(RecordDuties));
    } = SelfControlDuties.All;

    /// <summary>How much code it brings along, for logs and the debugger.</summary>
    public override string ToString() => $"{Schema.Facts.Length} facts, {Derived.Length} of them derived, {Conditions.Length} conditions, {ScoreSheets.Length} score sheets";
}
