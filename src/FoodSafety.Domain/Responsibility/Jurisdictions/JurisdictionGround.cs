using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>One reason why a cadre may see something, and perhaps act on it (管辖依据): <see cref="PostGround"/> or <see cref="ChainGround"/>; there is no other.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record JurisdictionGround
{
    private protected JurisdictionGround(Substitution? standsInFor) => StandsInFor = standsInFor;

    /// <summary>Whose place the cadre takes, and by which delegations; null when the ground is the cadre's own.</summary>
    public Substitution? StandsInFor { get; }

    /// <summary>True when it also allows to act.</summary>
    public abstract bool MayAct { get; }

    /// <summary>The ground as people read it.</summary>
    public BilingualText Text => StandsInFor is { } substitution
        ? ($"代 {substitution.Cadre} 履职，{Own.Chinese}", $"standing in for {substitution.Cadre}, {Own.English}")
        : Own;

    private protected abstract BilingualText Own { get; }
}

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

/// <summary>A post in the area or in one above it (因任职): it lets the cadre see the area and everything in it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PostGround : JurisdictionGround
{
    internal PostGround(Post post, bool mayAct, Substitution? standsInFor)
        : base(standsInFor) => (Post, MayAct) = (post, mayAct);

    /// <summary>The post.</summary>
    public Post Post { get; }

    /// <summary>True when it was asked about the very area of the post; areas below and businesses are the affair of their own cadres.</summary>
    public override bool MayAct { get; }

    private protected override BilingualText Own => (
        $"任 {Post.Area.ToShortString()} 的“{Post.Title}”", $"'{Post.Title}' of {Post.Area.ToShortString()}");
}

/// <summary>Whether a cadre may see a business or an area on a day and act on it, and why (管辖判定).</summary>
/// <param name="Cadre">The cadre.</param>
/// <param name="Area">The area that was asked about; of a business, the one it stands in.</param>
/// <param name="Business">The business that was asked about; no id when it was an area.</param>
/// <param name="On">The day.</param>
/// <param name="Grounds">All grounds, the cadre's own first, then those by standing in for others; none when the cadre may not even see it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record JurisdictionAnswer(
    CadreId Cadre, AreaCode Area, BusinessId Business, LocalDate On, ItemList<JurisdictionGround> Grounds)
{
    /// <summary>True when the cadre may see it: there is a ground.</summary>
    public bool MaySee => !Grounds.IsEmpty;

    /// <summary>True when the cadre may act on it: there is a ground that allows it.</summary>
    public bool MayAct => Grounds.Any(ground => ground.MayAct);

    /// <summary>The answer with its grounds, in both languages.</summary>
    public BilingualText Text
    {
        get
        {
            var (chinese, english) = Business.IsNone
                ? ($"区划 {Area.ToShortString()}", $"area {Area.ToShortString()}")
                : ($"主体 {Business}", $"business {Business}");
            if (!MaySee)
            {
                return ($"干部 {Cadre} 在 {On:uuuu-MM-dd} 无权查看{chinese}。", $"Cadre {Cadre} may not see {english} on {On:uuuu-MM-dd}.");
            }

            return (
                $"干部 {Cadre} 在 {On:uuuu-MM-dd} 可以{(MayAct ? "查看并处理" : "查看")}{chinese}：{string.Join("；", Grounds.Select(ground => ground.Text.Chinese))}。",
                $"Cadre {Cadre} may see {(MayAct ? "and act on " : "")}{english} on {On:uuuu-MM-dd}: {string.Join("; ", Grounds.Select(ground => ground.Text.English))}.");
        }
    }
}
