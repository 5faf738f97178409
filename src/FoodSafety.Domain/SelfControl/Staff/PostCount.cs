namespace FoodSafety.Domain.SelfControl;

/// <summary>How many hold a post on a day, and how many of them are on duty (在册、在岗人数).</summary>
/// <param name="Appointed">Standing appointments.</param>
/// <param name="OnDuty">Those whose holder is on duty and may hold the post.</param>
public readonly record struct PostCount(int Appointed, int OnDuty);
