using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Responsibility;

/// <summary>What decides who answers for whom (包保责任事项). Chains follow from the day of record.</summary>
internal abstract record ChainAct : Act<ChainBook>;

/// <summary>What is told about one cadre; told as a difference, never as a whole roster.</summary>
internal abstract record CadreAct(CadreId Cadre) : ChainAct
{
    public sealed override Thing? Thing => new("cadre", Cadre.Value);
}

/// <summary>From its first day on these levels take these tiers (层级对应).</summary>
internal sealed record LevelsLaidDown(LevelCorrespondence Levels) : ChainAct
{
    public override string Kind => "levels-laid-down";

    public override Thing? Thing => new("levels", "");

    public bool Equals(LevelsLaidDown? other) =>
        other is { Levels: var that } && (Levels.Version, Levels.InForce, Levels.Basis) == (that.Version, that.InForce, that.Basis)
        && Tiers.Scale.MildestFirst.All(tier => Levels.LevelOf(tier) == that.LevelOf(tier));

    public override int GetHashCode() => HashCode.Combine(Levels.Version, Levels.InForce);
}

/// <summary>A cadre joined (干部到任). His name stands in a directory beside the journal.</summary>
internal sealed record CadreJoined(CadreId Cadre, Expertise Expertise = default) : CadreAct(Cadre)
{
    public override string Kind => "cadre-joined";
}

/// <summary>A cadre left (干部离任): his posts end on the day of the stamp.</summary>
internal sealed record CadreLeft(CadreId Cadre) : CadreAct(Cadre)
{
    public override string Kind => "cadre-left";
}

/// <summary>A cadre got a post (任职).</summary>
internal sealed record PostGiven(CadreId Cadre, string Title, AreaCode Area, Term Term, int? Capacity = null) : CadreAct(Cadre)
{
    public override string Kind => "post-given";

    public string Title { get; init => field = TextRule.Name.Check(value, nameof(Title)); } = TextRule.Name.Check(Title);
}

/// <summary>A cadre no longer has the post in an area from the day of the stamp on (免职).</summary>
internal sealed record PostEnded(CadreId Cadre, AreaCode Area) : CadreAct(Cadre)
{
    public override string Kind => "post-ended";
}

/// <summary>Businesses of which a step went to the same seat for the same reason.</summary>
internal sealed record SeatGiven(ResponsibleStep Step, Seat To, ChainChangeReason Reason, ItemList<BusinessId> Businesses);

/// <summary>The seats that are others since a plan was made (责任人变动).</summary>
internal sealed record SeatsGiven(ItemList<SeatGiven> Seats) : OutcomePart<ChainBook>
{
    public override string Kind => "seats";

    public override bool IsEmpty => Seats.IsEmpty;
}

/// <summary>A step of a business's chain that is with another seat.</summary>
internal sealed record ChainMove(BusinessId Business, ResponsibleStep Step, Seat From, Seat To, ChainChangeReason Reason);
