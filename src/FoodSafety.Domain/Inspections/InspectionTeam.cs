using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
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

/// <summary>Someone who takes part in an inspection (检查人员), with what the person declares for it.</summary>
public sealed record Inspector
{
    /// <summary>Takes a person as inspector.</summary>
    /// <param name="key">The key of the person in the user's platform.</param>
    /// <param name="certificate">The number of the enforcement certificate or of the task paper; null for a person who has neither.</param>
    /// <param name="cadre">The cadre that the person is; the default for a person who is none.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public Inspector(string key, string? certificate = null, CadreId cadre = default)
    {
        TextRule.Key.Check(key);
        TextRule.Name.CheckAny(certificate);
        (Key, Certificate, Cadre) = (key, certificate, cadre);
    }

    /// <summary>The key of the person in the user's platform.</summary>
    public string Key { get; }

    /// <summary>The number of the enforcement certificate (执法证件) or task paper (检查任务书); null when there is neither.</summary>
    public string? Certificate { get; }

    /// <summary>The cadre that the person is (包保干部); no id for a person who is none.</summary>
    public CadreId Cadre { get; }

    /// <summary>The businesses in which the person has an interest (利害关系); empty when none is declared.</summary>
    public ItemList<BusinessId> Interests { get; init; }

    /// <summary>Whether the person has to withdraw from an inspection (回避): of a business of interest, or of the person as cadre.</summary>
    /// <param name="subject">What is inspected.</param>
    public bool MustWithdrawFrom(InspectionSubject subject) => subject.Kind switch
    {
        InspectionSubjectKind.Business => Interests.Contains(subject.Business),
        InspectionSubjectKind.Cadre => subject.Cadre == Cadre,
        0 or InspectionSubjectKind.Area => false,
    };
}
