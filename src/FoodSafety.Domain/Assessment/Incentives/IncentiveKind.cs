using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>What follows from an assessment (考核结果运用): rewards, and consequences for those who did badly.</summary>
/// <remarks>The default value 0 is nothing.</remarks>
public enum IncentiveKind
{
    /// <summary>Praise in a circular (通报表扬).</summary>
    [BilingualName("通报表扬", "commendation")]
    Commendation = 1,

    /// <summary>Preference for awards (评先评优).</summary>
    [BilingualName("评先评优", "preference for awards")]
    Award = 2,

    /// <summary>More funds for the work (经费激励).</summary>
    [BilingualName("经费激励", "funding")]
    Funding = 3,

    /// <summary>A reference when cadres are appraised and promoted (选拔任用参考).</summary>
    [BilingualName("选拔任用参考", "reference for promotion")]
    Promotion = 4,

    /// <summary>Criticism in a circular (通报批评).</summary>
    [BilingualName("通报批评", "criticism in a circular")]
    Criticism = 5,

    /// <summary>An order to put things right by a day (限期整改).</summary>
    [BilingualName("限期整改", "order to rectify")]
    OrderToRectify = 6,

    /// <summary>A talk with the head about responsibility (责任约谈).</summary>
    [BilingualName("责任约谈", "talk about responsibility")]
    Talk = 7,
}

/// <summary>Which of the values of <see cref="IncentiveKind"/> are rewards.</summary>
public static class IncentiveKinds
{
    /// <summary>True for rewards (正向激励), false for consequences of doing badly.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static bool IsReward(this IncentiveKind kind) => kind.Named() switch
    {
        IncentiveKind.Commendation or IncentiveKind.Award or IncentiveKind.Funding or IncentiveKind.Promotion => true,
        IncentiveKind.Criticism or IncentiveKind.OrderToRectify or IncentiveKind.Talk => false,
    };
}
