using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Responsibility;

/// <summary>What decides who answers for whom (包保责任事项). Chains follow from the day of record.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record ChainAct : Act<ChainBook>
{
    private protected ChainAct()
    {
    }
}

/// <summary>What is told about one cadre; told as a difference, never as a whole roster.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record CadreAct : ChainAct
{
    private protected CadreAct(CadreId cadre) => Cadre = cadre;

    /// <summary>The cadre.</summary>
    public CadreId Cadre { get; init; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new("cadre", Cadre.Value);
}

/// <summary>From its first day on these levels take these tiers (层级对应).</summary>
/// <param name="Levels">Which level takes which tier; in force without an end, until others take over.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record LevelsLaidDown(LevelCorrespondence Levels) : ChainAct
{
    /// <inheritdoc/>
    public override string Kind => "levels-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("levels", "");

    /// <summary>Whether another lays down the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(LevelsLaidDown? other) =>
        other is { Levels: var that } && (Levels.Version, Levels.InForce, Levels.Basis) == (that.Version, that.InForce, that.Basis)
        && Tiers.Scale.MildestFirst.All(tier => Levels.LevelOf(tier) == that.LevelOf(tier));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Levels.Version, Levels.InForce);
}

/// <summary>A cadre joined (干部到任). His name stands in a directory beside the journal.</summary>
/// <param name="Cadre">The cadre: a key that no cadre in service has.</param>
/// <param name="Expertise">What he knows; none by default.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CadreJoined(CadreId Cadre, Expertise Expertise = default) : CadreAct(Cadre)
{
    /// <inheritdoc/>
    public override string Kind => "cadre-joined";
}

/// <summary>A cadre left (干部离任): his posts end on the day of the stamp.</summary>
/// <param name="Cadre">The cadre.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CadreLeft(CadreId Cadre) : CadreAct(Cadre)
{
    /// <inheritdoc/>
    public override string Kind => "cadre-left";
}

/// <summary>A cadre got a post (任职).</summary>
/// <param name="Cadre">The cadre.</param>
/// <param name="Title">What the post is called.</param>
/// <param name="Area">The area for which it is.</param>
/// <param name="Term">The days on which he holds it.</param>
/// <param name="Capacity">How many businesses he answers for at most, 0 or more; null for any number.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PostGiven(CadreId Cadre, string Title, AreaCode Area, Term Term, int? Capacity = null) : CadreAct(Cadre)
{
    /// <inheritdoc/>
    public override string Kind => "post-given";

    /// <summary>What the post is called.</summary>
    public string Title { get; init => field = TextRule.Name.Check(value, nameof(Title)); } = TextRule.Name.Check(Title, nameof(Title));
}

/// <summary>A cadre no longer has the post in an area from the day of the stamp on (免职).</summary>
/// <param name="Cadre">The cadre.</param>
/// <param name="Area">The area of the post.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PostEnded(CadreId Cadre, AreaCode Area) : CadreAct(Cadre)
{
    /// <inheritdoc/>
    public override string Kind => "post-ended";
}

/// <summary>A cadre hands businesses over to another (包保移交): from the day of record on that one answers for them, each in the step in which the cadre did.</summary>
/// <remarks>
/// <para>
/// It says who follows. Where nobody says it, whoever alone took the post of a cadre who leaves takes the businesses too, and else the loads are levelled; see <see cref="ChainPlanner"/>. So it stands
/// before <see cref="CadreLeft"/> and <see cref="PostEnded"/> in a unit, and behind the <see cref="PostGiven"/> of whoever follows. A cadre who stays can hand over as well.
/// </para>
/// <para>The unit is refused where the other cannot take one of the businesses as everything stands at its end: for want of room, or because he or she stands a step higher in its chain.</para>
/// </remarks>
/// <param name="Cadre">The cadre who hands over (移交人).</param>
/// <param name="To">The cadre who takes over (接任人): in post, on the day of record, in the area in which the cadre answers.</param>
/// <param name="Businesses">The businesses, one at least, each once, in all of which the cadre answers for a step.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BusinessesHandedOver(CadreId Cadre, CadreId To, ItemList<BusinessId> Businesses) : CadreAct(Cadre)
{
    /// <inheritdoc/>
    public override string Kind => "businesses-handed-over";
}

/// <summary>Who answered for a step of a business in another system (接管责任人).</summary>
/// <param name="Business">The business.</param>
/// <param name="Step">The step.</param>
/// <param name="Seat">The cadre, in the area of a post that he or she held on the day; the default is nobody.</param>
public sealed record TakenOverSeat(BusinessId Business, ResponsibleStep Step, Seat Seat);

/// <summary>Businesses of which a step went to the same seat for the same reason.</summary>
/// <param name="Step">The step.</param>
/// <param name="To">The seat to which it went; none where nobody has it since.</param>
/// <param name="Reason">Why.</param>
/// <param name="Businesses">The businesses, in the order of the register.</param>
public sealed record SeatGiven(ResponsibleStep Step, Seat To, ChainChangeReason Reason, ItemList<BusinessId> Businesses);

/// <summary>The seats that are others since a plan was made (责任人变动).</summary>
/// <param name="Seats">By step, seat and reason.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record SeatsGiven(ItemList<SeatGiven> Seats) : OutcomePart<ChainBook>
{
    /// <inheritdoc/>
    public override string Kind => "seats";

    /// <inheritdoc/>
    public override bool IsEmpty => Seats.IsEmpty;
}

/// <summary>A step of a business's chain that is with another seat.</summary>
/// <param name="Business">The business.</param>
/// <param name="Step">The step.</param>
/// <param name="From">The seat that had it; none where nobody had it.</param>
/// <param name="To">The seat that has it since; none where nobody has it.</param>
/// <param name="Reason">Why.</param>
public sealed record ChainMove(BusinessId Business, ResponsibleStep Step, Seat From, Seat To, ChainChangeReason Reason);
