namespace FoodSafety.Domain.ValueTypes;

/// <summary>A value whose text for people says less, or says it in two languages: in JSON it has a text of its own, which is what it parses.</summary>
internal interface IJsonText
{
    string JsonText { get; }
}
