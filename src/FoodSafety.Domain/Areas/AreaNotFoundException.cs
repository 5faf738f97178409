using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>An area that was asked for is not in the tree (区划不存在).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AreaNotFoundException : KeyNotFoundException, IBilingualError
{
    internal AreaNotFoundException(AreaCode code)
        : base(Describe(code).English) => Code = code;

    /// <summary>The code that was asked for (区划代码).</summary>
    public AreaCode Code { get; }

    /// <summary>The refusal as people read it.</summary>
    public BilingualText Text => Describe(Code);

    private static BilingualText Describe(AreaCode code) =>
        ($"区划树中没有代码 {code}。", $"Area {code} is not in the tree.");
}
