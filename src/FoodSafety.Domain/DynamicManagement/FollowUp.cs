using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>Something that somebody has to do because of a change, by when (后续事项).</summary>
/// <param name="Kind">What.</param>
/// <param name="Businesses">The businesses it is about: for a commitment to sign all that it is to name, for one to end those it names.</param>
/// <param name="Cadre">The cadre whose commitment it is; no id for all other kinds.</param>
/// <param name="Due">The last day, included, and whether it is provisional; null where no source sets one.</param>
/// <param name="Basis">Where the duty and its clock come from.</param>
public sealed record FollowUp(FollowUpKind Kind, ItemList<BusinessId> Businesses, CadreId Cadre, Deadline? Due, Citation Basis)
{
    /// <summary>What is to be done until when, as people read it, and whether that is provisional.</summary>
    public BilingualText Text => Due is { } due
        ? ($"{Kind.Name().Chinese}：{due.Text.Chinese}", $"{Kind.Name().English} {due.Text.English}")
        : Kind.Name();

    /// <summary>Who has to act.</summary>
    public BilingualText Actor => Kind.Named() switch
    {
        FollowUpKind.ReportState => ("市场监管部门", "the market bureau"),
        FollowUpKind.Retie or FollowUpKind.EndCommitment => ("食安办", "the food-safety office"),
        FollowUpKind.SignCommitment => ($"{Cadre}", $"{Cadre}"),
        FollowUpKind.AppointDirector => ($"{Businesses[0]}", $"{Businesses[0]}"),
    };
}
