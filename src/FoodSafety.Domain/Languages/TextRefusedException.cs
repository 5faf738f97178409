namespace FoodSafety.Domain.Languages;

/// <summary>A text that had to keep a rule for texts breaks it (文本不合规则); <see cref="Fault"/> says why and where.</summary>
/// <remarks>The message is the fault in Chinese and in English: most such texts were typed by somebody who will read it.</remarks>
public sealed class TextRefusedException : ArgumentException, IBilingualError
{
    internal TextRefusedException(TextFault fault, string? parameter)
        : base(fault.ToString(), parameter) => Fault = fault;

    /// <summary>What is wrong with the text (差错内容).</summary>
    public TextFault Fault { get; }

    /// <summary>What is wrong with it, in both languages.</summary>
    public BilingualText Text => Fault.Text;
}
