using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A step in the chain of the business (因包保): it lets the cadre see the business and act on it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChainGround : JurisdictionGround
{
    internal ChainGround(ResponsibleStep step, Seat seat, Substitution? standsInFor)
        : base(standsInFor) => (Step, Seat) = (step, seat);

    /// <summary>The step.</summary>
    public ResponsibleStep Step { get; }

    /// <summary>Who takes the step.</summary>
    public Seat Seat { get; }

    /// <summary>Always true.</summary>
    public override bool MayAct => true;

    private protected override BilingualText Own => ($"为{Step.Name().Chinese}", Step.Name().English);
}
