using FoodSafety.Domain.Areas;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Formats;

/// <summary>How the frequencies and intervals of inspections stand in a journal.</summary>
internal static class FrequencyShapes
{
    private static readonly Shape<GradeSelection> Selection = Shape.Object<GradeSelection>(f => new GradeSelection(
        f.Get("grading", static some => some.Grading, Shape.Text),
        f.List("grades", static some => some.Grades, Shape.Text)));

    /// <summary>The rules, whose conditions may name the facts of a schema and conditions in code.</summary>
    public static Shape<FrequenciesLaidDown> LaidDown(FactSchema schema, IEnumerable<CustomCondition> conditions)
    {
        var condition = ConditionShape.Of(new PolicyVocabulary(schema.Facts, conditions));
        var frequency = Shape.Object<InspectionFrequency>(f => new InspectionFrequency(
            f.Get("id", static rule => rule.Id, Shape.Text),
            f.Get("name", static rule => rule.Name, Shape.Bilingual),
            f.Get("inspection", static rule => rule.Kind, Shape.Enum<InspectionKind>()),
            f.Get("cadence", static rule => rule.Cadence, TimeShapes.CalendarCadence),
            f.Get("basis", static rule => rule.Basis, SnapshotShapes.Citation))
        {
            Periods = f.Get("periods", static rule => rule.Periods, Shape.Whole, usual: 1),
            BeforeHolidays = f.FindValue("beforeHolidays", static rule => rule.BeforeHolidays, Shape.Whole),
            Times = f.Get("times", static rule => rule.Times, Shape.Whole, usual: 1),
            FullOnly = f.Get("fullOnly", static rule => rule.FullOnly, Shape.Flag, usual: false),
            ResponsibleOnly = f.Get("responsibleOnly", static rule => rule.ResponsibleOnly, Shape.Flag, usual: false),
            Tiers = f.List("tiers", static rule => rule.Tiers, SnapshotShapes.Grade(Tiers.Scale)),
            Levels = f.List("levels", static rule => rule.Levels, Shape.Enum<AreaLevel>()),
            Grades = f.List("grades", static rule => rule.Grades, Selection),
            When = f.Find("when", static rule => rule.When, condition),
            Areas = f.List("areas", static rule => rule.Areas, SnapshotShapes.AreaCode),
            BodyLevel = f.Get("bodyLevel", static rule => rule.BodyLevel, Shape.Enum<AreaLevel>(), usual: AreaLevel.District),
            InForce = f.Get("inForce", static rule => rule.InForce, SnapshotShapes.Term, usual: default),
            EndedBy = f.Find("endedBy", static rule => rule.EndedBy, SnapshotShapes.Citation),
        });
        var interval = Shape.Object<InspectionInterval>(f => new InspectionInterval(
            f.Get("id", static rule => rule.Id, Shape.Text),
            f.Get("name", static rule => rule.Name, Shape.Bilingual),
            f.Get("inspection", static rule => rule.Kind, Shape.Enum<InspectionKind>()),
            f.Get("least", static rule => rule.Least, Shape.Whole, usual: 0),
            f.Get("most", static rule => rule.Most, Shape.Whole),
            f.Get("unit", static rule => rule.Unit, Shape.Enum<IntervalUnit>()),
            f.Get("basis", static rule => rule.Basis, SnapshotShapes.Citation))
        {
            After = f.List("after", static rule => rule.After, Shape.Enum<InspectionKind>()),
            FullOnly = f.Get("fullOnly", static rule => rule.FullOnly, Shape.Flag, usual: false),
            Grades = f.List("grades", static rule => rule.Grades, Selection),
            When = f.Find("when", static rule => rule.When, condition),
            Areas = f.List("areas", static rule => rule.Areas, SnapshotShapes.AreaCode),
            InForce = f.Get("inForce", static rule => rule.InForce, SnapshotShapes.Term, usual: default),
        });
        var policy = Shape.Object<FrequencyPolicy>(f => new FrequencyPolicy(f.List("frequencies", static rules => rules.Frequencies, frequency))
        {
            Intervals = f.List("intervals", static rules => rules.Intervals, interval),
        });
        return Shape.Object<FrequenciesLaidDown>(f => new FrequenciesLaidDown(f.Get("rules", static laid => laid.Rules, policy)));
    }
}
