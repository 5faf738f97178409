using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>What somebody wants to do with something in the jurisdiction of cadres (管辖权限).</summary>
public enum JurisdictionAccess
{
    /// <summary>To see it (查看).</summary>
    [BilingualName("查看", "see")]
    See = 1,

    /// <summary>To act on it (处理).</summary>
    [BilingualName("处理", "act on")]
    Act = 2,
}

/// <summary>What the value of a route says over what jurisdiction is asked (管辖对象类型).</summary>
public enum JurisdictionOver
{
    /// <summary>The id of a business (主体).</summary>
    [BilingualName("主体", "business")]
    Business = 1,

    /// <summary>The code of an area (区划).</summary>
    [BilingualName("区划", "area")]
    Area = 2,

    /// <summary>The id of a finding (问题).</summary>
    [BilingualName("问题", "finding")]
    Finding = 3,

    /// <summary>The id of a rectification (整改).</summary>
    [BilingualName("整改", "rectification")]
    Rectification = 4,

    /// <summary>The id of an inspection (检查).</summary>
    [BilingualName("检查", "inspection")]
    Inspection = 5,

    /// <summary>The key of a cadre (干部).</summary>
    [BilingualName("干部", "cadre")]
    Cadre = 6,

    /// <summary>The key of the district itself (辖区).</summary>
    [BilingualName("辖区", "district")]
    District = 7,
}

/// <summary>Something of a district over which a cadre or a market station may have jurisdiction (管辖对象): the resource of <see cref="JurisdictionRequirement"/>.</summary>
/// <remarks>
/// <para>An inspection, a finding and a rectification are the affair of whoever answers for the business or the area that they are about; over one about a cadre jurisdiction gives nothing.
/// What is a cadre's own is his. The district as a whole is the affair of whoever holds a post in the area that comprises all of it.</para>
/// <para>A station sees the town that it is linked to (<see cref="Coordination.StationsLinked"/>), with all that lies in it, and acts on the businesses there and on what is about them.</para>
/// <code>
/// var may = await authorization.AuthorizeAsync(user, JurisdictionResource.OfBusiness("510115", business), new JurisdictionRequirement(JurisdictionAccess.Act));
/// </code>
/// </remarks>
public sealed record JurisdictionResource
{
    // An id, a code or an act: each is a value. Null for the district as a whole.
    private readonly object? _what;

    private JurisdictionResource(string district, object? what)
    {
        ArgumentNullException.ThrowIfNull(district);
        (District, _what) = (district, what);
    }

    /// <summary>The key of the district in the store.</summary>
    public string District { get; }

    internal bool IsAct => _what is Act;

    /// <summary>What it is, as whoever asks named it.</summary>
    public BilingualText Text => _what switch
    {
        null => ($"辖区 {District}", $"district {District}"),
        BusinessId business => JurisdictionSubject.Of(business).Text,
        AreaCode area => JurisdictionSubject.Of(area).Text,
        CadreId cadre => JurisdictionSubject.Of(cadre).Text,
        InspectionId inspection => ($"检查 {inspection}", $"inspection {inspection}"),
        FindingId finding => ($"问题 {finding}", $"finding {finding}"),
        RectificationId rectification => ($"整改 {rectification}", $"rectification {rectification}"),
        Act { Thing: { } thing } act => ($"事项“{act.Kind}”（{thing}）", $"act '{act.Kind}' ({thing})"),
        Act act => ($"事项“{act.Kind}”", $"act '{act.Kind}'"),
        _ => throw Unknown(),
    };

    /// <summary>The district as a whole: its rules, areas, cadres and posts.</summary>
    /// <param name="district">The key of the district in the store.</param>
    public static JurisdictionResource OfDistrict(string district) => new(district, null);

    /// <summary>A business.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="business">The business.</param>
    /// <exception cref="ArgumentException">There is no id.</exception>
    public static JurisdictionResource OfBusiness(string district, BusinessId business) => new(district, Stated(business, business.IsNone));

    /// <summary>An area.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="area">The area.</param>
    /// <exception cref="ArgumentException">There is no code.</exception>
    public static JurisdictionResource OfArea(string district, AreaCode area) => new(district, Stated(area, area.IsNone));

    /// <summary>What is a cadre's own: his commitments, the delegations that he gives.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="cadre">The cadre.</param>
    /// <exception cref="ArgumentException">There is no id.</exception>
    public static JurisdictionResource OfCadre(string district, CadreId cadre) => new(district, Stated(cadre, cadre.IsNone));

    /// <summary>An inspection.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="inspection">The inspection.</param>
    public static JurisdictionResource OfInspection(string district, InspectionId inspection) => new(district, inspection);

    /// <summary>A finding.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="finding">The finding.</param>
    public static JurisdictionResource OfFinding(string district, FindingId finding) => new(district, finding);

    /// <summary>A rectification.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="rectification">The rectification.</param>
    public static JurisdictionResource OfRectification(string district, RectificationId rectification) => new(district, rectification);

    /// <summary>All that an act touches, each of which whoever does it must be allowed to act on: see <see cref="DistrictEndpoints.MapFoodSafety"/>.</summary>
    /// <param name="district">The key of the district in the store.</param>
    /// <param name="act">The act.</param>
    public static JurisdictionResource OfAct(string district, Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return new(district, act);
    }

    /// <summary>What a route value names; null when it names nothing.</summary>
    internal static JurisdictionResource? Find(string? district, JurisdictionOver over, string? value)
    {
        if (TextRule.Key.FindFault(district ?? "") is not null || value is null)
        {
            return null;
        }

        return over switch
        {
            JurisdictionOver.Business => BusinessId.TryParse(value, null, out var business) ? OfBusiness(district!, business) : null,
            JurisdictionOver.Area => AreaCode.TryParse(value, out var area) && !area.IsNone ? OfArea(district!, area) : null,
            JurisdictionOver.Finding => FindingId.TryParse(value, null, out var finding) ? OfFinding(district!, finding) : null,
            JurisdictionOver.Rectification => RectificationId.TryParse(value, null, out var rectification) ? OfRectification(district!, rectification) : null,
            JurisdictionOver.Inspection => InspectionId.TryParse(value, null, out var inspection) ? OfInspection(district!, inspection) : null,
            JurisdictionOver.Cadre => CadreId.TryParse(value, null, out var cadre) ? OfCadre(district!, cadre) : null,
            JurisdictionOver.District => OfDistrict(district!),
        };
    }

    /// <summary>By which type a route value is read.</summary>
    internal static Type TypeOf(JurisdictionOver over) => over switch
    {
        JurisdictionOver.Business => typeof(BusinessId),
        JurisdictionOver.Area or JurisdictionOver.District => typeof(AreaCode),
        JurisdictionOver.Finding => typeof(FindingId),
        JurisdictionOver.Rectification => typeof(RectificationId),
        JurisdictionOver.Inspection => typeof(InspectionId),
        JurisdictionOver.Cadre => typeof(CadreId),
    };

    /// <summary>Why whoever is signed in may not, as a cadre or for a station; null when he may.</summary>
    internal Refusal? FindRefusalOf(District district, SignedIn who, JurisdictionAccess access, LocalDate on)
    {
        var ofStation = who.Station is { } station ? FindRefusalOfStation(district, station, access, on) : null;
        return who.Station is not null && ofStation is null ? null
            : who.Cadre is { } cadre ? FindRefusal(district, cadre, access, on)
            : ofStation ?? throw new ArgumentException("Jurisdiction is asked of a cadre or a station.", nameof(who));
    }

    /// <summary>Why a market station may not; null when it may.</summary>
    internal Refusal? FindRefusalOfStation(District district, string station, JurisdictionAccess access, LocalDate on)
    {
        JurisdictionSubject[] subjects = [.. SubjectsIn(district)];
        if (district.Grids.StationsOn(on)?.FindTown(station) is { } town && subjects.Length > 0)
        {
            subjects = [.. subjects.Where(subject => !subject.IsAllowed(district, town))];
            if (subjects.Length == 0)
            {
                return null;
            }
        }

        return JurisdictionRefusal.OfStation(this, [.. subjects.Where(subject => subject.IsNamed)], district, station, access, on);
    }

    /// <summary>Why a cadre may not; null when he may. What there is not is refused in the same words as what is another's.</summary>
    internal Refusal? FindRefusal(District district, CadreId cadre, JurisdictionAccess access, LocalDate on)
    {
        JurisdictionSubject[] subjects = [.. SubjectsIn(district)];
        if (district.Chains.IsInService(cadre) && subjects.Length > 0)
        {
            var jurisdiction = new Jurisdiction(district.Businesses.Register, district.Chains.Roster, district.Delegations, district.Chains.History);
            subjects = [.. subjects.Where(subject => !subject.IsAllowed(district, jurisdiction, cadre, access, on))];
            if (subjects.Length == 0)
            {
                return null;
            }
        }

        return JurisdictionRefusal.Of(this, [.. subjects.Where(subject => subject.IsNamed)], district, cadre, access, on);
    }

    private IEnumerable<JurisdictionSubject> SubjectsIn(District district) => _what switch
    {
        null => [JurisdictionSubject.District],
        BusinessId business => [JurisdictionSubject.Of(business)],
        AreaCode area => [JurisdictionSubject.Of(area)],
        CadreId cadre => [JurisdictionSubject.Of(cadre)],
        InspectionId inspection => ActSubjects.OfInspection(district, inspection),
        FindingId finding => ActSubjects.OfFinding(district, finding),
        RectificationId rectification => ActSubjects.OfRectification(district, rectification),
        Act act => ActSubjects.Of(district, act),
        _ => throw Unknown(),
    };

    private static object Stated(object id, bool isNone) => !isNone ? id : throw new ArgumentException("It has no id. Allowed: the id of what jurisdiction is asked over.", nameof(id));

    private InvalidOperationException Unknown() => new($"Nobody said over what jurisdiction is asked of {_what?.GetType().Name}.");
}
