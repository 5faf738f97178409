using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A deed of a cadre about his commitment (承诺书事项); it counts by its day and may come late, after the last of the same cadre.</summary>
internal abstract record CommitmentDeed(CadreId Cadre) : Act<CommitmentRecords>
{
    public sealed override Thing? Thing => new("commitment-of", Cadre.Value);
}

/// <summary>A cadre signed a commitment (签订、续签承诺书); one that stands is renewed by it.</summary>
internal sealed record CommitmentMade(CommitmentId Id, CadreId Cadre, ItemList<BusinessId> Businesses, string Authority) : CommitmentDeed(Cadre)
{
    public override string Kind => "commitment-made";

    public string Authority { get; init => field = TextRule.Key.Check(value, nameof(Authority)); } = TextRule.Key.Check(Authority);
}

/// <summary>The commitment of a cadre ended without another (终止承诺书).</summary>
internal sealed record CommitmentClosed(CadreId Cadre, string Reason) : CommitmentDeed(Cadre)
{
    public override string Kind => "commitment-closed";

    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason);
}
