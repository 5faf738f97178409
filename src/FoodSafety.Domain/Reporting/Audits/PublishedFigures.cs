using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>The figures of a place as it published them, or as a platform computed them (公布数据): whatever was stated, and nothing else.</summary>
/// <remarks>Shares are in percent. What was not stated is null, which is not 0. <see cref="Audit"/> tells whether they can all be true.</remarks>
public sealed record PublishedFigures
{
    /// <summary>The place.</summary>
    public required BilingualText Place { get; init; }

    /// <summary>Where the figures were published (来源).</summary>
    public required Citation Source { get; init; }

    /// <summary>The day of the figures; null when it is not known.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate? Day { get; init; }

    /// <summary>All businesses of the place, tied or not (食品生产经营主体).</summary>
    public StatedCount? Businesses { get; init; }

    /// <summary>Those tied to a cadre (已包保); null where it was not said apart from <see cref="Businesses"/>.</summary>
    public StatedCount? Tied { get; init; }

    /// <summary>Tied businesses of tier A.</summary>
    public StatedCount? TierA { get; init; }

    /// <summary>Tied businesses of tier B.</summary>
    public StatedCount? TierB { get; init; }

    /// <summary>Tied businesses of tier C.</summary>
    public StatedCount? TierC { get; init; }

    /// <summary>Tied businesses of tier D.</summary>
    public StatedCount? TierD { get; init; }

    /// <summary>Cadres who answer for a business (包保干部).</summary>
    public StatedCount? Cadres { get; init; }

    /// <summary>Standing commitments, one per cadre (承诺书).</summary>
    public StatedCount? Commitments { get; init; }

    /// <summary>Businesses that were visited, each counted once (已督导主体).</summary>
    public StatedCount? Visited { get; init; }

    /// <summary>Visits, several for a business if there were (督导次数).</summary>
    public StatedCount? Visits { get; init; }

    /// <summary>Problems found (发现问题).</summary>
    public StatedCount? Found { get; init; }

    /// <summary>Businesses or visits with a problem, where that was said apart from <see cref="Found"/> (有问题的主体).</summary>
    public StatedCount? WithProblems { get; init; }

    /// <summary>Problems put right (已整改).</summary>
    public StatedCount? Rectified { get; init; }

    /// <summary>Safety directors in post (食品安全总监).</summary>
    public StatedCount? Directors { get; init; }

    /// <summary>Businesses that must have a director (应配备总监的主体).</summary>
    public StatedCount? DirectorsRequired { get; init; }

    /// <summary>Safety officers in post (食品安全员); a business may have several.</summary>
    public StatedCount? Officers { get; init; }

    /// <summary>Stated share of businesses that are tied (包保覆盖率).</summary>
    public StatedRate? TiedShare { get; init; }

    /// <summary>Stated share of cadres whose commitment stands (承诺书签订率).</summary>
    public StatedRate? CommitmentShare { get; init; }

    /// <summary>Stated share of businesses that were visited (督导覆盖率).</summary>
    public StatedRate? VisitedShare { get; init; }

    /// <summary>Stated finding rate (问题发现率): of businesses, of those visited or of visits, as the place counts.</summary>
    public StatedRate? FindingShare { get; init; }

    /// <summary>Stated share of problems put right (整改率).</summary>
    public StatedRate? RectifiedShare { get; init; }

    /// <summary>Stated share of the businesses that must have a director and do (总监配备率).</summary>
    public StatedRate? DirectorShare { get; init; }

    /// <summary>Stated share of businesses that have an officer (食品安全员配备率).</summary>
    public StatedRate? OfficerShare { get; init; }

    /// <summary>Stated businesses per cadre (人均包保数).</summary>
    public StatedRate? Load { get; init; }

    /// <summary>Channels of self-control records, each with its own coverage; empty when none was stated.</summary>
    public ItemList<RecordChannel> Channels { get; init; }

    /// <summary>Stated coverage of all channels together (日管控覆盖率).</summary>
    public StatedRate? RecordShare { get; init; }

    /// <summary>Targets by stages; empty when none was set.</summary>
    public ItemList<StagedTarget> Stages { get; init; }

    /// <summary>
    /// The coverage of all channels together in percent, from their counts; null unless every channel states both counts exactly, for
    /// the mean of shares would weigh few makers like many caterers.
    /// </summary>
    public decimal? PooledRecordShare
    {
        get
        {
            if (Channels.IsEmpty || Channels.Any(channel => channel is not { Recording.IsExact: true, Bound.IsExact: true }))
            {
                return null;
            }

            var bound = Channels.Sum(channel => channel.Bound!.Value.Least);
            return bound == 0 ? null : 100m * Channels.Sum(channel => channel.Recording!.Value.Least) / bound;
        }
    }

    /// <summary>How many businesses are not tied yet (尚未包保); null unless both counts are stated exactly and agree.</summary>
    public long? NotTied => Businesses is { IsExact: true, Least: var all } && Tied is { IsExact: true, Least: var tied } && tied <= all ? all - tied : null;

    /// <summary>How far each stage was reached; empty unless the day and both counts are stated exactly.</summary>
    public ItemList<StageProgress> Progress
    {
        get
        {
            if (Day is not { } day || Businesses is not { IsExact: true, Least: var all } || Tied is not { IsExact: true, Least: var tied })
            {
                return [];
            }

            return [.. Stages.Select(stage => new StageProgress(stage, stage.CountOf(all), Math.Max(0, stage.CountOf(all) - tied), stage.By <= day))];
        }
    }
}

/// <summary>
/// One channel of self-control records (自查记录渠道), as of makers or of caterers, with its own coverage. Channels are never averaged:
/// 92.03 % of the makers and 32.10 % of the caterers are not 62 % of anything.
/// </summary>
/// <param name="Name">Whose records they are.</param>
/// <param name="Share">The coverage as stated, in percent; null when it was not.</param>
/// <param name="Recording">How many businesses keep records; null when it was not stated.</param>
/// <param name="Bound">How many are bound to; null when it was not stated.</param>
public sealed record RecordChannel(BilingualText Name, StatedRate? Share, StatedCount? Recording = null, StatedCount? Bound = null)
{
    /// <summary>Whose records they are.</summary>
    public BilingualText Name { get; init => field = TextRule.Name.CheckAny(value, nameof(Name)); } = TextRule.Name.CheckAny(Name, nameof(Name));
}
