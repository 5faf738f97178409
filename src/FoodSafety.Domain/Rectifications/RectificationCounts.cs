namespace FoodSafety.Domain.Rectifications;

/// <summary>How many problems stand how (整改统计). Found are rectified, open, dismissed, concluded as a case, or carried over; overdue are some of the open.</summary>
/// <remarks>What is carried over is found once more as what it was carried into: <c>Found - CarriedOver</c> counts each problem once.</remarks>
/// <param name="Found">How many were reported (发现问题).</param>
/// <param name="Rectified">How many of them are closed or corrected on the spot (已整改).</param>
/// <param name="Open">How many are open, those in a case included (未办结).</param>
/// <param name="Overdue">How many of the open are past their deadline (逾期).</param>
/// <param name="Dismissed">How many were dropped (已撤销).</param>
/// <param name="CasesConcluded">How many ended as a concluded case (已结案).</param>
/// <param name="CarriedOver">How many were found again and go on as a new finding (已结转).</param>
public readonly record struct RectificationCounts(
    long Found, long Rectified, long Open, long Overdue, long Dismissed, long CasesConcluded, long CarriedOver);
