using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A deed of a cadre about his commitment (承诺书事项); it counts by its day and may come late, after the last of the same cadre.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record CommitmentDeed : Act<CommitmentRecords>
{
    private protected CommitmentDeed(CadreId cadre) => Cadre = cadre;

    /// <summary>The cadre.</summary>
    public CadreId Cadre { get; init; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new("commitment-of", Cadre.Value);
}

/// <summary>A cadre signed a commitment (签订、续签承诺书); one that stands is renewed by it.</summary>
/// <param name="Id">Its number, given by the platform.</param>
/// <param name="Cadre">Who signed.</param>
/// <param name="Businesses">The businesses that it names, in any order; one or more.</param>
/// <param name="Authority">To whom it was given: a key in the user's platform.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CommitmentMade(CommitmentId Id, CadreId Cadre, ItemList<BusinessId> Businesses, string Authority) : CommitmentDeed(Cadre)
{
    /// <inheritdoc/>
    public override string Kind => "commitment-made";

    /// <summary>To whom it was given: a key in the user's platform.</summary>
    public string Authority { get; init => field = TextRule.Key.Check(value, nameof(Authority)); } = TextRule.Key.Check(Authority, nameof(Authority));
}

/// <summary>The commitment of a cadre ended without another (终止承诺书).</summary>
/// <param name="Cadre">Whose commitment.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CommitmentClosed(CadreId Cadre, string Reason) : CommitmentDeed(Cadre)
{
    /// <inheritdoc/>
    public override string Kind => "commitment-closed";

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}
