using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The names of <see cref="IncentiveKind"/>, and which are rewards.</summary>
public static class IncentiveKinds
{
    /// <summary>The kind as people read it.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static BilingualText Name(this IncentiveKind kind) => kind.Named() switch
    {
        IncentiveKind.Commendation => ("通报表扬", "commendation"),
        IncentiveKind.Award => ("评先评优", "preference for awards"),
        IncentiveKind.Funding => ("经费激励", "funding"),
        IncentiveKind.Promotion => ("选拔任用参考", "reference for promotion"),
        IncentiveKind.Criticism => ("通报批评", "criticism in a circular"),
        IncentiveKind.OrderToRectify => ("限期整改", "order to rectify"),
        IncentiveKind.Talk => ("责任约谈", "talk about responsibility"),
    };

    /// <summary>True for rewards (正向激励), false for consequences of doing badly.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static bool IsReward(this IncentiveKind kind) => kind.Named() switch
    {
        IncentiveKind.Commendation or IncentiveKind.Award or IncentiveKind.Funding or IncentiveKind.Promotion => true,
        IncentiveKind.Criticism or IncentiveKind.OrderToRectify or IncentiveKind.Talk => false,
    };
}
