using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>What follows from an assessment (考核结果运用): rewards, and consequences for those who did badly.</summary>
/// <remarks>The default value 0 is nothing. Names are in <see cref="IncentiveKinds"/>.</remarks>
public enum IncentiveKind
{
    /// <summary>Praise in a circular (通报表扬).</summary>
    Commendation = 1,

    /// <summary>Preference for awards (评先评优).</summary>
    Award = 2,

    /// <summary>More funds for the work (经费激励).</summary>
    Funding = 3,

    /// <summary>A reference when cadres are appraised and promoted (选拔任用参考).</summary>
    Promotion = 4,

    /// <summary>Criticism in a circular (通报批评).</summary>
    Criticism = 5,

    /// <summary>An order to put things right by a day (限期整改).</summary>
    OrderToRectify = 6,

    /// <summary>A talk with the head about responsibility (责任约谈).</summary>
    Talk = 7,
}

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
