namespace FoodSafety.Domain.Rectifications;

/// <summary>A measure that is taken because of a problem, beside its rectification (关联措施).</summary>
/// <remarks>Zero, the default, is no measure. Names and the articles behind them are in <see cref="MeasureKinds"/>.</remarks>
public enum MeasureKind : byte
{
    /// <summary>A formal talk with the legal representative or main person in charge (责任约谈).</summary>
    FormalTalk = 1,

    /// <summary>The business stops production or trade (停产停业).</summary>
    Suspension = 2,

    /// <summary>Food is called back (召回).</summary>
    Recall = 3,

    /// <summary>A suspected crime is sent to the police (移送公安).</summary>
    CriminalReferral = 4,
}
