using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A person may not hold a food-safety post (任职禁止), on a ground and for a time that the law says.</summary>
/// <remarks>Immutable. The employer of a barred person loses its own licence (食品安全法第一百三十五条).</remarks>
public sealed record PostBar
{
    /// <summary>States that a person is barred.</summary>
    /// <param name="person">The person.</param>
    /// <param name="ground">Why.</param>
    /// <param name="decided">The day of the decision, the sentence or the assessment.</param>
    /// <exception cref="ArgumentException">There is no person.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ground"/> is not one of the named values.</exception>
    public PostBar(StaffId person, PostBarGround ground, LocalDate decided)
    {
        Person = person.IsNone ? throw new ArgumentException("A bar is on a person.", nameof(person)) : person;
        Ground = ground;
        Decided = decided;
        Term = ground.BarFrom(decided);
    }

    /// <summary>The person.</summary>
    public StaffId Person { get; }

    /// <summary>Why.</summary>
    public PostBarGround Ground { get; }

    /// <summary>The day of the decision, the sentence or the assessment.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate Decided { get; }

    /// <summary>The days for which it holds; of a failed assessment until it was passed again.</summary>
    public Term Term { get; internal init; }

    /// <summary>Whether it keeps the person from a post: incapacity does not keep anyone from being the main person in charge.</summary>
    /// <param name="post">The post.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="post"/> is not one of the named values.</exception>
    public bool Bars(SafetyPost post) => (Ground, post.Named()) switch
    {
        (PostBarGround.LicenceRevoked or PostBarGround.FoodSafetyCrime, SafetyPost.MainPerson or SafetyPost.Director or SafetyPost.Officer) => true,
        (PostBarGround.FailedAssessment, SafetyPost.Director or SafetyPost.Officer) => true,
        (PostBarGround.FailedAssessment, SafetyPost.MainPerson) => false,
    };

    /// <summary>The law that bars, in the edition of the day of the decision.</summary>
    public Citation Basis => Ground.Basis(Decided);

    /// <summary>The bar as people read it.</summary>
    public BilingualText Text => (
        $"{Person} {Term.Text.Chinese}不得任职：{Ground.Name().Chinese}（{Basis.Text.Chinese}）",
        $"{Person} may hold no post {Term.Text.English}: {Ground.Name().English} ({Basis.Text.English})");

    /// <summary>The bar in both languages.</summary>
    public override string ToString() => Text.ToString();
}
