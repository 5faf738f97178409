using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A region in which two versions of a policy give different grades (标准差异区域).</summary>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyDifference<TGrade> where TGrade : struct, Enum
{
    private readonly GradeScale<TGrade> _scale;

    internal PolicyDifference(GradeScale<TGrade> scale, TGrade? from, TGrade? to, Condition where, bool isExact, FactWitness? witness)
    {
        _scale = scale;
        (From, To, Where, IsExact, Witness) = (from, to, where, isExact, witness);
    }

    /// <summary>The grade by the old version; null for none.</summary>
    public TGrade? From { get; }

    /// <summary>The grade by the new version; null for none.</summary>
    public TGrade? To { get; }

    /// <summary>The keys of the changed clauses that cause it.</summary>
    public ItemList<string> Causes { get; internal init; } = [];

    /// <summary>
    /// The region. Regions between the same two grades may overlap; together they are all that goes from the one to the other, of entities that state the facts
    /// they name. That something is not stated is told only where no value of it goes there too.
    /// </summary>
    public Condition Where { get; }

    /// <summary>The region as people read it, numbers by their ranges: "diners per meal 400 to 499".</summary>
    public BilingualText WhereText { get; internal init; }

    /// <summary>
    /// False when what goes from the one grade to the other is too ragged to list: then all of it that states the facts named lies within
    /// <see cref="Where"/>, and the rest of that need not.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>An entity in the region; null where none could be made up, because the policies are too large.</summary>
    public FactWitness? Witness { get; }

    /// <summary>The difference as people read it, by itself.</summary>
    public BilingualText Text => Told(WhereText);

    /// <summary>The difference without what all differences have in common, which <see cref="PolicyDiff{TGrade}.Common"/> says once.</summary>
    public BilingualText ShortText => Told(OwnText);

    internal BilingualText OwnText { get; init; }

    /// <summary>The difference in English.</summary>
    public override string ToString() => Text.English;

    private BilingualText Told(BilingualText where)
    {
        var (from, to) = (Name(From), Name(To));
        return ($"{(IsExact ? "" : "部分情形，均属：")}{where.Chinese}{(where.IsEmpty ? "" : "：")}{from.Chinese} → {to.Chinese}",
                $"{(IsExact ? "" : "some of: ")}{where.English}{(where.IsEmpty ? "" : ": ")}{from.English} → {to.English}");
    }

    private BilingualText Name(TGrade? grade) => grade is { } known ? _scale.NameOf(known) : ("不予分级", "not graded");
}

/// <summary>A clause that is not the same in two versions of a policy (条款变动).</summary>
/// <param name="Id">Its key.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Old">The clause in the old version; null when it was added.</param>
/// <param name="New">The clause in the new version; null when it was removed.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ClauseChange(string Id, ClauseChangeKind Kind, PolicyClause? Old, PolicyClause? New)
{
    /// <summary>The change in words: <c>学校食堂，B 级：500 → 400 人</c>, "School canteen, tier B: 500 → 400 diners".</summary>
    public BilingualText Text { get; internal init; }
}

/// <summary>What became of a clause from one version of a policy to the next (条款变动).</summary>
/// <remarks>The default value 0 is no change and does not occur.</remarks>
public enum ClauseChangeKind
{
    /// <summary>The new version has it, the old one has not (新增).</summary>
    [BilingualName("新增", "added")]
    Added = 1,

    /// <summary>The old version has it, the new one has not (删除).</summary>
    [BilingualName("删除", "removed")]
    Removed = 2,

    /// <summary>Its grade, steps or condition are others, or it became a clause of another kind (修改).</summary>
    [BilingualName("修改", "changed")]
    Changed = 3,

    /// <summary>Only its title or its basis are others (文字修改).</summary>
    [BilingualName("文字修改", "reworded")]
    Reworded = 4,
}
