namespace FoodSafety.Domain.SelfControl;

/// <summary>A director or officer who lacks hours of training (培训学时不足).</summary>
/// <param name="Person">The person.</param>
/// <param name="Hours">The hours of the calendar year so far.</param>
/// <param name="Missing">The hours that are missing of those of a year, more than 0.</param>
public readonly record struct TrainingShortfall(StaffId Person, decimal Hours, decimal Missing);
