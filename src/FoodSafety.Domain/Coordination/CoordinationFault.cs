using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>One thing that is wrong with a work mechanism, a plan of grids, links or groups (协调机制差错).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CoordinationFault
{
    internal CoordinationFault(CoordinationFaultKind kind, string subject, string? other = null, int found = 0, int required = 0, BilingualText name = default)
    {
        (Kind, Subject, Other, Found, Required) = (kind, subject, other, found, required);
        Name = name.IsEmpty ? (subject, subject) : name;
    }

    /// <summary>What is wrong (差错类型).</summary>
    public CoordinationFaultKind Kind { get; }

    /// <summary>The code of what is at fault or missing (编码): of a group, line, system, body, level, grid, area or station.</summary>
    public string Subject { get; }

    /// <summary>What people call it (名称): of what is missing; the code of everything else.</summary>
    public BilingualText Name { get; }

    /// <summary>What else it concerns: the member, or the grid, station, town or area in question; null where there is none.</summary>
    public string? Other { get; }

    /// <summary>How many there are; 0 unless numbers are at fault.</summary>
    public int Found { get; }

    /// <summary>How many there must be; 0 unless numbers are at fault.</summary>
    public int Required { get; }

    /// <summary>The fault as people read it.</summary>
    public BilingualText Text => Kind switch
    {
        CoordinationFaultKind.GroupCount => ($"领导小组应为 {Required} 个，现有 {Found} 个。", $"Leading groups: {Found}; required: {Required}."),
        CoordinationFaultKind.NoHead => ($"“{Subject}”没有组长。", $"'{Subject}' has no head."),
        CoordinationFaultKind.MemberTwice => ($"“{Subject}”的成员 {Other} 重复。", $"'{Subject}' has member '{Other}' twice."),
        CoordinationFaultKind.LineCount => ($"工作线应为 {Required} 条，现有 {Found} 条。", $"Lines of work: {Found}; required: {Required}."),
        CoordinationFaultKind.NoTimeLine => ($"工作线“{Subject}”没有时间线。", $"Line '{Subject}' has no time line."),
        CoordinationFaultKind.NoMeasures => ($"工作线“{Subject}”没有措施。", $"Line '{Subject}' has no measures."),
        CoordinationFaultKind.SystemMissing => ($"缺少制度“{Name.Chinese}”。", $"System '{Name.English}' is missing."),
        CoordinationFaultKind.SystemUnknown => ($"架构中没有制度“{Subject}”。", $"The scheme has no system '{Subject}'."),
        CoordinationFaultKind.BodyMissing => ($"缺少参与单位“{Name.Chinese}”。", $"Body '{Name.English}' is missing."),
        CoordinationFaultKind.TaskForceMissing => ($"缺少{Name.Chinese}。", $"'{Name.English}' is missing."),
        CoordinationFaultKind.CodeTwice => ($"编码“{Subject}”重复。", $"Code '{Subject}' stands twice."),
        CoordinationFaultKind.TermsOverlap => ($"例行工作“{Subject}”的两个版本期间重叠。", $"Two versions of routine '{Subject}' hold on the same days."),
        CoordinationFaultKind.AreaUnknown => ($"区划树中没有代码 {Subject}。", $"Area {Subject} is not in the tree."),
        CoordinationFaultKind.AreaTwice => ($"区划 {Subject} 已属于“{Other}”。", $"Area {Subject} belongs to '{Other}' already."),
        CoordinationFaultKind.NotATown => ($"区划 {Subject} 不是 {Other} 的镇街。", $"Area {Subject} is no town or street of {Other}."),
        CoordinationFaultKind.StationTwice => ($"市场监管所“{Subject}”已联系 {Other}。", $"Station '{Subject}' is linked to {Other} already."),
    };

    /// <summary>The fault in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>What is wrong with a work mechanism, a plan of grids, links or groups (协调机制差错).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum CoordinationFaultKind
{
    /// <summary>There are more or fewer leading groups than the scheme asks for (领导小组数不符).</summary>
    [BilingualName("领导小组数不符", "number of leading groups")]
    GroupCount = 1,

    /// <summary>A group or task force has no head (缺组长).</summary>
    [BilingualName("缺组长", "no head")]
    NoHead = 2,

    /// <summary>A person is in a group or task force twice (成员重复).</summary>
    [BilingualName("成员重复", "member twice")]
    MemberTwice = 3,

    /// <summary>There are more or fewer lines of work than the scheme asks for (工作线数不符).</summary>
    [BilingualName("工作线数不符", "number of lines of work")]
    LineCount = 4,

    /// <summary>A line of work has no milestone, so that its progress cannot be told (缺时间线).</summary>
    [BilingualName("缺时间线", "no milestones")]
    NoTimeLine = 5,

    /// <summary>A line of work has no measure (缺措施).</summary>
    [BilingualName("缺措施", "no measures")]
    NoMeasures = 6,

    /// <summary>A system that the scheme asks for is not kept (缺工作制度).</summary>
    [BilingualName("缺工作制度", "system missing")]
    SystemMissing = 7,

    /// <summary>A system is kept that the scheme does not name (架构外制度).</summary>
    [BilingualName("架构外制度", "system not in the scheme")]
    SystemUnknown = 8,

    /// <summary>One of the bodies that the scheme asks for is not in (缺参与单位).</summary>
    [BilingualName("缺参与单位", "body missing")]
    BodyMissing = 9,

    /// <summary>There is no task force of a level that the scheme asks for (缺专班).</summary>
    [BilingualName("缺专班", "task force missing")]
    TaskForceMissing = 10,

    /// <summary>A code stands twice among things of one kind (编码重复).</summary>
    [BilingualName("编码重复", "code twice")]
    CodeTwice = 11,

    /// <summary>Two routines of one code hold on the same days (期间重叠).</summary>
    [BilingualName("期间重叠", "overlapping days")]
    TermsOverlap = 12,

    /// <summary>An area is not in the tree (区划不存在).</summary>
    [BilingualName("区划不存在", "unknown area")]
    AreaUnknown = 13,

    /// <summary>An area lies in two grids, or is linked to two stations (区划重复).</summary>
    [BilingualName("区划重复", "area twice")]
    AreaTwice = 14,

    /// <summary>An area is no town or street of the area in question (非辖区镇街).</summary>
    [BilingualName("非辖区镇街", "not a town of the area")]
    NotATown = 15,

    /// <summary>A station is linked to two towns (市场监管所重复).</summary>
    [BilingualName("市场监管所重复", "station twice")]
    StationTwice = 16,
}

/// <summary>A work mechanism, a plan of grids, links or groups cannot be made (协调机制有误): every fault is told.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CoordinationFaultsException : Exception, IBilingualError
{
    private CoordinationFaultsException(ImmutableArray<CoordinationFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>All faults; at least one.</summary>
    public ImmutableArray<CoordinationFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    internal static void ThrowIfAny(ImmutableArray<CoordinationFault> faults)
    {
        if (!faults.IsEmpty)
        {
            throw new CoordinationFaultsException(faults);
        }
    }

    private static BilingualText Describe(ImmutableArray<CoordinationFault> faults) =>
        FaultSummary.Of(("", "Faults"), faults, static fault => fault.Text);
}
