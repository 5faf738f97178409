using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>A text that had to be a code is not one (编码格式错误); <see cref="Fault"/> says why.</summary>
/// <remarks>The message is the fault in Chinese and in English.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CodeFormatException : FormatException, IBilingualError
{
    /// <summary>Refuses a text.</summary>
    /// <param name="fault">What is wrong with it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    public CodeFormatException(CodeFault fault)
        : base((fault ?? throw new ArgumentNullException(nameof(fault))).ToString()) => Fault = fault;

    /// <summary>What is wrong with the text (错误内容).</summary>
    public CodeFault Fault { get; }

    /// <summary>What is wrong with it, in both languages.</summary>
    public BilingualText Text => Fault.Text;
}
