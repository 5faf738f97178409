using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>One thing that is wrong with one cadre or one post of a roster (干部名册差错).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CadreRosterFault
{
    internal CadreRosterFault(CadreRosterFaultKind kind, CadreId cadre, Post? post = null, Post? other = null)
    {
        Kind = kind;
        Cadre = cadre;
        Post = post;
        Other = other;
    }

    /// <summary>What is wrong (差错类型).</summary>
    public CadreRosterFaultKind Kind { get; }

    /// <summary>The cadre (干部).</summary>
    public CadreId Cadre { get; }

    /// <summary>The post (职务); null where the cadre is at fault.</summary>
    public Post? Post { get; }

    /// <summary>The post that it overlaps (重叠职务); null unless that is the fault.</summary>
    public Post? Other { get; }

    /// <summary>The fault as people read it: who, which post, and what is wrong.</summary>
    public BilingualText Text
    {
        get
        {
            var (chinese, english) = Kind switch
            {
                CadreRosterFaultKind.DuplicateCadre => ("编号重复。", "another cadre has the same id."),
                CadreRosterFaultKind.UnknownCadre => ("没有这名干部。", "there is no such cadre."),
                CadreRosterFaultKind.UnknownArea => ($"区划树中没有代码 {Post!.Area}。", $"area {Post.Area} is not in the tree."),
                CadreRosterFaultKind.OverlappingPosts => (
                    $"与同一区划的“{Other!.Title}”（{Other.Term.Text.Chinese}）任期重叠。",
                    $"it overlaps '{Other.Title}' in the same area ({Other.Term.Text.English})."),
                CadreRosterFaultKind.NegativeCapacity => ($"包保上限为 {Post!.Capacity}，不得为负。", $"its capacity is {Post.Capacity}; allowed: 0 or more."),
                CadreRosterFaultKind.EmptyTerm => ($"任期（{Post!.Term.Text.Chinese}）不含任何一天。", $"no day is in its term ({Post.Term.Text.English})."),
            };
            return Post is null
                ? ($"干部 {Cadre}：{chinese}", $"Cadre {Cadre}: {english}")
                : ($"干部 {Cadre} 在 {Post.Area} 的“{Post.Title}”：{chinese}", $"Post '{Post.Title}' of cadre {Cadre} in {Post.Area}: {english}");
        }
    }

    /// <summary>The fault in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>Why a cadre or a post cannot stand in a roster (干部名册差错).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum CadreRosterFaultKind
{
    /// <summary>Another cadre has the same id (干部重复).</summary>
    [BilingualName("干部重复", "duplicate cadre")]
    DuplicateCadre = 1,

    /// <summary>The holder of a post is not among the cadres (干部不存在).</summary>
    [BilingualName("干部不存在", "unknown cadre")]
    UnknownCadre = 2,

    /// <summary>The area of a post is not in the tree (区划不存在).</summary>
    [BilingualName("区划不存在", "unknown area")]
    UnknownArea = 3,

    /// <summary>A cadre holds two posts in one area at the same time (任职重叠).</summary>
    [BilingualName("任职重叠", "overlapping posts")]
    OverlappingPosts = 4,

    /// <summary>The capacity of a post is negative (包保上限为负).</summary>
    [BilingualName("包保上限为负", "negative capacity")]
    NegativeCapacity = 5,

    /// <summary>A post is held on no day (任期为空).</summary>
    [BilingualName("任期为空", "empty term")]
    EmptyTerm = 6,
}

/// <summary>Cadres and posts cannot become a roster (干部名册有误): every fault is told.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CadreRosterException : Exception, IBilingualError
{
    internal CadreRosterException(ImmutableArray<CadreRosterFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>All faults: those of cadres first, then those of posts in the order given; at least one.</summary>
    public ImmutableArray<CadreRosterFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<CadreRosterFault> faults) =>
        FaultSummary.Of(("干部名册", "Faults in the roster"), faults, static fault => fault.Text);
}
