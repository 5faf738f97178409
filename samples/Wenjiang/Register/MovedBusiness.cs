using FoodSafety.Domain;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Standing;

namespace Wenjiang.Register;

/// <summary>A business whose tier became another, with what changed and the clause that decides now.</summary>
internal sealed record MovedBusiness(Business Business, Tier? From, Tier? To, BilingualText Change, BilingualText Rule)
{
    public static MovedBusiness Of(District district, StandingMove<Tier> move, BilingualText change) => new(
        district.Businesses.Register[move.Business], move.From.FindGrade(), move.To.FindGrade(), change,
        district.Tiers.HistoryOf(move.Business)[^1].Clause?.Title ?? default);
}
