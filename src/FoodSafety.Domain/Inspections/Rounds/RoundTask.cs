using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>What a round does at every business (首轮全覆盖任务). Zero, the default, is no task.</summary>
public enum RoundTask : byte
{
    /// <summary>The business is told of its duties (宣传).</summary>
    [BilingualName("宣传", "publicity")]
    Publicity = 1,

    /// <summary>Its people or its cadre are trained, as the round has it (培训).</summary>
    [BilingualName("培训", "training")]
    Training = 2,

    /// <summary>Its cadre visits it (督导检查).</summary>
    [BilingualName("督导检查", "visit")]
    Visit = 3,

    /// <summary>It is verified that it exists, is listed rightly and is tied to a cadre (核实).</summary>
    [BilingualName("核实", "verification")]
    Verification = 4,

    /// <summary>A commitment that names it is signed (承诺书签订).</summary>
    [BilingualName("承诺书签订", "commitment")]
    Commitment = 5,
}
