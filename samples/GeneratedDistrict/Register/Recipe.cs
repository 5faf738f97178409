using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace GeneratedDistrict.Register;

/// <summary>A group of businesses to generate, and the ranges from which their facts are drawn.</summary>
/// <param name="Aim">The tier the ranges are meant for. It is never written to a business: the grader decides.</param>
/// <param name="Type">Their type.</param>
/// <param name="Count">How many.</param>
/// <param name="Staff">People employed.</param>
/// <param name="Revenue">Annual revenue in units of 10,000 yuan.</param>
/// <param name="Diners">Diners per meal.</param>
/// <param name="Floor">Floor area in square metres.</param>
public sealed record Recipe(Tier Aim, BusinessType Type, int Count, Between Staff, Between Revenue, Between Diners, Between Floor)
{
    public bool IsChainHeadquarters { get; init; }
}
