using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A region in which two versions of a policy give different grades (标准差异区域).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyDifference<TGrade> where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;

    internal PolicyDifference(GradeScale<TGrade> scale, TGrade? from, TGrade? to, Condition where, bool isExact, FactWitness witness)
    {
        _scale = scale;
        (From, To, Where, IsExact, Witness) = (from, to, where, isExact, witness);
    }

    /// <summary>The grade by the old version; null for none.</summary>
    public TGrade? From { get; }

    /// <summary>The grade by the new version; null for none.</summary>
    public TGrade? To { get; }

    /// <summary>The region. Regions between the same two grades may overlap; together they are all that goes from the one to the other.</summary>
    public Condition Where { get; }

    /// <summary>
    /// False when what goes from the one grade to the other is too ragged to list: then all of it lies within
    /// <see cref="Where"/>, and the rest of that need not.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>An entity in the region.</summary>
    public FactWitness Witness { get; }

    /// <summary>The difference as people read it.</summary>
    public BilingualText Text
    {
        get
        {
            var (from, to) = (Name(From), Name(To));
            return ($"{(IsExact ? "" : "部分情形，均属：")}{Where.Text.Chinese}：{from.Chinese} → {to.Chinese}",
                    $"{(IsExact ? "" : "some of: ")}{Where.Text.English}: {from.English} → {to.English}");
        }
    }

    /// <summary>The difference in English.</summary>
    public override string ToString() => Text.English;

    private BilingualText Name(TGrade? grade) => grade is { } known ? _scale.NameOf(known) : ("不予分级", "not graded");
}
