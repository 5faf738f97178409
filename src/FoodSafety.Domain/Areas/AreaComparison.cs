using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Areas;

/// <summary>By what an area of one list is taken for one of another, or might be (认定依据).</summary>
/// <remarks>Zero, the default, is none.</remarks>
public enum AreaEvidence : byte
{
    /// <summary>Code and name are the same, under the same area (代码、名称相同).</summary>
    [BilingualName("代码、名称相同", "the same code and name")]
    CodeAndName = 1,

    /// <summary>The name is the same, under the same area, and the code another (名称相同).</summary>
    [BilingualName("同一上级下名称相同", "the same name under the same area")]
    Name = 2,

    /// <summary>The specific part of the name is the same, under the same area, and the generic one another (专名相同): 镇 became 街道.</summary>
    [BilingualName("同一上级下专名相同、通名不同", "the same name but for the kind of area")]
    SpecificName = 3,

    /// <summary>The code is the same, under the same area, and the name another (代码相同).</summary>
    [BilingualName("同一上级下代码相同", "the same code under the same area")]
    Code = 4,

    /// <summary>The name is the same and no other area near has it, under another area (名称相同，改属其他上级).</summary>
    [BilingualName("名称相同，改属其他上级", "the same name under another area")]
    NameElsewhere = 5,

    /// <summary>Areas inside the one stand in the other since (下级区划划转).</summary>
    [BilingualName("下级区划划转", "areas inside it")]
    AreasInside = 6,

    /// <summary>Somebody decided it (人工认定).</summary>
    [BilingualName("人工认定", "decided by hand")]
    Decided = 7,

    /// <summary>The names look alike (名称相近); by that alone nothing is taken for anything.</summary>
    [BilingualName("名称相近", "a name that looks alike")]
    NearName = 8,
}

/// <summary>What became of some areas between two lists (区划变更类型).</summary>
/// <remarks>Zero, the default, is none.</remarks>
public enum AreaChangeKind : byte
{
    /// <summary>Another name and the same code (更名).</summary>
    [BilingualName("更名", "renamed")]
    Renamed = 1,

    /// <summary>Another code, with the same name or another (代码变更).</summary>
    [BilingualName("代码变更", "recoded")]
    Recoded = 2,

    /// <summary>Several became one (合并).</summary>
    [BilingualName("合并", "merged")]
    Merged = 3,

    /// <summary>One became several (拆分).</summary>
    [BilingualName("拆分", "split")]
    Split = 4,

    /// <summary>Several became several (调整).</summary>
    [BilingualName("调整", "rearranged")]
    Rearranged = 5,

    /// <summary>Nothing has its ground since (撤销); only a decision says so.</summary>
    [BilingualName("撤销", "abolished")]
    Abolished = 6,

    /// <summary>It is none of the areas before (新设); only a decision says so.</summary>
    [BilingualName("新设", "created")]
    Created = 7,

    /// <summary>It is in the list before only, and somebody has to say what became of it (去向待定).</summary>
    [BilingualName("去向待定", "gone, to be decided")]
    Gone = 8,

    /// <summary>It is in the list after only, and somebody has to say what it was (来源待定).</summary>
    [BilingualName("来源待定", "new, to be decided")]
    New = 9,
}

/// <summary>That an area is taken for another, or might be (区划对应).</summary>
/// <param name="From">The area of the list before.</param>
/// <param name="To">The area of the list after.</param>
/// <param name="Evidence">By what.</param>
/// <param name="Inside">Of <see cref="AreaEvidence.AreasInside"/>, how many areas inside the one stand in the other; else 0.</param>
/// <param name="OfInside">Of how many; else 0.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AreaMatch(ListedArea From, ListedArea To, AreaEvidence Evidence, int Inside = 0, int OfInside = 0)
{
    /// <summary>By what, as people read it.</summary>
    public BilingualText Reason => Evidence == AreaEvidence.AreasInside ? ($"{OfInside} 个下级区划中 {Inside} 个划转", $"{Inside} of {OfInside} areas inside") : Evidence.Name();
}

/// <summary>Some areas of the list before and those that they are in the list after (区划变更).</summary>
/// <param name="Kind">What became of them.</param>
/// <param name="From">The areas before, by code.</param>
/// <param name="To">The areas after, by code.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AreaChange(AreaChangeKind Kind, ItemList<ListedArea> From, ItemList<ListedArea> To)
{
    /// <summary>Which became which, and by what that is known; none of what is abolished, created or to be decided.</summary>
    public ItemList<AreaMatch> Matches { get; init; }

    /// <summary>Of what is to be decided, what it might be: the likeliest first, five at the most.</summary>
    public ItemList<AreaMatch> Candidates { get; init; }

    /// <summary>Whether the area above is to be decided first: then most that is inside is found by its name (随上级认定).</summary>
    public bool IsInsideUndecided { get; init; }

    /// <summary>From which day, as it was decided; null where nobody said (变更日期).</summary>
    public LocalDate? On { get; init => field = value?.Iso(); }

    /// <summary>Why, as it was decided; null where nobody said (说明).</summary>
    public string? Note { get; init => field = value is null ? null : TextRule.Note.Check(value, nameof(Note)); }

    /// <summary>Whether somebody has to say what became of it, or what it was.</summary>
    public bool IsUndecided => Kind switch
    {
        AreaChangeKind.Gone or AreaChangeKind.New => true,
        AreaChangeKind.Renamed or AreaChangeKind.Recoded or AreaChangeKind.Merged or AreaChangeKind.Split or AreaChangeKind.Rearranged or AreaChangeKind.Abolished or AreaChangeKind.Created => false,
    };

    /// <summary>What became of which, and by what that is known, or what it might be.</summary>
    public BilingualText Text
    {
        get
        {
            var kind = Kind.Name();
            BilingualText inside = IsInsideUndecided ? ("，随上级认定", ", after the area above") : ("", "");
            var arrow = From.IsEmpty || To.IsEmpty ? "" : " → ";
            return (
                $"{kind.Chinese}：{Names(From, "、")}{arrow}{Names(To, "、")}{inside.Chinese}{Why("；可能：", "；", "（{0}）", static text => text.Chinese)}",
                $"{kind.English}: {Names(From, ", ")}{arrow}{Names(To, ", ")}{inside.English}{Why("; possibly ", "; ", " ({0})", static text => text.English)}");

            string Why(string possibly, string between, string form, Func<BilingualText, string> of) =>
                !Matches.IsEmpty ? In(form, string.Join(between, Matches.Select(match => of(match.Reason)).Distinct()))
                : Candidates.IsEmpty ? ""
                : possibly + string.Join(between, Candidates.Select(match => Names([From.IsEmpty ? match.From : match.To], "") + In(form, of(match.Reason))));

            static string In(string form, string text) => form.Replace("{0}", text, StringComparison.Ordinal);
        }
    }

    /// <summary>What became of which, in both languages.</summary>
    public override string ToString() => Text.ToString();

    private static string Names(ItemList<ListedArea> areas, string between) => string.Join(between, areas.Select(area => $"{area.Code} {area.Name}"));
}

/// <summary>What somebody says became of an area, where two lists do not tell it or tell it wrongly (区划承继认定).</summary>
/// <param name="From">The code before; the default value says that what follows was created.</param>
/// <param name="To">The codes since; none says that it was abolished.</param>
/// <param name="On">From which day; null where it is not said.</param>
/// <param name="Note">Why: a note; null where it is not said.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AreaDecision(AreaCode From, ItemList<AreaCode> To, LocalDate? On = null, string? Note = null)
{
    /// <summary>The codes since (现代码), ascending.</summary>
    /// <exception cref="ArgumentException">One is none or stands twice, or it says neither of what nor what became.</exception>
    public ItemList<AreaCode> To { get; init => field = Check(From, value); } = Check(From, To);

    /// <summary>From which day (变更日期).</summary>
    public LocalDate? On { get; init => field = value?.Iso(); } = On?.Iso();

    /// <summary>Why (说明).</summary>
    public string? Note { get; init => field = value is null ? null : TextRule.Note.Check(value, nameof(Note)); } = Note is null ? null : TextRule.Note.Check(Note, nameof(Note));

    private static ItemList<AreaCode> Check(AreaCode from, ItemList<AreaCode> to) => from.IsNone && to.IsEmpty
        ? throw new ArgumentException("It says neither of which area nor what it became. Allowed: a code before, codes since, or both.", nameof(to))
        : AreaSucceeded.CheckAll(to);
}

/// <summary>What is wrong with a decision on areas (认定差错).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AreaDecisionFault
{
    internal AreaDecisionFault(int place, BilingualText reason) => (Place, Reason) = (place, reason);

    /// <summary>Which of the decisions, from 0.</summary>
    public int Place { get; }

    /// <summary>What is wrong with it, and what is allowed.</summary>
    public BilingualText Reason { get; }
}

/// <summary>Decisions on areas do not fit the lists (区划认定有误): every fault is told.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AreaDecisionException : Exception, IBilingualError
{
    internal AreaDecisionException(ItemList<AreaDecisionFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>All faults, in the order of the decisions; at least one.</summary>
    public ItemList<AreaDecisionFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ItemList<AreaDecisionFault> faults) => FaultSummary.Of(
        ("区划认定", "Faults in the decisions on areas"), faults, static fault => ($"第 {fault.Place + 1} 项：{fault.Reason.Chinese}", $"Decision {fault.Place + 1}: {fault.Reason.English}"));
}

/// <summary>Two division lists of different days, compared (区划名录比对): what became of every area, as far as codes and names tell it.</summary>
/// <remarks>
/// <para>
/// From the widest areas to the narrowest, an area is taken for the one with its code and name; else for the one that alone has its name under the same area,
/// for the one that has it but for its kind (专名相同: a township that became a street), for the one with its code; a name that is found once under another area near,
/// for that. Of a town whose name is not found, the villages tell which town it went to, where half of them or more are found by their names; and of a new one, from which it
/// was taken. Under areas that became one, what is inside is compared together.
/// </para>
/// <para>
/// Names and codes cannot tell everything, and now and then they tell it wrongly. What they do not tell is listed with what it might be, and somebody decides it; a decision stands
/// before what the lists tell, and what is inside follows. Every area of both lists is in <see cref="Unchanged"/> or in one of <see cref="Changes"/>, once.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var compared = AreaComparison.Of(before, after);
/// foreach (var open in compared.Undecided)
///     Console.WriteLine(open.Text.Chinese);
/// var decided = AreaComparison.Of(before, after, [new(AreaCode.Parse("510115104"), [AreaCode.Parse("510115010")])]);
/// district.Apply(stamp, AreasChanged.Of(decided, source));
/// </code>
/// </example>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AreaComparison
{
    private readonly ImmutableArray<int> _unchanged;
    private Succession? _succession;

    internal AreaComparison(AreaTree before, AreaTree after, ImmutableArray<int> unchanged, ImmutableArray<AreaChange> changes)
    {
        (Before, After, _unchanged, Changes) = (before, after, unchanged, changes);
        Undecided = [.. changes.Where(change => change.IsUndecided)];
    }

    /// <summary>The list before.</summary>
    public AreaTree Before { get; }

    /// <summary>The list after.</summary>
    public AreaTree After { get; }

    /// <summary>How many areas have the same code and name in both lists, and nothing else became them.</summary>
    public int UnchangedCount => _unchanged.Length;

    /// <summary>Those areas, as the list after has them, by code.</summary>
    public IEnumerable<Area> Unchanged => _unchanged.Select(After.At);

    /// <summary>All others, by the first of their codes: what became of them, and what is to be decided.</summary>
    public ImmutableArray<AreaChange> Changes { get; }

    /// <summary>What somebody has to decide before there is a succession.</summary>
    public ImmutableArray<AreaChange> Undecided { get; }

    /// <summary>Which areas became which.</summary>
    /// <exception cref="InvalidOperationException">Something is to be decided; see <see cref="Undecided"/>.</exception>
    public Succession Succession => _succession ??= Undecided.IsEmpty ? SuccessionOf(Changes) : throw new InvalidOperationException(
        $"Of {Undecided.Length} areas it is not decided what became of them, or what they were; the first is {Undecided[0].Text.English}. Decide them first.");

    /// <summary>Compares two lists.</summary>
    /// <param name="before">The list before.</param>
    /// <param name="after">The list after.</param>
    /// <param name="decisions">What somebody said of areas, each once; in any order.</param>
    /// <exception cref="AreaDecisionException">A decision names an area that there is not, or one of another level, or two do not go together.</exception>
    public static AreaComparison Of(AreaTree before, AreaTree after, ItemList<AreaDecision> decisions = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new AreaMatcher(before, after, decisions).Compare();
    }

    /// <summary>What changes say, as a succession.</summary>
    internal static Succession SuccessionOf(IEnumerable<AreaChange> changes)
    {
        var (succeeded, created) = (new List<AreaSucceeded>(), new List<AreaCode>());
        foreach (var change in changes)
        {
            switch (change.Kind)
            {
                case AreaChangeKind.Renamed:
                    break;
                case AreaChangeKind.Recoded or AreaChangeKind.Merged or AreaChangeKind.Split or AreaChangeKind.Rearranged or AreaChangeKind.Abolished:
                    succeeded.AddRange(change.From.Select(area => new AreaSucceeded(area.Code, [.. change.Matches.Where(match => match.From.Code == area.Code).Select(match => match.To.Code)])));
                    break;
                case AreaChangeKind.Created:
                    created.Add(change.To[0].Code);
                    break;
                case AreaChangeKind.Gone or AreaChangeKind.New:
                    throw new InvalidOperationException($"It is not decided: {change.Text.English}.");
            }
        }

        return new([.. succeeded], [.. created]);
    }
}
