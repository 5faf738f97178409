namespace FoodSafety.Domain.Languages;

/// <summary>An exception of the library that can be shown to people as it is (双语错误): one handler shows them all.</summary>
/// <remarks>Programmer errors are argument exceptions, in English, and do not implement it.</remarks>
public interface IBilingualError
{
    /// <summary>What was refused and why, in both languages.</summary>
    BilingualText Text { get; }
}
