using FoodSafety.Domain.Languages;

namespace DistrictDesk.Layout;

/// <summary>A field of a form cannot be read.</summary>
public sealed class UnreadableFieldException(string name) : FormatException($"The field '{name}' cannot be read."), IBilingualError
{
    public BilingualText Text => ($"“{name}”未填或无法识别。", $"'{name}' is missing or cannot be read.");
}
