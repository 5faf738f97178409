using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>The grades of some grading in their order, whatever their enum (等级序列).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class GradeScale
{
    private protected GradeScale()
    {
    }

    /// <summary>The word by which the grading is known in a journal.</summary>
    /// <exception cref="InvalidOperationException">The enum has no <see cref="GradingKeyAttribute"/>, or one with a word that may not be.</exception>
    public abstract string Key { get; }

    /// <summary>Orders grades, each under the name that its <see cref="BilingualNameAttribute"/> gives it.</summary>
    /// <param name="mildestFirst">The grades from the mildest to the strictest, each once.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">There is no grade, more than 64, or one stands twice.</exception>
    /// <exception cref="InvalidOperationException">A grade has no name.</exception>
    public static GradeScale<TGrade> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TGrade>(params ReadOnlySpan<TGrade> mildestFirst)
        where TGrade : struct, Enum
    {
        var named = new (TGrade, BilingualText)[mildestFirst.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = (mildestFirst[i], mildestFirst[i].Name());
        }

        return new(named);
    }

    /// <summary>Does something that asks for the enum.</summary>
    internal abstract T Accept<T>(IGradeScaleVisitor<T> visitor);
}

/// <summary>What is done with a scale of whichever enum.</summary>
internal interface IGradeScaleVisitor<out T>
{
    T Visit<TGrade>(GradeScale<TGrade> scale) where TGrade : struct, Enum;
}

/// <summary>The grades of a policy in their order, from the mildest to the strictest (等级序列).</summary>
/// <remarks>
/// The order belongs to the scale and not to the letters: among tiers A is the strictest, among risk grades D is.
/// Immutable. At most 64 grades.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GradeScale<TGrade> : GradeScale where TGrade : struct, Enum
{
    private const int MostGrades = 64;

    private readonly Dictionary<TGrade, int> _strictness = [];
    private readonly ImmutableArray<BilingualText> _names;

    /// <summary>Orders grades.</summary>
    /// <param name="mildestFirst">The grades with their names, from the mildest to the strictest, each once.</param>
    /// <exception cref="ArgumentException">There is no grade, more than 64, or one stands twice.</exception>
    public GradeScale(params ReadOnlySpan<(TGrade Grade, BilingualText Name)> mildestFirst)
    {
        if (mildestFirst.Length is 0 or > MostGrades)
        {
            throw new ArgumentException($"A scale has 1 to {MostGrades} grades, not {mildestFirst.Length}.", nameof(mildestFirst));
        }

        var grades = ImmutableArray.CreateBuilder<TGrade>(mildestFirst.Length);
        var names = ImmutableArray.CreateBuilder<BilingualText>(mildestFirst.Length);
        foreach (var (grade, name) in mildestFirst)
        {
            if (!_strictness.TryAdd(grade, grades.Count))
            {
                throw new ArgumentException($"The grade {grade} stands twice in the scale.", nameof(mildestFirst));
            }

            grades.Add(grade);
            names.Add(name);
        }

        MildestFirst = grades.MoveToImmutable();
        _names = names.MoveToImmutable();
    }

    private GradeScale(GradeScale<TGrade> scale, BilingualText meaning)
        : this([.. scale.MildestFirst.Select(grade => (grade, scale.NameOf(grade)))]) => Meaning = meaning;

    /// <summary>The grades from the mildest to the strictest.</summary>
    public ImmutableArray<TGrade> MildestFirst { get; }

    /// <summary>What the grades say and do not say, for those who get one (等级含义); empty unless said.</summary>
    public BilingualText Meaning { get; }

    /// <inheritdoc/>
    public override string Key => GradingKey.Of<TGrade>();

    /// <summary>How many grades there are.</summary>
    public int Count => MildestFirst.Length;

    /// <summary>Whether a grade is of this scale.</summary>
    /// <param name="grade">The grade.</param>
    public bool Contains(TGrade grade) => _strictness.ContainsKey(grade);

    /// <summary>How strict a grade is: 0 for the mildest, <see cref="Count"/> - 1 for the strictest.</summary>
    /// <param name="grade">The grade.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grade is not of this scale.</exception>
    public int StrictnessOf(TGrade grade) => _strictness.TryGetValue(grade, out var strictness)
        ? strictness
        : throw new ArgumentOutOfRangeException(nameof(grade), grade, $"Allowed: {string.Join(", ", MildestFirst)}.");

    /// <summary>The name of a grade.</summary>
    /// <param name="grade">The grade.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grade is not of this scale.</exception>
    public BilingualText NameOf(TGrade grade) => _names[StrictnessOf(grade)];

    /// <summary>The grade some steps stricter, or milder when negative, stopping at either end.</summary>
    /// <param name="grade">The grade to start from.</param>
    /// <param name="steps">How many steps; negative goes towards the mildest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grade is not of this scale.</exception>
    public TGrade Move(TGrade grade, int steps) =>
        MildestFirst[(int)Math.Clamp((long)StrictnessOf(grade) + steps, 0, Count - 1)];

    /// <summary>The scale with words for what its grades say and do not say: that A is large and not good.</summary>
    /// <param name="meaning">The words, a few sentences.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public GradeScale<TGrade> WithMeaning(BilingualText meaning) => new(this, TextRule.Note.Check(meaning));

    internal override T Accept<T>(IGradeScaleVisitor<T> visitor) => visitor.Visit(this);
}
