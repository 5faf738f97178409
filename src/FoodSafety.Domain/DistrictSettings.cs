using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain;

/// <summary>What a process brings along for a district; whatever was decided about its past is an act (辖区运行设置).</summary>
/// <param name="Calendar">
/// Which days are worked before any year is laid down, and in which zone an instant is which day; in China <see cref="WorkingCalendar.China"/>, the
/// years of which this library knows the notices. What the district goes by since stands in its journal: <see cref="District.Calendar"/>.
/// </param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DistrictSettings(WorkingCalendar Calendar)
{
    /// <summary>The facts that businesses have.</summary>
    public FactSchema Schema { get; init; } = BusinessFacts.Schema;

    /// <summary>The conditions in code that policies use, no two with the same key.</summary>
    public ItemList<CustomCondition> Conditions { get; init; }

    /// <summary>The gradings of the place's own beside the tiers and the risk grades (自定分级), each by the scale of an enum that has a <see cref="GradingKeyAttribute"/>.</summary>
    /// <exception cref="ArgumentException">Two have the same key, or one has that of the tiers or the risk grades.</exception>
    /// <exception cref="InvalidOperationException">An enum has no key.</exception>
    public ItemList<GradeScale> Gradings
    {
        get;
        init => field = value.Select(scale => scale.Key).Append(Tiers.Scale.Key).Append(RiskGrades.Scale.Key).GroupBy(key => key).FirstOrDefault(same => same.Count() > 1) is { Key: var twice }
            ? throw new ArgumentException($"The grading '{twice}' stands twice.", nameof(Gradings))
            : value;
    }

    /// <summary>The scales of every grading of a district (全部分级): of the tiers, of the risk grades, and those of the place's own.</summary>
    public IEnumerable<GradeScale> Scales => [Tiers.Scale, RiskGrades.Scale, .. Gradings];

    /// <summary>The facts that the district computes from what it knows, in the order in which they are computed, so that a later one may read an earlier one (派生指标).</summary>
    public ItemList<DerivedFact> Derived { get; init; }

    /// <summary>The place's own counts beside those of the library, in the order in which they are shown (自定指标): they stand in scorecards, comparisons, tables and published reports.</summary>
    /// <exception cref="ArgumentException">Two have the same code, one is not counted by anything, is a part of what nobody counts, or has a code that a file or table of the library has for something else.</exception>
    public ItemList<ScorecardMeasure> Measures
    {
        get;
        init
        {
            foreach (var measure in value)
            {
                if (measure.Count is null || measure.PartOf is { Place: < 0 } whole && !value.Contains(whole))
                {
                    throw new ArgumentException($"Nothing counts the measure '{(measure.Count is null ? measure : measure.PartOf)}'. Allowed: measures of one's own, parts of each other or of the library's.", nameof(Measures));
                }
            }

            var taken = ScorecardMeasure.TakenCodes.Concat(ScorecardMeasure.All.Select(measure => measure.Code)).Distinct();
            field = taken.Concat(value.SelectMany(measure => measure.Codes)).GroupBy(code => code).FirstOrDefault(same => same.Count() > 1) is { Key: var twice }
                ? throw new ArgumentException($"The measure '{twice}' stands twice, or the library has the word in its files. Allowed: a code of one's own.", nameof(Measures))
                : value;
        }
    }

    /// <summary>The facts that incidents state, and policies of incident grades ask for.</summary>
    public FactSchema IncidentSchema { get; init; } = IncidentFacts.Schema;

    /// <summary>How much code it brings along, for logs and the debugger.</summary>
    public override string ToString() => $"{Schema.Facts.Length} facts, {Derived.Length} of them derived, {Conditions.Length} conditions, {Measures.Length} measures";
}
