using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A condition in code (自定义条件), for what the language of conditions cannot say.</summary>
/// <remarks>
/// Slower than data and opaque: a file and an explanation can only name it, and no analysis sees inside. Prefer a derived
/// fact, computed before grading.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CustomCondition : Condition
{
    private readonly Func<IFactSource, bool> _test;

    internal CustomCondition(string id, BilingualText text, Func<IFactSource, bool> test)
    {
        ArgumentNullException.ThrowIfNull(test);
        Id = FactId.Check(id, nameof(id));
        Text = text;
        _test = test;
    }

    /// <summary>The stable key.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    public override BilingualText Text { get; }

    internal override bool Test(IFactSource source) => _test(source);
}
