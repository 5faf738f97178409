namespace FoodSafety.Domain.SelfControl;

/// <summary>Why an act with the staff of a business was refused (人员管理驳回原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum StaffRefusal
{
    /// <summary>The person may hold no post on a day of the term (任职禁止).</summary>
    Barred = 1,

    /// <summary>The person holds the same post at the same business on a day of the term (重复任命).</summary>
    AlreadyHolds = 2,

    /// <summary>A director must be of the management of the enterprise (总监须为企业管理层人员).</summary>
    NotManagement = 3,

    /// <summary>The appointment is over, or is over before the day asked for (任期已满).</summary>
    IsOver = 4,

    /// <summary>The holder is off duty already on one of the days (离岗期间重叠).</summary>
    AlreadyOffDuty = 5,

    /// <summary>The holder is not off duty on the day (未离岗).</summary>
    NotOffDuty = 6,
}
