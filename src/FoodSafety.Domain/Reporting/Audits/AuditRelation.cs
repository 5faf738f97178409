namespace FoodSafety.Domain.Reporting;

/// <summary>What must hold between figures for them to be true together (勾稽关系).</summary>
/// <remarks>The default value 0 is no relation. Names are in <see cref="AuditRelations"/>.</remarks>
public enum AuditRelation
{
    /// <summary>The four tiers come to the tied businesses, or to all where those are not stated apart (分级合计).</summary>
    TiersComeToBusinesses = 1,

    /// <summary>No more businesses are tied than there are.</summary>
    TiedWithinBusinesses = 2,

    /// <summary>No more businesses are visited than there are.</summary>
    VisitedWithinBusinesses = 3,

    /// <summary>No more businesses are visited than visits are made.</summary>
    VisitedWithinVisits = 4,

    /// <summary>No more problems are put right than were found.</summary>
    RectifiedWithinFound = 5,

    /// <summary>No more businesses or visits have a problem than problems were found.</summary>
    WithProblemsWithinFound = 6,

    /// <summary>No more commitments stand than there are cadres: each has one.</summary>
    CommitmentsWithinCadres = 7,

    /// <summary>No more directors than businesses that must have one, or than businesses where that is not stated.</summary>
    DirectorsWithinRequired = 8,

    /// <summary>No more businesses must have a director than there are.</summary>
    RequiredWithinBusinesses = 9,

    /// <summary>As many officers as the businesses that are said to have one, or more.</summary>
    OfficersReachShare = 10,

    /// <summary>The stated share of tied businesses is that of the counts.</summary>
    TiedShare = 11,

    /// <summary>The stated share of commitments is that of the counts.</summary>
    CommitmentShare = 12,

    /// <summary>The stated share of visited businesses is that of the counts.</summary>
    VisitedShare = 13,

    /// <summary>The stated finding rate is that of the counts, of businesses, of those visited or of visits.</summary>
    FindingShare = 14,

    /// <summary>The stated share of problems put right is that of the counts.</summary>
    RectifiedShare = 15,

    /// <summary>The stated share of directors is that of the counts.</summary>
    DirectorShare = 16,

    /// <summary>The stated coverage of a channel of records is that of its counts.</summary>
    ChannelShare = 17,

    /// <summary>The stated load is businesses per cadre.</summary>
    Load = 18,

    /// <summary>A share of a whole is no more than the whole (不超过100%).</summary>
    ShareWithinWhole = 19,

    /// <summary>The coverage of all channels lies between that of the least and that of the best.</summary>
    RecordShareBetweenChannels = 20,

    /// <summary>A later stage asks for no less than an earlier one.</summary>
    StagesRise = 21,
}
