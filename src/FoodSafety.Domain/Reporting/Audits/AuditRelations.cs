using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>The names of <see cref="AuditRelation"/>.</summary>
public static class AuditRelations
{
    /// <summary>The relation as people read it.</summary>
    /// <param name="relation">The relation.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="relation"/> is not one of the named values.</exception>
    public static BilingualText Name(this AuditRelation relation) => relation.Named() switch
    {
        AuditRelation.TiersComeToBusinesses => ("四级合计等于主体数", "the tiers come to the businesses"),
        AuditRelation.TiedWithinBusinesses => ("已包保数不超过主体数", "tied businesses within all businesses"),
        AuditRelation.VisitedWithinBusinesses => ("已督导主体不超过主体数", "visited businesses within all businesses"),
        AuditRelation.VisitedWithinVisits => ("已督导主体不超过督导次数", "visited businesses within visits"),
        AuditRelation.RectifiedWithinFound => ("整改数不超过发现数", "problems rectified within problems found"),
        AuditRelation.WithProblemsWithinFound => ("有问题的主体不超过问题数", "those with a problem within problems found"),
        AuditRelation.CommitmentsWithinCadres => ("承诺书不超过干部数", "commitments within cadres"),
        AuditRelation.DirectorsWithinRequired => ("总监数不超过应配备数", "directors within those required"),
        AuditRelation.RequiredWithinBusinesses => ("应配备总监的主体不超过主体数", "directors required within businesses"),
        AuditRelation.OfficersReachShare => ("安全员数达到配备率", "officers reach the stated share"),
        AuditRelation.TiedShare => ("包保覆盖率与数据相符", "share of tied businesses"),
        AuditRelation.CommitmentShare => ("承诺书签订率与数据相符", "share of commitments"),
        AuditRelation.VisitedShare => ("督导覆盖率与数据相符", "share of visited businesses"),
        AuditRelation.FindingShare => ("问题发现率与数据相符", "finding rate"),
        AuditRelation.RectifiedShare => ("整改率与数据相符", "share of rectified problems"),
        AuditRelation.DirectorShare => ("总监配备率与数据相符", "share of directors"),
        AuditRelation.ChannelShare => ("记录覆盖率与数据相符", "coverage of a channel of records"),
        AuditRelation.Load => ("人均包保数与数据相符", "businesses per cadre"),
        AuditRelation.ShareWithinWhole => ("比率不超过100%", "share within 100 percent"),
        AuditRelation.RecordShareBetweenChannels => ("总覆盖率介于各渠道之间", "overall coverage between that of the channels"),
        AuditRelation.StagesRise => ("阶段目标逐步提高", "staged targets rise"),
    };
}
