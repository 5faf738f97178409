using System.Text.Json;
using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>What a controller of an API was sent and could not bind, told as an endpoint tells it.</summary>
internal static class ModelProblem
{
    public static IActionResult Answer(ActionContext context)
    {
        var language = context.HttpContext.FindLanguage();
        FieldError[] errors = [.. context.ModelState.SelectMany(state => ErrorsOf(state.Key, state.Value!, context.ActionDescriptor))];
        var details = RequestProblem.Of(errors).In(language);
        context.HttpContext.AnswerIn(language);
        return new ObjectResult(details) { StatusCode = StatusCodes.Status422UnprocessableEntity, ContentTypes = { "application/problem+json" } };
    }

    private static IEnumerable<FieldError> ErrorsOf(string field, ModelStateEntry state, ActionDescriptor action) => state.Errors.SelectMany(error => error.Exception switch
    {
        JsonException json => Problem.OfJson(json).Errors,
        { InnerException: JsonException json } => Problem.OfJson(json).Errors,
        IBilingualError { Text: var text } => [new FieldError(field, text)],
        _ when state.AttemptedValue is { } attempted && action.Parameters.FirstOrDefault(parameter => parameter.Name == field) is { } parameter
            && FieldText.FindFault(parameter.ParameterType, attempted) is { } text => (IEnumerable<FieldError>)[new FieldError(field, text)],
        _ => [new FieldError(field, (error.ErrorMessage, error.ErrorMessage))],
    });
}
