using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="FindingSource"/>.</summary>
public static class FindingSources
{
    /// <summary>The source as people read it.</summary>
    /// <param name="source">The source.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="source"/> is not one of the named values.</exception>
    public static BilingualText Name(this FindingSource source) => source.Named() switch
    {
        FindingSource.Inspection => ("检查发现", "inspection"),
        FindingSource.SelfCheck => ("企业自查", "self-check"),
        FindingSource.Complaint => ("投诉举报", "complaint or report"),
        FindingSource.SamplingTest => ("监督抽检", "sampling test"),
        FindingSource.HandedOver => ("交办移送", "handed down or over"),
    };
}
