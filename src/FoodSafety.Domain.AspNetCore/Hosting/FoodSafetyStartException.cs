using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>The application does not start, because of what it was told (平台设置有误): every fault is listed.</summary>
[JsonConverter(typeof(ValueTypes.RefusingJsonConverter))]
public sealed class FoodSafetyStartException : Exception, IBilingualError
{
    internal FoodSafetyStartException(ItemList<BilingualText> faults)
        : base(TextOf(faults).English) => Faults = faults;

    /// <summary>What is wrong, all of it: of policies with their file and line, of endpoints with their addresses.</summary>
    public ItemList<BilingualText> Faults { get; }

    /// <summary>What is wrong, in both languages, one fault a line.</summary>
    public BilingualText Text => TextOf(Faults);

    private static BilingualText TextOf(ItemList<BilingualText> faults) => (
        $"程序不能启动，有 {faults.Length} 处设置有误：\n{string.Join('\n', faults.Select(fault => $"- {fault.Chinese}"))}",
        $"The application does not start. Faults: {faults.Length}.\n{string.Join('\n', faults.Select(fault => $"- {fault.English}"))}");
}
