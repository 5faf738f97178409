using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A deed of a cadre about his commitment (承诺书事项); it counts by its day and may come late, after the last of the same cadre.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record CommitmentAct : Act<CommitmentBook>
{
    private protected CommitmentAct(CadreId cadre) => Cadre = cadre;

    /// <summary>The cadre.</summary>
    public CadreId Cadre { get; init; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new(CommitmentBook.Sort, Cadre.Value);
}

/// <summary>A cadre signed a commitment (签订、续签承诺书); one that stands is renewed by it.</summary>
/// <param name="Id">Its number, given by the platform.</param>
/// <param name="Cadre">Who signed.</param>
/// <param name="Businesses">The businesses that it names, in any order; one or more.</param>
/// <param name="Authority">With whom it was signed: a key in the user's platform.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CommitmentSigned(CommitmentId Id, CadreId Cadre, ItemList<BusinessId> Businesses, string Authority) : CommitmentAct(Cadre)
{
    /// <inheritdoc/>
    public override string Kind => "commitment-signed";

    /// <summary>With whom it was signed: a key in the user's platform.</summary>
    public string Authority { get; init => field = TextRule.Key.Check(value, nameof(Authority)); } = TextRule.Key.Check(Authority, nameof(Authority));
}

/// <summary>The commitment of a cadre who leaves or answers for no business any more ended without another (终止承诺书).</summary>
/// <param name="Cadre">Whose commitment.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CommitmentEnded(CadreId Cadre, string Reason) : CommitmentAct(Cadre)
{
    /// <inheritdoc/>
    public override string Kind => "commitment-ended";

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}
