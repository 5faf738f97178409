using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain;

/// <summary>One count of a scorecard (成绩单指标), of an area with everything inside it: those of the library, and those that a place adds.</summary>
/// <remarks>
/// <para>
/// A business that has ended is left out of the library's own, but for the visits made to it and the problems found at it. These are counted by one pass over the rooms; a measure of
/// one's own says itself how it counts, and is registered in <see cref="DistrictSettings.Measures"/>. Whatever shows, writes, compares, tabulates or publishes scorecards goes through
/// the measures of the scorecard, so that it stands in every output without more.
/// </para>
/// <para>Files and published reports keep the code. Two measures with the same code are equal; one that was read of a code which nobody here counts is kept and shown by that code.</para>
/// </remarks>
/// <example>
/// <code>
/// // Suspended businesses, of all.
/// var suspended = new ScorecardMeasure("suspended", ("停业主体", "suspended"), tally =>
/// {
///     foreach (var row in tally.Rows)
///         if (tally.Day.Register.At(row).Status == OperatingStatus.Suspended) tally.Add(row);
/// }) { PartOf = ScorecardMeasure.Businesses };
/// var district = new District(new DistrictSettings(WorkingCalendar.China) { Measures = [suspended] });
/// </code>
/// </example>
[JsonConverter(typeof(TextJsonConverter<ScorecardMeasure>))]
public sealed class ScorecardMeasure : IEquatable<ScorecardMeasure>, IParsable<ScorecardMeasure>
{
    private static readonly List<ScorecardMeasure> Known = [];

    private ScorecardMeasure(string code, BilingualText name, int place, ScorecardMeasure? partOf = null) =>
        (Code, Name, Place, PartOf) = (code, name, place, partOf);

    /// <summary>Makes a measure of one's own.</summary>
    /// <param name="code">What files call it: no code of the library's, nor of a column that its tables have.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="count">Counts it on a day: looks at what it needs, and adds to the tally. It is called once for each scorecard, and changes nothing.</param>
    /// <exception cref="ArgumentException">Code or name are not such, or the library counts something else by the code.</exception>
    public ScorecardMeasure(string code, BilingualText name, Action<ScorecardTally> count)
        : this(TextRule.Key.Check(code), TextRule.Name.Check(name), place: -1)
    {
        ArgumentNullException.ThrowIfNull(count);
        Count = count;
        if (Find(code) is not null)
        {
            throw new ArgumentException($"'{code}' is a measure of the library. Allowed: a code of one's own.", nameof(code));
        }
    }

    /// <summary>Businesses of the register, without those that have closed or whose licence was revoked (主体).</summary>
    public static ScorecardMeasure Businesses { get; } = BuiltIn("businesses", ("主体", "businesses"));

    /// <summary>Businesses in tier A (A 级).</summary>
    public static ScorecardMeasure TierA { get; } = BuiltIn("tier-a", ("A 级主体", "tier A"), Businesses);

    /// <summary>Businesses in tier B (B 级).</summary>
    public static ScorecardMeasure TierB { get; } = BuiltIn("tier-b", ("B 级主体", "tier B"), Businesses);

    /// <summary>Businesses in tier C (C 级).</summary>
    public static ScorecardMeasure TierC { get; } = BuiltIn("tier-c", ("C 级主体", "tier C"), Businesses);

    /// <summary>Businesses in tier D (D 级).</summary>
    public static ScorecardMeasure TierD { get; } = BuiltIn("tier-d", ("D 级主体", "tier D"), Businesses);

    /// <summary>Those of them without a tier: exempt, or not graded yet (未分级). The four tiers and these are all businesses.</summary>
    public static ScorecardMeasure WithoutTier { get; } = BuiltIn("without-tier", ("未分级主体", "without a tier"), Businesses);

    /// <summary>Businesses in a tier that have a main responsible cadre (已包保).</summary>
    public static ScorecardMeasure Tied { get; } = BuiltIn("tied", ("已包保主体", "tied to a cadre"), Businesses);

    /// <summary>Of these, businesses that the standing commitment of their main responsible names (承诺书已列名).</summary>
    public static ScorecardMeasure NamedInCommitment { get; } = BuiltIn("named-in-commitment", ("承诺书列名主体", "named in a commitment"), Tied);

    /// <summary>Cadres who answer for at least one business in a tier, in any step, also from above or from a second post; each once (包保干部).</summary>
    public static ScorecardMeasure Cadres { get; } = BuiltIn("cadres", ("包保干部", "cadres"), isOfPeople: true);

    /// <summary>Of these, cadres of provinces and cities, by the highest area in which they have businesses (市级干部).</summary>
    public static ScorecardMeasure CityCadres { get; } = BuiltIn("city-cadres", ("市级包保干部", "city cadres"), Cadres, isOfPeople: true);

    /// <summary>Of these, cadres of districts (区县级干部).</summary>
    public static ScorecardMeasure DistrictCadres { get; } = BuiltIn("district-cadres", ("区县级包保干部", "district cadres"), Cadres, isOfPeople: true);

    /// <summary>Of these, cadres of towns and streets (镇街级干部).</summary>
    public static ScorecardMeasure TownCadres { get; } = BuiltIn("town-cadres", ("镇街级包保干部", "town cadres"), Cadres, isOfPeople: true);

    /// <summary>Of these, cadres of villages and communities (村社区级干部).</summary>
    public static ScorecardMeasure VillageCadres { get; } = BuiltIn("village-cadres", ("村社区级包保干部", "village cadres"), Cadres, isOfPeople: true);

    /// <summary>Cadres who are main responsible for at least one business in a tier (主体责任人).</summary>
    public static ScorecardMeasure MainCadres { get; } = BuiltIn("main-cadres", ("主体责任人", "main responsible cadres"), Cadres, isOfPeople: true);

    /// <summary>Of these, cadres whose commitment stands, whatever it names (已签承诺书干部).</summary>
    public static ScorecardMeasure CommittedCadres { get; } = BuiltIn("committed-cadres", ("已签承诺书干部", "cadres with a commitment"), MainCadres, isOfPeople: true);

    /// <summary>Businesses that publicity reached in the round (已宣传); none without a round that has it.</summary>
    public static ScorecardMeasure Publicised { get; } = BuiltIn("publicised", ("已宣传主体", "reached by publicity"));

    /// <summary>Businesses that were trained in the round (已培训); none without a round that has it.</summary>
    public static ScorecardMeasure Trained { get; } = BuiltIn("trained", ("已培训主体", "trained"));

    /// <summary>Businesses that are to be visited (应督导): those of the round, or without one those that are tied.</summary>
    public static ScorecardMeasure VisitsDue { get; } = BuiltIn("visits-due", ("应督导主体", "due for a visit"));

    /// <summary>Of these, businesses that were visited: in the round, or without one by a cadre in the period (已督导).</summary>
    public static ScorecardMeasure Visited { get; } = BuiltIn("visited", ("已督导主体", "visited"), VisitsDue);

    /// <summary>Visits that cadres made in the period, by the day on which they began; only what has a result that stands (督导次数).</summary>
    public static ScorecardMeasure Visits { get; } = BuiltIn("visits", ("督导次数", "visits"));

    /// <summary>Of these, visits that found something not met (发现问题的督导).</summary>
    public static ScorecardMeasure VisitsWithFindings { get; } = BuiltIn("visits-with-findings", ("发现问题的督导", "visits with findings"), Visits);

    /// <summary>
    /// Problems found at the businesses, from the first up to the day (发现问题): each once, and not those dismissed as none. What found
    /// again goes on as a new problem counts as that one.
    /// </summary>
    public static ScorecardMeasure Found { get; } = BuiltIn("found", ("发现问题", "problems found"), isCumulative: true);

    /// <summary>Of these, problems put right (已整改).</summary>
    public static ScorecardMeasure Rectified { get; } = BuiltIn("rectified", ("已整改问题", "problems rectified"), Found, isCumulative: true);

    /// <summary>Of these, problems not settled on the day (整改中).</summary>
    public static ScorecardMeasure Open { get; } = BuiltIn("open", ("整改中问题", "problems open"), Found);

    /// <summary>Of the open, problems whose deadline has passed (逾期未改).</summary>
    public static ScorecardMeasure Overdue { get; } = BuiltIn("overdue", ("逾期未改问题", "problems overdue"), Open);

    /// <summary>Appointments of safety directors who are on duty on the day (在岗食品安全总监).</summary>
    public static ScorecardMeasure Directors { get; } = BuiltIn("directors", ("在岗食品安全总监", "safety directors on duty"));

    /// <summary>Appointments of safety officers who are on duty on the day (在岗食品安全员).</summary>
    public static ScorecardMeasure Officers { get; } = BuiltIn("officers", ("在岗食品安全员", "safety officers on duty"));

    /// <summary>Businesses that must have a safety director on the day; one that has closed must not (应配备总监主体).</summary>
    public static ScorecardMeasure DirectorsRequired { get; } = BuiltIn("directors-required", ("应配备总监主体", "must have a director"));

    /// <summary>Of these, businesses where all directors that they must have are on duty (总监配备到位主体).</summary>
    public static ScorecardMeasure DirectorsFilled { get; } = BuiltIn("directors-filled", ("总监配备到位主体", "with all directors on duty"), DirectorsRequired);

    /// <summary>Posts of directors and officers that must be filled on the day, a business with several each counted (应配备岗位).</summary>
    public static ScorecardMeasure PostsRequired { get; } = BuiltIn("posts-required", ("应配备岗位", "safety posts required"));

    /// <summary>Of these, posts that somebody on duty fills (已配备岗位).</summary>
    public static ScorecardMeasure PostsFilled { get; } = BuiltIn("posts-filled", ("已配备岗位", "safety posts filled"), PostsRequired);

    /// <summary>Daily records that were due in the period, on days on which the business operated by the log (应有日管控记录).</summary>
    public static ScorecardMeasure DailyRecordsDue { get; } = BuiltIn("daily-records-due", ("应有日管控记录", "daily records due"));

    /// <summary>Of these, daily records that were made (已有日管控记录).</summary>
    public static ScorecardMeasure DailyRecordsMade { get; } = BuiltIn("daily-records-made", ("已有日管控记录", "daily records made"), DailyRecordsDue);

    /// <summary>Businesses that owed a daily record in the period (应落实日管控主体).</summary>
    public static ScorecardMeasure DailyBound { get; } = BuiltIn("daily-bound", ("应落实日管控主体", "bound to daily control"));

    /// <summary>Of these, businesses that missed none (日管控无缺漏主体).</summary>
    public static ScorecardMeasure DailyKept { get; } = BuiltIn("daily-kept", ("日管控无缺漏主体", "daily control without a gap"), DailyBound);

    /// <summary>Those that the library counts, in the order in which they are shown.</summary>
    public static ImmutableArray<ScorecardMeasure> All { get; } = [.. Known];

    /// <summary>What files call it: <c>tied</c>, <c>visits-due</c>.</summary>
    public string Code { get; }

    /// <summary>What people call it: "已包保主体", "tied to a cadre". The code, where nobody here counts it.</summary>
    public BilingualText Name { get; }

    /// <summary>The count of which it is a part and never more (其中、基数): visited businesses are a part of those due for a visit; null where it is a part of none.</summary>
    public ScorecardMeasure? PartOf { get; init; }

    /// <summary>Whether it counts people, each once in every area (计人数): of areas that are added up it is not the sum.</summary>
    public bool IsOfPeople { get; init; }

    /// <summary>Whether it counts all there was up to the day, whatever the period (累计数).</summary>
    public bool IsCumulative { get; init; }

    /// <summary>The words that files and tables have for something else, beside the codes of the measures: no measure of a place's own has one.</summary>
    internal static ImmutableArray<string> TakenCodes { get; } =
    [
        "area-code", "area-name", "provisional", "not-visited", "records-missed", "daily-with-gaps",
        .. Indicator.All.Select(indicator => indicator.Code), .. Indicator.All.Select(indicator => $"indicator-{indicator.Code}"),
    ];

    /// <summary>The codes that it takes: its own, and that of its share where it is a part of another.</summary>
    internal IEnumerable<string> Codes => PartOf is null ? [Code] : [Code, ShareCode];

    internal string ShareCode => $"{Code}-share";

    /// <summary>How it is counted; null for those of the library and of a code that nobody counts.</summary>
    internal Action<ScorecardTally>? Count { get; }

    /// <summary>Its place among those of the library; -1 for all others.</summary>
    internal int Place { get; }

    /// <summary>The measure of the library with a code; null when none has it.</summary>
    /// <param name="code">A <see cref="Code"/>; case matters.</param>
    public static ScorecardMeasure? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return All.FirstOrDefault(measure => measure.Code == code);
    }

    /// <summary>The count of the businesses in a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no tier.</exception>
    public static ScorecardMeasure InTier(Tier tier) => tier.Named() switch
    {
        Tier.A => TierA,
        Tier.B => TierB,
        Tier.C => TierC,
        Tier.D => TierD,
    };

    /// <summary>Whether two have the same code.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ScorecardMeasure? left, ScorecardMeasure? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two have other codes.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ScorecardMeasure? left, ScorecardMeasure? right) => !(left == right);

    static ScorecardMeasure IParsable<ScorecardMeasure>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Read(s) ?? throw ValueFormatException.Of(s, nameof(ScorecardMeasure), TextRule.Key.Allowed);
    }

    static bool IParsable<ScorecardMeasure>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ScorecardMeasure result)
    {
        result = s is null ? null : Read(s);
        return result is not null;
    }

    /// <summary>Whether it has the same code as another.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ScorecardMeasure? other) => other is not null && Code == other.Code;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScorecardMeasure);

    /// <summary>A hash of the code.</summary>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    private static ScorecardMeasure? Read(string code) => Find(code) ?? (TextRule.Key.Admits(code) ? new ScorecardMeasure(code, (code, code), place: -1) : null);

    private static ScorecardMeasure BuiltIn(string code, BilingualText name, ScorecardMeasure? partOf = null, bool isOfPeople = false, bool isCumulative = false)
    {
        var measure = new ScorecardMeasure(code, name, Known.Count, partOf) { IsOfPeople = isOfPeople, IsCumulative = isCumulative };
        Known.Add(measure);
        return measure;
    }
}
