using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A commitment cannot be signed, renewed or ended (承诺书事项被驳回); nothing was changed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CommitmentRefusedException : Exception, IBilingualError
{
    internal CommitmentRefusedException(CommitmentRefusal refusal, CadreId cadre, LocalDate on, Commitment? standing)
        : base(Describe(refusal, cadre, on, standing).English) => (Refusal, Cadre, On, Standing) = (refusal, cadre, on, standing);

    /// <summary>Why.</summary>
    public CommitmentRefusal Refusal { get; }

    /// <summary>The cadre.</summary>
    public CadreId Cadre { get; }

    /// <summary>The day of the act.</summary>
    public LocalDate On { get; }

    /// <summary>The commitment of the cadre that stands on the day; null when none does.</summary>
    public Commitment? Standing { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text => Describe(Refusal, Cadre, On, Standing);

    private static BilingualText Describe(CommitmentRefusal refusal, CadreId cadre, LocalDate on, Commitment? standing) => refusal switch
    {
        CommitmentRefusal.AlreadyStands => (
            $"干部 {cadre} 已有 {standing!.SignedOn:uuuu-MM-dd} 签订的承诺书（编号 {standing.Id}），只能续签。",
            $"Cadre {cadre} has commitment {standing.Id}, signed on {standing.SignedOn:uuuu-MM-dd}; it can only be renewed."),
        CommitmentRefusal.NoneStands => (
            $"干部 {cadre} 在 {on:uuuu-MM-dd} 没有有效的承诺书，只能新签。",
            $"Cadre {cadre} has no standing commitment on {on:uuuu-MM-dd}; one can only be signed."),
        CommitmentRefusal.NamesNoBusiness => (
            $"干部 {cadre} 的承诺书没有列明包保主体。至少列明一家。",
            $"The commitment of cadre {cadre} names no business. Allowed: one or more."),
    };
}
