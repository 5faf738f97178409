using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace Wenjiang.Register;

/// <summary>A business whose tier became another, with what changed and the clause that decides now.</summary>
internal sealed record MovedBusiness(Business Business, Tier? From, Tier? To, BilingualText Change, BilingualText Rule)
{
    public static MovedBusiness Of(BusinessRegister register, Regrading<Tier> regrading, GradeMove<Tier> move, BilingualText change) => new(
        register.At(move.Row), move.From.FindGrade(), move.To.FindGrade(), change, regrading.Policy.ClauseOf(move.To).Title);
}
