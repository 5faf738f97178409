using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="InspectionForm"/>.</summary>
public static class InspectionForms
{
    /// <summary>The form as people read it.</summary>
    /// <param name="form">The form.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="form"/> is not one of the named values.</exception>
    public static BilingualText Name(this InspectionForm form) => form.Named() switch
    {
        InspectionForm.OnSite => ("现场", "on site"),
        InspectionForm.Grouped => ("集中督导", "grouped"),
        InspectionForm.GroupReport => ("集中汇报", "by report"),
        InspectionForm.Video => ("视频", "by video"),
    };
}
