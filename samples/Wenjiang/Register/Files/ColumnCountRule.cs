using FluentValidation;
using FluentValidation.Results;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;

namespace Wenjiang.Register.Files;

/// <summary>
/// A rule beside those of the library: a row has as many columns as the heading. A row that lost its end, or has a comma in an
/// unquoted name, would otherwise be read with the wrong facts.
/// </summary>
internal sealed class ColumnCountRule : AbstractValidator<BusinessRow>
{
    private const string Key = "column-count";

    /// <param name="columns">How many columns the heading has.</param>
    /// <param name="oddRows">The rows that have another number, with it.</param>
    public ColumnCountRule(int columns, IReadOnlyDictionary<int, int> oddRows) => RuleFor(row => row.Row).Custom((row, context) =>
    {
        if (oddRows.TryGetValue(row, out var found))
        {
            BilingualText text = ($"该行有 {found} 列，列名行有 {columns} 列。", $"The row has {found} columns and the heading {columns}.");
            context.AddFailure(new ValidationFailure("", text.English, found) { ErrorCode = Key, CustomState = text });
        }
    });
}
