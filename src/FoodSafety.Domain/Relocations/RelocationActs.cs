using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Relocations;

/// <summary>What is told of a business that moves from one district to another (跨区迁移事项).</summary>
/// <remarks>
/// <para>
/// The district left and the other each have a journal and know of each other what is sent. The one tells that the business left and sends a <see cref="BusinessTransfer"/>; the other
/// tells that it received it, and that the business arrived, and sends an <see cref="ArrivalReceipt"/>, of which the first tells. A business that moves within a district is
/// told by <see cref="BusinessMoved"/>.
/// </para>
/// <para>None of these acts is voided, since acts in another journal rest on it: what did not come about is cancelled.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record RelocationAct : Act<RelocationBook>
{
    internal const string ThingKind = "relocation";

    private protected RelocationAct(RelocationId id) => Id = id.IsNone ? throw new ArgumentException("Allowed: the code of the district left and a number.", nameof(id)) : id;

    /// <summary>The number of the move.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public RelocationId Id { get; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new(ThingKind, $"{Id}");
}

/// <summary>A business leaves for another district (迁出).</summary>
/// <remarks>
/// <para>
/// With it goes what hangs on it: inspections are cancelled, appointments and grades that somebody set are ended, problems dismissed here and handed on, each by an act that this one entails,
/// and its status becomes <see cref="OperatingStatus.MovedOut"/>. What another has to do first, as the check of a problem that was reported as mended, stands in the way;
/// cases, recalls, referrals and stops run on here. All of it is named in the transfer.
/// </para>
/// <para>
/// That it is tied to nobody any more follows from its tier: a policy says of a business that moved out that it is not graded, as those of the library do. Where that of the district does not, the act is refused.
/// </para>
/// </remarks>
/// <param name="Id">The number of the move; its origin is an area of the district in which the business stands.</param>
/// <param name="Business">The business.</param>
/// <param name="To">The district, or an area of it, to which it moves; none of this district's.</param>
/// <param name="ArriveBy">The last day by which it is to arrive, included; after it, it is among those of <see cref="RelocationBook.NotArrivedOn"/>.</param>
/// <param name="Reason">Why, as it stands in the acts that it entails: a note.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BusinessMovedOut(RelocationId Id, BusinessId Business, AreaCode To, LocalDate ArriveBy, string Reason) : RelocationAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "business-moved-out";

    /// <summary>The district, or an area of it, to which it moves.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public AreaCode To { get; init => field = AreaSucceeded.Check(value, nameof(To)); } = AreaSucceeded.Check(To, nameof(To));

    /// <summary>The last day by which it is to arrive.</summary>
    public LocalDate ArriveBy { get; init => field = value.Iso(); } = ArriveBy.Iso();

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <summary>What is handed to the other district: filled in when the act is taken, whatever it was before; null before that.</summary>
    public BusinessTransfer? Transfer { get; init; }
}

/// <summary>What another district hands over of a business that moves here was received (接收移交): the business is expected.</summary>
/// <param name="Transfer">What was handed over.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TransferReceived(BusinessTransfer Transfer) : RelocationAct((Transfer ?? throw new ArgumentNullException(nameof(Transfer))).Id)
{
    /// <inheritdoc/>
    public override string Kind => "transfer-received";

    /// <summary>What was handed over.</summary>
    public BusinessTransfer Transfer { get; } = Transfer;
}

/// <summary>A business that was expected arrived (迁入).</summary>
/// <remarks>
/// It enters the register with the facts that were handed over, those that the district has; its tier is that of the district's policy. One that is in the register, because it
/// had moved out from here, is the same business again.
/// </remarks>
/// <param name="Id">The number of the move.</param>
/// <param name="Business">Its id in the register here; the one that it had may be taken.</param>
/// <param name="Area">The area in which it stands.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BusinessMovedIn(RelocationId Id, BusinessId Business, AreaCode Area) : RelocationAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "business-moved-in";

    /// <summary>Its id in the register here.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public BusinessId Business { get; init => field = Check(value); } = Check(Business);

    /// <summary>What the district is called in which it stands since: filled in when the act is taken, whatever it was before; null before that.</summary>
    public string? District { get; init => field = value is null ? null : TextRule.Name.Check(value, nameof(District)); }

    private static BusinessId Check(BusinessId business) => business.IsNone ? throw new ArgumentException("A business has an id.", nameof(business)) : business;
}

/// <summary>The other district said that a business arrived that left here (迁入回执登记).</summary>
/// <param name="Receipt">What it said.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ArrivalConfirmed(ArrivalReceipt Receipt) : RelocationAct((Receipt ?? throw new ArgumentNullException(nameof(Receipt))).Id)
{
    /// <inheritdoc/>
    public override string Kind => "arrival-confirmed";

    /// <summary>What it said.</summary>
    public ArrivalReceipt Receipt { get; } = Receipt;
}

/// <summary>A move did not come about (迁移终止): where the business left, it stands again as before; where it was expected, it is not any more.</summary>
/// <remarks>What was ended because it left stays ended; problems that were handed on are reopened by acts of their own.</remarks>
/// <param name="Id">The number of the move.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RelocationCancelled(RelocationId Id, string Reason) : RelocationAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "relocation-cancelled";

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}
