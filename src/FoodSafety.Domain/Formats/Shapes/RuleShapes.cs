using System.Collections.Immutable;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rules;

namespace FoodSafety.Domain.Formats;

/// <summary>How a rule with its basis stands in a file, and the rules of inspections, which are made of such.</summary>
internal static class RuleShapes
{
    private static readonly Shape<SeverityLevel> Level = Shape.Object<SeverityLevel>(f => new SeverityLevel(
        f.Get("severity", static level => level.Severity, InspectionShapes.Severity),
        f.Get("name", static level => level.Name, Shape.Bilingual)));

    private static readonly Shape<Rule<ItemList<InspectionForm>>> Forms = Rule(List(Shape.Enum<InspectionForm>()));

    private static readonly Shape<InspectionKindRules> OfKind = Shape.Object<InspectionKindRules>(f => new InspectionKindRules
    {
        Kind = f.Get("inspection", static rules => rules.Kind, Shape.Enum<InspectionKind>()),
        Inspectors = f.Get("inspectors", static rules => rules.Inspectors, Rule(Shape.Whole)),
        Certificates = f.Get("certificates", static rules => rules.Certificates, Rule(Shape.Flag)),
        Withdrawal = f.Get("withdrawal", static rules => rules.Withdrawal, Rule(Shape.Flag)),
        Forms = f.Get("forms", static rules => rules.Forms, Forms),
        HighRiskForms = f.Get("highRiskForms", static rules => rules.HighRiskForms, Forms),
        Extent = f.Get("extent", static rules => rules.Extent, Rule(Shape.Enum<InspectionExtent>())),
        Signature = f.Get("signature", static rules => rules.Signature, Rule(Shape.Flag)),
        Heaviest = f.Get("heaviest", static rules => rules.Heaviest, Rule(Shape.Enum<InspectionOutcome>())),
        Publication = f.Get("publication", static rules => rules.Publication, RuleOrNone(TimeShapes.Limit)),
    });

    private static readonly Shape<OutcomeClause> Clause = Shape.Object<OutcomeClause>(f => new OutcomeClause(
        f.Get("outcome", static clause => clause.Outcome, Shape.Enum<InspectionOutcome>()),
        f.Get("reason", static clause => clause.Reason, Shape.Bilingual),
        f.Get("basis", static clause => clause.Basis, SnapshotShapes.Citation))
    {
        Effects = f.List("effects", static clause => clause.Effects, Shape.Enum<ItemEffect>()),
        Severities = f.List("severities", static clause => clause.Severities, InspectionShapes.Severity),
        CorrectedOnTheSpot = f.FindValue("correctedOnTheSpot", static clause => clause.CorrectedOnTheSpot, Shape.Flag),
    });

    private static readonly Shape<InspectionRules> Inspections = Shape.Object<InspectionRules>(f => new InspectionRules
    {
        Severities = f.List("severities", static rules => rules.Severities, Level),
        Kinds = f.List("kinds", static rules => rules.Kinds, OfKind),
        Outcomes = f.List("outcomes", static rules => rules.Outcomes, Clause),
        RaisedBy = f.Get("raisedBy", static rules => rules.RaisedBy, Rule(Shape.Whole)),
        RestMonths = f.Get("restMonths", static rules => rules.RestMonths, Rule(Shape.Whole)),
    });

    /// <summary>The rules of inspections.</summary>
    public static readonly Shape<InspectionRulesLaidDown> InspectionsLaidDown = Shape.Object<InspectionRulesLaidDown>(f => new InspectionRulesLaidDown(
        f.Get("rules", static laid => laid.Rules, Inspections)));

    /// <summary>A value with where it comes from.</summary>
    public static Shape<Rule<T>> Rule<T>(Shape<T> value) => Shape.Object<Rule<T>>(f => new Rule<T>(
        f.Get("value", static rule => rule.Value, value),
        f.Get("basis", static rule => rule.Basis, SnapshotShapes.Citation)));

    /// <summary>A value that may be none, which then does not stand.</summary>
    public static Shape<Rule<T?>> RuleOrNone<T>(Shape<T> value) where T : class => Shape.Object<Rule<T?>>(f => new Rule<T?>(
        f.Find("value", static rule => rule.Value, value),
        f.Get("basis", static rule => rule.Basis, SnapshotShapes.Citation)));

    /// <summary>A list that is one value.</summary>
    public static Shape<ItemList<T>> List<T>(Shape<T> item) => new ItemListShape<T>(Shape.List(item));

    private sealed class ItemListShape<T>(Shape<ImmutableArray<T>> list) : Shape<ItemList<T>>
    {
        public override void Write(System.Text.Json.Utf8JsonWriter writer, ItemList<T> value) => list.Write(writer, value);

        public override ItemList<T> Read(JsonPart part) => list.Read(part);
    }
}
