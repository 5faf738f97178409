namespace FoodSafety.Domain.ValueTypes;

/// <summary>A value whose text for people says less, or says it in two languages: in JSON it has a text of its own, which is what it parses.</summary>
internal interface IJsonText
{
    string JsonText { get; }

    /// <summary>True for a default value that stands for nothing, and is null in JSON. Where it is a value like any other it is written.</summary>
    bool IsNothing => false;
}
