namespace FoodSafety.Domain.ValueTypes;

/// <summary>What to call for a type that has no JSON form.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
internal sealed class InsteadOfJsonAttribute(string call) : Attribute
{
    public string Call => call;
}
