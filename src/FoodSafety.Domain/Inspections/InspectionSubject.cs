using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Inspections;

/// <summary>Whom or what an inspection or a finding is about (检查对象): a business, a cadre or an area.</summary>
/// <remarks>The default value is nothing. In JSON it is its kind and key: <c>business B-1</c>, <c>area 510115000000</c>.</remarks>
[JsonConverter(typeof(TextJsonConverter<InspectionSubject>))]
public readonly record struct InspectionSubject : ITextValue<InspectionSubject>, IJsonText
{
    private InspectionSubject(InspectionSubjectKind kind) => Kind = kind;

    /// <summary>Which of the three it is; 0 by default.</summary>
    public InspectionSubjectKind Kind { get; }

    /// <summary>The business; no id when it is none.</summary>
    public BusinessId Business { get; private init; }

    /// <summary>The cadre; no id when it is none.</summary>
    public CadreId Cadre { get; private init; }

    /// <summary>The area; no area when it is none.</summary>
    public AreaCode Area { get; private init; }

    /// <summary>True when it is nothing.</summary>
    public bool IsNone => Kind == 0;

    /// <summary>The subject as people read it: "企业 B-1", "business B-1".</summary>
    public BilingualText Text => Kind switch
    {
        InspectionSubjectKind.Business => ($"企业 {Business}", $"business {Business}"),
        InspectionSubjectKind.Cadre => ($"干部 {Cadre}", $"cadre {Cadre}"),
        InspectionSubjectKind.Area => ($"属地 {Area}", $"area {Area}"),
        0 => ("无对象", "no subject"),
    };

    /// <summary>A business as subject.</summary>
    /// <param name="business">The business.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    public static InspectionSubject OfBusiness(BusinessId business) => business.IsNone
        ? throw new ArgumentException("A business has an id.", nameof(business))
        : new(InspectionSubjectKind.Business) { Business = business };

    /// <summary>A cadre as subject.</summary>
    /// <param name="cadre">The cadre.</param>
    /// <exception cref="ArgumentException">The cadre has no id.</exception>
    public static InspectionSubject OfCadre(CadreId cadre) => cadre.IsNone
        ? throw new ArgumentException("A cadre has an id.", nameof(cadre))
        : new(InspectionSubjectKind.Cadre) { Cadre = cadre };

    /// <summary>An area as subject.</summary>
    /// <param name="area">The area.</param>
    /// <exception cref="ArgumentException">The code names no area.</exception>
    public static InspectionSubject OfArea(AreaCode area) => area.IsNone
        ? throw new ArgumentException("The code names no area.", nameof(area))
        : new(InspectionSubjectKind.Area) { Area = area };

    static BilingualText ITextValue<InspectionSubject>.Allowed => ("business、cadre 或 area 加空格和编号，如 business B-1", "business, cadre or area, a blank, and the key, as business B-1");

    string IJsonText.JsonText => Text.English;

    bool IJsonText.IsNothing => IsNone;

    static InspectionSubject IParsable<InspectionSubject>.Parse(string s, IFormatProvider? provider) => ITextValue<InspectionSubject>.Read(s);

    static bool IParsable<InspectionSubject>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InspectionSubject result)
    {
        result = s?.Split(' ') switch
        {
            ["business", var key] when BusinessId.TryParse(key, null, out var business) => OfBusiness(business),
            ["cadre", var key] when CadreId.TryParse(key, null, out var cadre) => OfCadre(cadre),
            ["area", var key] when AreaCode.TryParse(key, out var area) && !area.IsNone => OfArea(area),
            _ => default,
        };
        return !result.IsNone;
    }

    /// <summary>The subject in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>What is inspected (检查对象类型).</summary>
/// <remarks>Zero, the default, is nothing.</remarks>
public enum InspectionSubjectKind : byte
{
    /// <summary>A business (食品生产经营主体).</summary>
    [BilingualName("企业", "business")]
    Business = 1,

    /// <summary>A cadre, by oversight (包保干部).</summary>
    [BilingualName("干部", "cadre")]
    Cadre = 2,

    /// <summary>An area with all its cadres, by oversight (属地).</summary>
    [BilingualName("属地", "area")]
    Area = 3,
}
