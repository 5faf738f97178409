using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace GeneratedDistrict.Cadres;

/// <summary>The titles of the cadres of an area: the heads first, then those under them, over and over.</summary>
public sealed record PostTitles(ImmutableArray<string> Heads, ImmutableArray<string> Others)
{
    public static PostTitles Of(Area area) => area.Level switch
    {
        AreaLevel.Province => new(["副省长"], ["省委常委", "省人大常委会副主任", "省政协副主席"]),
        AreaLevel.City => new(["副市长"], ["市委常委", "市人大常委会副主任", "市政协副主席"]),
        AreaLevel.District => new(["区委书记", "区长"], ["区委常委", "副区长", "区人大常委会副主任", "区政协副主席", "区级部门主要负责人", "区级部门负责人"]),
        AreaLevel.Town when area.Name.EndsWith("街道", StringComparison.Ordinal) => new(["党工委书记", "办事处主任"], ["党工委委员", "办事处副主任", "内设机构负责人"]),
        AreaLevel.Town => new(["镇党委书记", "镇长"], ["镇党委委员", "副镇长", "内设机构负责人"]),
        AreaLevel.Village when area.Name.EndsWith("村村委会", StringComparison.Ordinal) => new(["村党组织书记"], ["村委会副主任", "村委会委员", "村网格员"]),
        AreaLevel.Village => new(["社区党组织书记"], ["居委会副主任", "居委会委员", "社区网格员"]),
    };

    /// <summary>The title of the cadre with a number, from 0.</summary>
    public string At(int number) => number < Heads.Length ? Heads[number] : Others[(number - Heads.Length) % Others.Length];
}
