namespace FoodSafety.Domain.Facts;

/// <summary>An entity that errors can name by its key.</summary>
internal interface IKeyed
{
    string Key { get; }
}
