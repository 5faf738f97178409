namespace FoodSafety.Domain.Coordination;

/// <summary>What is wrong with a work mechanism, a plan of grids, links or groups (协调机制差错).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum CoordinationFaultKind
{
    /// <summary>There are more or fewer leading groups than the scheme asks for (领导小组数不符).</summary>
    GroupCount = 1,

    /// <summary>A group or task force has no head (缺组长).</summary>
    NoHead = 2,

    /// <summary>A person is in a group or task force twice (成员重复).</summary>
    MemberTwice = 3,

    /// <summary>There are more or fewer lines of work than the scheme asks for (工作线数不符).</summary>
    LineCount = 4,

    /// <summary>A line of work has no milestone, so that its progress cannot be told (缺时间线).</summary>
    NoTimeLine = 5,

    /// <summary>A line of work has no measure (缺措施).</summary>
    NoMeasures = 6,

    /// <summary>A system that the scheme asks for is not kept (缺工作制度).</summary>
    SystemMissing = 7,

    /// <summary>A system is kept that the scheme does not name (架构外制度).</summary>
    SystemUnknown = 8,

    /// <summary>One of the bodies that the scheme asks for is not in (缺参与单位).</summary>
    BodyMissing = 9,

    /// <summary>There is no task force of a level that the scheme asks for (缺专班).</summary>
    TaskForceMissing = 10,

    /// <summary>A code stands twice among things of one kind (编码重复).</summary>
    CodeTwice = 11,

    /// <summary>Two routines of one code hold on the same days (期间重叠).</summary>
    TermsOverlap = 12,

    /// <summary>An area is not in the tree (区划不存在).</summary>
    AreaUnknown = 13,

    /// <summary>An area lies in two grids, or is linked to two stations (区划重复).</summary>
    AreaTwice = 14,

    /// <summary>An area is no town or street of the area in question (非辖区镇街).</summary>
    NotATown = 15,

    /// <summary>A station is linked to two towns (市场监管所重复).</summary>
    StationTwice = 16,
}
