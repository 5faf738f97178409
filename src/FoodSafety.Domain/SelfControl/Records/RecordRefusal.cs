namespace FoodSafety.Domain.SelfControl;

/// <summary>Why a record was refused (记录驳回原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum RecordRefusal
{
    /// <summary>The maker is on duty at the business in no post that may make the record (记录人无权).</summary>
    NotAMaker = 1,

    /// <summary>The record of that kind and day is there already (重复记录).</summary>
    AlreadyMade = 2,
}
