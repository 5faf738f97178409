using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>Rules of the user's own for rows, or none: what they say, also where one of them throws.</summary>
internal sealed class OwnRowRules(IValidator<BusinessRow>? rules)
{
    /// <summary>What they say of a row; nothing where there are none.</summary>
    public List<ValidationFailure> Failures(BusinessRow row)
    {
        if (rules is null)
        {
            return [];
        }

        try
        {
            return rules.Validate(row).Errors;
        }
        catch (Exception thrown) when (thrown is not AsyncValidatorInvokedSynchronouslyException)
        {
            return ByField(rules, row, thrown);
        }
    }

    /// <summary>Tests the rules field by field, so that the field of the rule that threw is known, and what the others say is not lost.</summary>
    private static List<ValidationFailure> ByField(IValidator<BusinessRow> rules, BusinessRow row, Exception thrown)
    {
        var failures = new List<ValidationFailure>();
        var isFound = false;
        foreach (var property in rules.CreateDescriptor().GetMembersWithValidators().Select(member => member.Key).Where(name => !string.IsNullOrEmpty(name)))
        {
            try
            {
                failures.AddRange(rules.Validate(row, options => options.IncludeProperties(property)).Errors);
            }
            catch (Exception again) when (again is not AsyncValidatorInvokedSynchronouslyException)
            {
                failures.Add(Failed(property, again));
                isFound = true;
            }
        }

        // A rule of the row as a whole belongs to no field.
        return isFound ? failures : [.. failures, Failed("", thrown)];
    }

    private static ValidationFailure Failed(string property, Exception thrown)
    {
        var what = $"{thrown.GetType().Name}: {thrown.Message}";
        return new ValidationFailure(property, $"A rule of the user's own failed: {what}")
        {
            ErrorCode = ImportRules.RuleFailed,
            CustomState = new BilingualText(
                $"自定义规则{(property.Length > 0 ? $"（{property}）" : "")}执行出错：{what}。",
                $"A rule of the user's own{(property.Length > 0 ? $" for {property}" : "")} failed: {what}"),
        };
    }

    /// <summary>A failure of any rule as a fault of the row.</summary>
    public static RowFault FaultOf(BusinessRow row, ValidationFailure failure)
    {
        var field = ImportFields.FindByProperty(failure.PropertyName ?? "");
        return new RowFault(
            field?.Column ?? failure.PropertyName ?? "",
            field is not null ? field.Get(row) : failure.AttemptedValue is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null,
            string.IsNullOrEmpty(failure.ErrorCode) ? ImportRules.OwnRule : failure.ErrorCode,
            failure.CustomState is BilingualText text ? text : (failure.ErrorMessage ?? "", failure.ErrorMessage ?? ""));
    }
}
