using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>What is done with a round (轮次事项). Deeds: they count from their day, whenever they are told.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record RoundAct : Act<RoundBook>
{
    private protected RoundAct(RoundId id) => Id = id;

    /// <summary>The round.</summary>
    public RoundId Id
    {
        get;
        init => field = IdNumber.IsValid(value.Number) ? value : throw new ArgumentOutOfRangeException(nameof(Id), value, $"Allowed: {IdNumber.Allowed.English}.");
    }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new(RoundBook.Kind, Id.ToString());

    /// <inheritdoc/>
    public sealed override bool IsInOrder => false;
}

/// <summary>A round was opened (轮次开始): the list of businesses that it has to reach is fixed.</summary>
/// <param name="Id">Its id, given by the platform.</param>
/// <param name="Round">What is done at each business, and which share by which day.</param>
/// <param name="Businesses">The businesses, each once, in any order; none for all that have a tier now, which are then filled in.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RoundOpened(RoundId Id, Round Round, ItemList<RoundBusiness> Businesses = default) : RoundAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "round-opened";
}

/// <summary>Tasks of a round were done at businesses (完成登记): one visit, or all that an import brings.</summary>
/// <param name="Id">The round.</param>
/// <param name="Marks">What was done where; one or more.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RoundMarked(RoundId Id, params ItemList<RoundMark> Marks) : RoundAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "round-marked";
}

/// <summary>A task of a round was done at a business.</summary>
/// <param name="Business">The business.</param>
/// <param name="Task">What was done.</param>
/// <param name="On">The day, where an import brings several; null for that of the stamp.</param>
public readonly record struct RoundMark(BusinessId Business, RoundTask Task, LocalDate? On = null)
{
    /// <summary>The day, where an import brings several; null for that of the stamp.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate? On { get; init => field = value?.Iso(); } = On?.Iso();
}
