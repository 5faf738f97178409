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
