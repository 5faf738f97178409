using FoodSafety.Domain.Languages;

namespace Wenjiang.Options;

/// <summary>The user asked for something that cannot be done; the text says what is allowed instead.</summary>
internal sealed class UsageException(BilingualText text) : Exception(text.English)
{
    public BilingualText Text { get; } = text;
}
