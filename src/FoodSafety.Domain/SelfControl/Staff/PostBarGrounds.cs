using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The grounds on which a person may not hold a post: their names, how long they bar, and the law.</summary>
public static class PostBarGrounds
{
    /// <summary>For how many years the revocation of a licence bars (五年), from the decision: Article 135.</summary>
    public const int YearsAfterRevocation = 5;

    /// <summary>The name of a ground.</summary>
    /// <param name="ground">The ground.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ground"/> is not one of the named values.</exception>
    public static BilingualText Name(this PostBarGround ground) => ground switch
    {
        PostBarGround.LicenceRevoked => ("所在企业被吊销许可证", "the licence of the enterprise was revoked"),
        PostBarGround.FoodSafetyCrime => ("因食品安全犯罪被判处有期徒刑以上刑罚", "sentenced to imprisonment for a food-safety crime"),
        PostBarGround.FailedAssessment => ("考核不具备食品安全管理能力", "found incapable in an assessment"),
        _ => throw Unknown(ground),
    };

    /// <summary>The law that bars on a ground, in the edition in force on a day.</summary>
    /// <param name="ground">The ground.</param>
    /// <param name="on">The day of the decision, the sentence or the assessment.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ground"/> is not one of the named values.</exception>
    public static Citation Basis(this PostBarGround ground, LocalDate on) => ground switch
    {
        PostBarGround.LicenceRevoked or PostBarGround.FoodSafetyCrime => FoodSafetyLaw.Article("135", on),
        PostBarGround.FailedAssessment => FoodSafetyLaw.Article("44", on),
        _ => throw Unknown(ground),
    };

    /// <summary>For which days a ground bars: five years, the day that has the date of the decision still among them, or without end.</summary>
    /// <param name="ground">The ground.</param>
    /// <param name="decided">The day of the decision, the sentence or the assessment.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ground"/> is not one of the named values.</exception>
    public static Term BarFrom(this PostBarGround ground, LocalDate decided) => ground switch
    {
        // The day of the decision is not counted, so the fifth anniversary is the last day of the five years.
        PostBarGround.LicenceRevoked => new Term(decided, decided.PlusYears(YearsAfterRevocation).PlusDays(1)),
        PostBarGround.FoodSafetyCrime or PostBarGround.FailedAssessment => new Term(decided),
        _ => throw Unknown(ground),
    };

    private static ArgumentOutOfRangeException Unknown(PostBarGround ground) =>
        new(nameof(ground), ground, "Allowed: 1 (LicenceRevoked) to 3 (FailedAssessment).");
}
