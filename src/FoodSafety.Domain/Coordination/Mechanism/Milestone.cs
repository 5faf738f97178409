using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A mark on the time line of a line of work (时间节点): what must have been reached by a day.</summary>
public sealed record Milestone
{
    /// <summary>Describes a milestone.</summary>
    /// <param name="code">What files call it, once in its line: 1 to 64 characters without white space.</param>
    /// <param name="name">What is to be reached.</param>
    /// <param name="dueBy">The last day on which it is reached in time, inclusive.</param>
    /// <exception cref="ArgumentException">The code is none, or the name is empty.</exception>
    public Milestone(string code, BilingualText name, LocalDate dueBy)
    {
        (Code, Name) = Codes.Check(code, name);
        DueBy = dueBy;
    }

    /// <summary>What files call it (编码).</summary>
    public string Code { get; }

    /// <summary>What is to be reached (目标).</summary>
    public BilingualText Name { get; }

    /// <summary>The last day on which it is reached in time (完成时限), inclusive.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate DueBy { get; }
}
