namespace FoodSafety.Domain.Responsibility;

/// <summary>Why an act with a commitment was refused (承诺书事项驳回原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum CommitmentRefusal
{
    /// <summary>The cadre has a standing commitment; it can be renewed (已有有效承诺书).</summary>
    AlreadyStands = 1,

    /// <summary>The cadre has no standing commitment that could be renewed or ended (没有有效承诺书).</summary>
    NoneStands = 2,

    /// <summary>It would name no business (未列明包保主体).</summary>
    NamesNoBusiness = 3,
}
