using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain;

/// <summary>What can hang on a cadre who leaves (交接事项).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum HandOverKind
{
    /// <summary>A post that he or she holds or will hold (任职). It ends as the cadre leaves.</summary>
    [BilingualName("任职", "post")]
    Post = 1,

    /// <summary>Businesses for which he or she answers in an area (包保主体).</summary>
    [BilingualName("包保主体", "businesses")]
    Businesses = 2,

    /// <summary>The commitment that stands (承诺书). It ends; whoever follows signs one of his or her own.</summary>
    [BilingualName("承诺书", "commitment")]
    Commitment = 3,

    /// <summary>Somebody acts for the cadre, or will (委托代管).</summary>
    [BilingualName("委托代管", "delegation")]
    Delegation = 4,

    /// <summary>The cadre acts for somebody, or will (代管他人).</summary>
    [BilingualName("代管他人", "standing in")]
    StandingIn = 5,

    /// <summary>He or she takes part in an inspection that is not finished (未完成检查).</summary>
    [BilingualName("未完成检查", "inspection")]
    Inspection = 6,

    /// <summary>A problem is open at a business of which he or she is main responsible (未销号问题).</summary>
    [BilingualName("未销号问题", "open problem")]
    Rectification = 7,

    /// <summary>He or she has something to do (后续事项).</summary>
    [BilingualName("后续事项", "follow-up")]
    FollowUp = 8,
}

/// <summary>Something that hangs on a cadre who leaves, and what becomes of it (交接清单的一项).</summary>
/// <param name="Kind">What.</param>
/// <param name="What">Which, as people read it.</param>
/// <param name="Settling">The act of the hand-over that settles it; null where none does.</param>
/// <param name="Becomes">What becomes of it: who takes it over, what it follows from, or who still has to do it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record HandOverMatter(HandOverKind Kind, BilingualText What, Act? Settling, BilingualText Becomes)
{
    /// <summary>What it is and what becomes of it.</summary>
    public BilingualText Text => ($"{Kind.Name().Chinese}（{What.Chinese}）：{Becomes.Chinese}", $"{Kind.Name().English} ({What.English}): {Becomes.English}");

    /// <summary>What it is and what becomes of it, in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>Who follows a cadre in an area (接任干部).</summary>
/// <param name="Cadre">Who follows; one who is not in service yet joins, and one who has no post in the area gets that of the cadre who leaves.</param>
/// <param name="Area">The area of a post of the cadre who leaves.</param>
/// <param name="Businesses">The businesses that he or she takes over there; by default all that nobody else of the area takes.</param>
public sealed record Successor(CadreId Cadre, AreaCode Area, ItemList<BusinessId> Businesses = default);

/// <summary>A cadre leaves and others follow (干部交接): the list of what hangs on the cadre, and the acts of one unit.</summary>
/// <remarks>Made by <see cref="District.HandOver"/>; nothing is done before the acts are applied.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record HandOverUnit
{
    internal HandOverUnit(CadreId cadre, ItemList<HandOverMatter> matters, ItemList<Act> acts) => (Cadre, Matters, Acts) = (cadre, matters, acts);

    /// <summary>The cadre who leaves (离任干部).</summary>
    public CadreId Cadre { get; }

    /// <summary>All that hangs on the cadre, kind by kind (交接清单).</summary>
    public ItemList<HandOverMatter> Matters { get; }

    /// <summary>What has to be taken in one unit: who follows comes in, what is handed over and ended, and at last the cadre leaves.</summary>
    public ItemList<Act> Acts { get; }
}

// A cadre who leaves, and who follows.
public sealed partial class District
{
    /// <summary>All that hangs on a cadre who leaves, as of the last entry, and the unit by which others follow (干部交接).</summary>
    /// <remarks>
    /// <para>
    /// Who follows joins, gets the post where he or she has none, and takes over the businesses; delegations of the cadre and to the cadre are revoked, the commitment ends, and the cadre leaves. Of whom the
    /// chain is another, the follow-ups of the unit say: commitments to be signed anew among them. Businesses that nobody takes over by name are planned as ever.
    /// </para>
    /// <para>
    /// An inspection that is not finished keeps its team, for who inspected is a fact; it is listed, so that it is cancelled or finished. Chains and delegations change on the day of record, posts and the
    /// commitment on the day of which the stamp tells.
    /// </para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var handing = district.HandOver(stamp, new CadreId("W-0042"), "transferred", [new Successor(new CadreId("W-1051"), village)]);
    /// foreach (var matter in handing.Matters)
    ///     Console.WriteLine(matter.Text.Chinese);
    /// district.Apply(stamp, handing.Acts);
    /// </code>
    /// </example>
    /// <param name="stamp">Who decides it, on which day, recorded when.</param>
    /// <param name="cadre">The cadre who leaves.</param>
    /// <param name="reason">Why, as it stands in the acts: a note.</param>
    /// <param name="successors">Who follows; nobody by default.</param>
    /// <exception cref="CadreNotFoundException">No such cadre is in service.</exception>
    /// <exception cref="TextRefusedException">The reason is no note.</exception>
    /// <exception cref="ActsRefusedException">A successor is named for an area in which the cadre has no post, twice, or for all that is left in an area where another is; every such fault is told.</exception>
    public HandOverUnit HandOver(Stamp stamp, CadreId cadre, string reason, ItemList<Successor> successors = default)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        TextRule.Note.Check(reason);
        RequireWhole();
        if (!Chains.IsInService(cadre))
        {
            throw new CadreNotFoundException(cadre);
        }

        var moment = At(MomentOf(stamp), 0);
        Post[] posts = [.. Chains.Roster.PostsOf(cadre).Where(post => post.Term is { IsEmpty: false } term && !(term.Until <= moment.On))];
        Refuse(RefusalsOf(cadre, posts, successors));
        var (matters, coming, going, handing) = (new List<HandOverMatter>(), new List<Act>(), new List<Act>(), new List<Act>());
        foreach (var post in posts)
        {
            Leave(HandOverKind.Post, ($"{post.Area} {post.Title}", $"{post.Title}, {post.Area}"), ("随离任终止", "ends as the cadre leaves"));
        }

        foreach (var follows in successors.GroupBy(successor => successor.Cadre))
        {
            if (!Chains.IsInService(follows.Key))
            {
                coming.Add(new CadreJoined(follows.Key));
            }

            coming.AddRange(
                from successor in follows
                where Chains.Roster.FindPost(successor.Cadre, successor.Area, moment.Today) is null
                let post = posts.First(post => post.Area == successor.Area)
                select new PostGiven(successor.Cadre, post.Title, post.Area, post.Term with { From = NodaTime.LocalDate.Max(post.Term.From, moment.On) }, post.Capacity));
        }

        HandOverBusinesses();
        if (Commitments.FindStanding(cadre, moment.On) is { } signed)
        {
            Settle(HandOverKind.Commitment, ($"{signed.Id}", $"{signed.Id}"), new CommitmentEnded(cadre, reason), ("随交接终止", "ends with the hand-over"));
        }

        foreach (var delegation in Delegations.DelegationsOf(cadre).Concat(Delegations.DelegationsTo(cadre)).Where(one => !one.Term.IsEmpty && !(one.Term.Until <= moment.Today)))
        {
            Settle(
                delegation.Cadre == cadre ? HandOverKind.Delegation : HandOverKind.StandingIn, ($"{delegation.Id} {delegation.Cadre} → {delegation.Substitute}", $"{delegation.Id}, {delegation.Cadre} → {delegation.Substitute}"),
                new DelegationRevoked(delegation.Id, reason), ("随交接收回", "is revoked with the hand-over"));
        }

        foreach (var inspection in Inspections.All.Where(one => InspectionLifecycle.Table.FindNext(one.State, InspectionStep.Cancel) is not null))
        {
            if (inspection.Team is { } team && team.Inspectors.Any(inspector => inspector.Cadre == cadre))
            {
                Leave(HandOverKind.Inspection, inspection.Text, ("离任前完成，或者取消后由他人检查", "to be finished before, or cancelled and done by others"));
            }
        }

        foreach (var problem in MainBusinessesOf(cadre).SelectMany(business => Rectifications.OpenOf(business)))
        {
            Leave(HandOverKind.Rectification, ($"{problem}", $"{problem}"), ("由接任责任人跟进", "followed up by whoever answers for the business"));
        }

        foreach (var open in FollowUps.Open.Where(open => open.Cadre == cadre))
        {
            Leave(HandOverKind.FollowUp, open.Text, ("交接时办结或者由接任干部办理", "done with the hand-over, or by whoever follows"));
        }

        return new(cadre, [.. matters.OrderBy(matter => matter.Kind)], [.. coming, .. going, .. handing, new CadreLeft(cadre)]);

        void HandOverBusinesses()
        {
            foreach (var load in Chains.Plan?.LoadsOf(cadre) ?? [])
            {
                BusinessId[] all = [.. EnumCodes.All<ResponsibleStep>().SelectMany(step => Chains.Plan!.RowsOf(load.Seat, step)).Order().Select(Businesses.Register.IdAt)];
                var left = all.ToHashSet();
                Successor[] here = [.. successors.Where(successor => successor.Area == load.Seat.Area)];
                left.ExceptWith(here.SelectMany(successor => successor.Businesses));
                foreach (var successor in here)
                {
                    ItemList<BusinessId> taken = successor.Businesses.IsEmpty ? [.. all.Where(left.Contains)] : successor.Businesses;
                    if (!taken.IsEmpty)
                    {
                        var act = new BusinessesHandedOver(cadre, successor.Cadre, taken);
                        handing.Add(act);
                        matters.Add(new(HandOverKind.Businesses, Count(load.Seat.Area, taken.Length), act, ($"由 {successor.Cadre} 接任", $"taken over by {successor.Cadre}")));
                    }
                }

                if (left.Count > 0 && !here.Any(successor => successor.Businesses.IsEmpty))
                {
                    Leave(HandOverKind.Businesses, Count(load.Seat.Area, left.Count), ("按规则重新分配", "planned anew by the rules"));
                }
            }
        }

        static BilingualText Count(AreaCode area, int count) => ($"{area} {count} 家", $"{count} in {area}");

        void Settle(HandOverKind kind, BilingualText what, Act act, BilingualText becomes)
        {
            var refusals = Decide(act, moment).Refusals;
            if (refusals.IsEmpty)
            {
                going.Add(act);
            }

            matters.Add(refusals.IsEmpty ? new(kind, what, act, becomes) : new(kind, what, null, refusals[0].Text));
        }

        void Leave(HandOverKind kind, BilingualText what, BilingualText becomes) => matters.Add(new(kind, what, null, becomes));
    }

    private static ImmutableArray<Refusal> RefusalsOf(CadreId cadre, Post[] posts, ItemList<Successor> successors)
    {
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var (place, successor) in successors.Index())
        {
            var (who, area) = (successor.Cadre, successor.Area);
            ItemList<GuardValue> values = [new GuardValue("cadre", cadre.Value), new GuardValue("successor", who.Value), new GuardValue("area", area.ToString())];
            if (who.IsNone || who == cadre)
            {
                refusals.Add(new("to-self", ($"{area} 的接任人应为其他干部。", $"Who follows in {area} is another cadre."), values, Allowed: ("其他干部。", "Another cadre.")));
            }

            if (!posts.Any(post => post.Area == area))
            {
                refusals.Add(new(
                    "holds-no-post", ($"干部 {cadre} 在 {area} 没有职务可接任。", $"Cadre {cadre} has no post in {area} in which somebody could follow."), values,
                    Allowed: (string.Join('、', posts.Select(post => post.Area)), string.Join(", ", posts.Select(post => post.Area)))));
            }

            if (successors.Take(place).Any(other => other.Area == area && (other.Cadre == who || (other.Businesses.IsEmpty && successor.Businesses.IsEmpty))))
            {
                refusals.Add(new(
                    "stated-twice", ($"{area} 的接任重复：{who}。", $"Who follows in {area} is stated twice: {who}."), values,
                    Allowed: ("每区每人一次，未点名的主体由一人接任。", "Each cadre once in an area, and one for all that are not named.")));
            }
        }

        return refusals.DrainToImmutable();
    }
}
