using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>Figures that cannot be true together (数据矛盾): which, what should hold between them, and what was found.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AuditFinding
{
    internal AuditFinding(AuditRelation relation, ImmutableArray<AuditNumber> numbers, BilingualText expected, BilingualText found, ImmutableArray<BilingualText> unless) =>
        (Relation, Numbers, Expected, Found, Unless) = (relation, numbers, expected, found, unless);

    /// <summary>What should hold.</summary>
    public AuditRelation Relation { get; }

    /// <summary>The numbers that were looked at, the one that was judged first.</summary>
    public ItemList<AuditNumber> Numbers { get; }

    /// <summary>What the other numbers ask for.</summary>
    public BilingualText Expected { get; }

    /// <summary>What was stated instead.</summary>
    public BilingualText Found { get; }

    /// <summary>What would have to be so for the numbers to be true after all; empty when nothing is known that would help.</summary>
    public ItemList<BilingualText> Unless { get; }

    /// <summary>The finding in one sentence, in both languages.</summary>
    public BilingualText Text
    {
        get
        {
            var name = Relation.Name();
            var chinese = Unless.IsEmpty ? "" : "；除非" + string.Join("，或", Unless.Select(one => one.Chinese));
            var english = Unless.IsEmpty ? "" : "; unless " + string.Join(", or ", Unless.Select(one => one.English));
            return (
                $"{name.Chinese}：应为 {Expected.Chinese}，公布 {Found.Chinese}{chinese}。",
                $"{name.English}: expected {Expected.English}, stated {Found.English}{english}.");
        }
    }

    /// <summary>The finding in English.</summary>
    public override string ToString() => Text.English;
}

/// <summary>A number that an audit looked at, as it was stated (核对数).</summary>
/// <param name="Name">Which figure it is.</param>
/// <param name="Stated">The number as stated: "119", "&gt; 600", "3.8%".</param>
/// <remarks>The default value has no name and no number.</remarks>
public readonly record struct AuditNumber(BilingualText Name, string Stated);

/// <summary>What must hold between figures for them to be true together (勾稽关系).</summary>
/// <remarks>The default value 0 is no relation.</remarks>
public enum AuditRelation
{
    /// <summary>The four tiers come to the tied businesses, or to all where those are not stated apart (分级合计).</summary>
    [BilingualName("四级合计等于主体数", "the tiers come to the businesses")]
    TiersComeToBusinesses = 1,

    /// <summary>No more businesses are tied than there are.</summary>
    [BilingualName("已包保数不超过主体数", "tied businesses within all businesses")]
    TiedWithinBusinesses = 2,

    /// <summary>No more businesses are visited than there are.</summary>
    [BilingualName("已督导主体不超过主体数", "visited businesses within all businesses")]
    VisitedWithinBusinesses = 3,

    /// <summary>No more businesses are visited than visits are made.</summary>
    [BilingualName("已督导主体不超过督导次数", "visited businesses within visits")]
    VisitedWithinVisits = 4,

    /// <summary>No more problems are put right than were found.</summary>
    [BilingualName("整改数不超过发现数", "problems rectified within problems found")]
    RectifiedWithinFound = 5,

    /// <summary>No more businesses or visits have a problem than problems were found.</summary>
    [BilingualName("有问题的主体不超过问题数", "those with a problem within problems found")]
    WithProblemsWithinFound = 6,

    /// <summary>No more commitments stand than there are cadres: each has one.</summary>
    [BilingualName("承诺书不超过干部数", "commitments within cadres")]
    CommitmentsWithinCadres = 7,

    /// <summary>No more directors than businesses that must have one, or than businesses where that is not stated.</summary>
    [BilingualName("总监数不超过应配备数", "directors within those required")]
    DirectorsWithinRequired = 8,

    /// <summary>No more businesses must have a director than there are.</summary>
    [BilingualName("应配备总监的主体不超过主体数", "directors required within businesses")]
    RequiredWithinBusinesses = 9,

    /// <summary>As many officers as the businesses that are said to have one, or more.</summary>
    [BilingualName("安全员数达到配备率", "officers reach the stated share")]
    OfficersReachShare = 10,

    /// <summary>The stated share of tied businesses is that of the counts.</summary>
    [BilingualName("包保覆盖率与数据相符", "share of tied businesses")]
    TiedShare = 11,

    /// <summary>The stated share of commitments is that of the counts.</summary>
    [BilingualName("承诺书签订率与数据相符", "share of commitments")]
    CommitmentShare = 12,

    /// <summary>The stated share of visited businesses is that of the counts.</summary>
    [BilingualName("督导覆盖率与数据相符", "share of visited businesses")]
    VisitedShare = 13,

    /// <summary>The stated finding rate is that of the counts, of businesses, of those visited or of visits.</summary>
    [BilingualName("问题发现率与数据相符", "finding rate")]
    FindingShare = 14,

    /// <summary>The stated share of problems put right is that of the counts.</summary>
    [BilingualName("整改率与数据相符", "share of rectified problems")]
    RectifiedShare = 15,

    /// <summary>The stated share of directors is that of the counts.</summary>
    [BilingualName("总监配备率与数据相符", "share of directors")]
    DirectorShare = 16,

    /// <summary>The stated coverage of a channel of records is that of its counts.</summary>
    [BilingualName("记录覆盖率与数据相符", "coverage of a channel of records")]
    ChannelShare = 17,

    /// <summary>The stated load is businesses per cadre.</summary>
    [BilingualName("人均包保数与数据相符", "businesses per cadre")]
    Load = 18,

    /// <summary>A share of a whole is no more than the whole (不超过100%).</summary>
    [BilingualName("比率不超过100%", "share within 100 percent")]
    ShareWithinWhole = 19,

    /// <summary>The coverage of all channels lies between that of the least and that of the best.</summary>
    [BilingualName("总覆盖率介于各渠道之间", "overall coverage between that of the channels")]
    RecordShareBetweenChannels = 20,

    /// <summary>A later stage asks for no less than an earlier one.</summary>
    [BilingualName("阶段目标逐步提高", "staged targets rise")]
    StagesRise = 21,
}
