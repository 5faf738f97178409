using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Inspections;

/// <summary>Who carries out an inspection, and how (检查组).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionTeam
{
    /// <summary>Puts a team together.</summary>
    /// <param name="form">How the inspection is carried out.</param>
    /// <param name="inspectors">Who takes part; a person who stands twice counts once.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="form"/> is not one of the named values.</exception>
    public InspectionTeam(InspectionForm form, params ReadOnlySpan<Inspector> inspectors)
    {
        _ = form.Name();
        (Form, Inspectors) = (form, [.. inspectors]);
    }

    /// <summary>How the inspection is carried out.</summary>
    public InspectionForm Form { get; }

    /// <summary>Who takes part, in the order given.</summary>
    public ItemList<Inspector> Inspectors { get; }

    /// <summary>The cadre whose visit it is (督导干部): the first one of the team; no id when there is none.</summary>
    public CadreId Cadre => Inspectors.Select(inspector => inspector.Cadre).FirstOrDefault(cadre => !cadre.IsNone);

    /// <summary>How many persons take part, each counted once.</summary>
    public int Count => Inspectors.Select(inspector => inspector.Key).Distinct(StringComparer.Ordinal).Count();
}
