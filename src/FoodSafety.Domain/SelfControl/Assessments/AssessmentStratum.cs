using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.SelfControl;

/// <summary>One sector and post of a draw (抽取分层).</summary>
/// <param name="Sector">The sector of the businesses.</param>
/// <param name="Post">The post.</param>
/// <param name="Candidates">How many hold the post.</param>
/// <param name="Drawn">Those who were drawn, in the order drawn.</param>
public sealed record AssessmentStratum(BusinessSector Sector, SafetyPost Post, int Candidates, ItemList<Appointment> Drawn);
