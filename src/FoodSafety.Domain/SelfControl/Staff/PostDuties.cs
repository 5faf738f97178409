using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>What the rules ask of whoever holds a post (任职要求): numbers and days beside their sources.</summary>
public static class PostDuties
{
    /// <summary>The hours of training that a director or officer needs in a calendar year (每年培训学时).</summary>
    public const decimal TrainingHoursPerYear = 40;

    /// <summary>Where the hours come from: both rules of 2025; whether the text of 2022 had them is not certain.</summary>
    public static Citation TrainingBasis { get; } = SelfControlSources.Order97();

    /// <summary>The first day on which a director who is appointed must be of the management (企业管理层).</summary>
    public static LocalDate DirectorFromManagementSince { get; } = StaffingRules.Rules2025From;

    /// <summary>Where it comes from that a director is of the management.</summary>
    public static Citation ManagementBasis { get; } = SelfControlSources.Management2025;
}
