using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Emergencies;

/// <summary>Built-in policies of incident grades (内置事故分级标准), and the files of others.</summary>
public static class IncidentPolicies
{
    /// <summary>Reads and writes files of incident grades (事故分级标准文件) over <see cref="IncidentFacts"/>; with other facts, make a <see cref="PolicyFile{TGrade}"/>.</summary>
    public static PolicyFile<IncidentGrade> File { get; } = new(IncidentGrades.Scale, IncidentFacts.Schema.Facts);

    /// <summary>
    /// The grades by a manual of Jiangsu (江苏手册), known from copies and therefore illustrative: the harmed, the dead, schools and
    /// events, spread, and what governments find.
    /// </summary>
    /// <remarks>
    /// What meets no criterion is below the table and not graded. Provinces and cities write plans of their own: read theirs
    /// with <see cref="File"/>, or start from this with <see cref="GradingPolicy{TGrade}.Draft"/>.
    /// </remarks>
    public static GradingPolicy<IncidentGrade> Jiangsu2022 { get; } = File.Read(EmbeddedText.Read("Emergencies.Policies.incident-grade.2022.1.json"));

    /// <summary>
    /// The grades of Sichuan by press reports on its plan of 2017 (四川，示意): I from 30 deaths, or where the food came into two provinces with
    /// especially grave harm; II from 10 deaths, or 100 harmed with a death. Illustrative throughout.
    /// </summary>
    /// <remarks>
    /// The reports leave out grades III and IV and what governments find: the criteria of <see cref="Jiangsu2022"/> stand in and say so. A trial plan of November 2021 followed,
    /// whose text was not found: a draft to start from, not the rule of today.
    /// </remarks>
    public static GradingPolicy<IncidentGrade> Sichuan2017 { get; } = File.Read(EmbeddedText.Read("Emergencies.Policies.incident-grade-sichuan.2017.1.json"));
}
