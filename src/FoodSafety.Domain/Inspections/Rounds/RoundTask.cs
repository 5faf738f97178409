namespace FoodSafety.Domain.Inspections;

/// <summary>What a round does at every business (首轮全覆盖任务). Zero, the default, is no task.</summary>
/// <remarks>Names are in <see cref="RoundTasks"/>.</remarks>
public enum RoundTask : byte
{
    /// <summary>The business is told of its duties (宣传).</summary>
    Publicity = 1,

    /// <summary>Its people or its cadre are trained, as the round has it (培训).</summary>
    Training = 2,

    /// <summary>Its cadre visits it (督导检查).</summary>
    Visit = 3,

    /// <summary>It is verified that it exists, is listed rightly and is tied to a cadre (核实).</summary>
    Verification = 4,

    /// <summary>A commitment that names it is signed (承诺书签订).</summary>
    Commitment = 5,
}
