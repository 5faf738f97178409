using System.Text.Json;
using FluentValidation;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>A field of what was sent that cannot be taken, and why.</summary>
internal readonly record struct FieldError(string Field, BilingualText Text);

/// <summary>What a request is answered that is not done: as data, in no language yet (问题详情).</summary>
internal sealed record Problem(int Status, string Code, BilingualText Title, BilingualText Detail)
{
    public static readonly BilingualText NotSignedInTitle = ("尚未登录", "Not signed in");
    public static readonly BilingualText ForbiddenTitle = ("无权办理", "Not allowed");
    public static readonly BilingualText NotFoundTitle = ("未找到", "Not found");
    public static readonly BilingualText RefusedTitle = ("不予受理", "Refused");
    public static readonly BilingualText NotValidTitle = ("填报有误", "Not valid");
    public static readonly BilingualText UnavailableTitle = ("暂不可用", "Not available now");
    public static readonly BilingualText BrokenTitle = ("程序错误", "An error of the program");

    private static readonly Dictionary<Type, Func<Exception, Problem>> ByType = new()
    {
        // What the law or the state of the district does not allow.
        [typeof(ActsRefusedException)] = Of<ActsRefusedException>(StatusCodes.Status409Conflict, "acts-refused", RefusedTitle, (e, problem) => problem with { Refusals = e.Refusals }),
        [typeof(TakeOverException)] = Of<TakeOverException>(StatusCodes.Status409Conflict, "take-over-refused", RefusedTitle),
        [typeof(LedgerDayException)] = Of<LedgerDayException>(StatusCodes.Status409Conflict, "day-refused", RefusedTitle),
        [typeof(CalendarYearUnknownException)] = Of<CalendarYearUnknownException>(StatusCodes.Status409Conflict, "calendar-year-unknown", RefusedTitle),
        [typeof(NoChainException)] = Of<NoChainException>(StatusCodes.Status409Conflict, "no-chain", RefusedTitle),

        [typeof(RequestRefusedException)] = Of<RequestRefusedException>(StatusCodes.Status409Conflict, "request-reused", RefusedTitle),

        // What is not an affair of whoever asks.
        [typeof(ActsForbiddenException)] = Of<ActsForbiddenException>(StatusCodes.Status403Forbidden, "acts-forbidden", ForbiddenTitle, (e, problem) => problem with { Refusals = e.Refusals }),
        [typeof(NotACadreException)] = Of<NotACadreException>(StatusCodes.Status403Forbidden, "not-a-cadre", ForbiddenTitle),

        // What is safe to be asked again.
        [typeof(OutcomeUnknownException)] = Of<OutcomeUnknownException>(StatusCodes.Status503ServiceUnavailable, "outcome-unknown", UnavailableTitle),
        [typeof(DatabaseNewerException)] = Of<DatabaseNewerException>(StatusCodes.Status503ServiceUnavailable, "database-newer", UnavailableTitle),
        [typeof(ClocksDifferException)] = Of<ClocksDifferException>(StatusCodes.Status503ServiceUnavailable, "clocks-differ", UnavailableTitle),

        // What there is not.
        [typeof(DistrictNotFoundException)] = Of<DistrictNotFoundException>(StatusCodes.Status404NotFound, "district-not-found", NotFoundTitle),
        [typeof(BusinessNotFoundException)] = Of<BusinessNotFoundException>(StatusCodes.Status404NotFound, "business-not-found", NotFoundTitle),
        [typeof(CadreNotFoundException)] = Of<CadreNotFoundException>(StatusCodes.Status404NotFound, "cadre-not-found", NotFoundTitle),
        [typeof(AreaNotFoundException)] = Of<AreaNotFoundException>(StatusCodes.Status404NotFound, "area-not-found", NotFoundTitle),

        // What was sent and cannot be read, or breaks a rule by itself.
        [typeof(DataFileException)] = Of<DataFileException>(StatusCodes.Status422UnprocessableEntity, "data-not-valid", NotValidTitle,
            (e, problem) => problem with { Errors = [.. e.Faults.Select(fault => new FieldError(fault.Path, fault.Message))] }),
        [typeof(TextRefusedException)] = Of<TextRefusedException>(StatusCodes.Status422UnprocessableEntity, "text-not-valid", NotValidTitle,
            (e, problem) => e.ParamName is { } field ? problem with { Errors = [new FieldError(field, e.Text)] } : problem),
        [typeof(ValueFormatException)] = Of<ValueFormatException>(StatusCodes.Status422UnprocessableEntity, "value-not-valid", NotValidTitle),
        [typeof(CodeFormatException)] = Of<CodeFormatException>(StatusCodes.Status422UnprocessableEntity, "code-not-valid", NotValidTitle),
        [typeof(FieldFormatException)] = Of<FieldFormatException>(StatusCodes.Status422UnprocessableEntity, "value-not-valid", NotValidTitle),
        [typeof(JsonValueException)] = e => OfJson((JsonException)e),
        [typeof(JsonFormException)] = e => OfJson((JsonException)e),
        [typeof(AreaTreeException)] = Of<AreaTreeException>(StatusCodes.Status422UnprocessableEntity, "areas-not-valid", NotValidTitle, (e, problem) => problem with { Faults = [.. e.Faults.Select(fault => fault.Text)] }),
        [typeof(AreaDecisionException)] = Of<AreaDecisionException>(StatusCodes.Status422UnprocessableEntity, "area-decisions-not-valid", NotValidTitle, (e, problem) => problem with { Faults = [.. e.Faults.Select(fault => fault.Reason)] }),
        [typeof(CadreRosterException)] = Of<CadreRosterException>(StatusCodes.Status422UnprocessableEntity, "roster-not-valid", NotValidTitle, (e, problem) => problem with { Faults = [.. e.Faults.Select(fault => fault.Text)] }),
        [typeof(CoordinationFaultsException)] = Of<CoordinationFaultsException>(StatusCodes.Status422UnprocessableEntity, "mechanism-not-valid", NotValidTitle, (e, problem) => problem with { Faults = [.. e.Faults.Select(fault => fault.Text)] }),
        [typeof(TimelineException)] = Of<TimelineException>(StatusCodes.Status422UnprocessableEntity, "timeline-not-valid", NotValidTitle, (e, problem) => problem with { Faults = [.. e.Faults.Select(fault => fault.Text)] }),
        [typeof(GradingPolicyException)] = Of<GradingPolicyException>(StatusCodes.Status422UnprocessableEntity, "policy-not-valid", NotValidTitle, (e, problem) => problem with { Faults = [.. e.Faults] }),

        // What the program does wrong; nobody who asks can mend it.
        [typeof(CustomConditionException)] = Of<CustomConditionException>(StatusCodes.Status500InternalServerError, "condition-failed", BrokenTitle),
        [typeof(DerivedFactException)] = Of<DerivedFactException>(StatusCodes.Status500InternalServerError, "derived-fact-failed", BrokenTitle),
        [typeof(JsonRefusedException)] = Of<JsonRefusedException>(StatusCodes.Status500InternalServerError, "no-json-form", BrokenTitle),
        [typeof(FoodSafetyStartException)] = Of<FoodSafetyStartException>(StatusCodes.Status500InternalServerError, "not-started", BrokenTitle),
    };

    /// <summary>The acts that were refused, each with its reason.</summary>
    public ItemList<Refusal> Refusals { get; init; }

    /// <summary>The fields that cannot be taken.</summary>
    public ItemList<FieldError> Errors { get; init; }

    /// <summary>What else is wrong, one by one.</summary>
    public ItemList<BilingualText> Faults { get; init; }

    /// <summary>The problem that an exception tells; null when it is none that is known, and the application's own.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="options">How exceptions of the user's own are told.</param>
    public static Problem? Find(Exception exception, FoodSafetyOptions options) => exception switch
    {
        IBilingualError { Text: var text } when options.FindProblem(exception.GetType()) is { } own => new(own.Status, own.Code, TitleOf(own.Status), text),
        ValidationException invalid => OfValidation(invalid),
        _ when ByType.TryGetValue(exception.GetType(), out var known) => known(exception),
        IBilingualError { Text: var text } => new(StatusCodes.Status422UnprocessableEntity, CodeOf(exception.GetType()), RefusedTitle, text),
        _ => DatabaseOutage.Find(exception),
    };

    /// <summary>The types of exceptions that are told as problems.</summary>
    public static IReadOnlyCollection<Type> Known => ByType.Keys;

    /// <summary>JSON that cannot be read: its faults by their places, in the document that was sent.</summary>
    public static Problem OfJson(JsonException json)
    {
        var path = (json as JsonValueException)?.Place ?? json.Path ?? "$";
        // What an item of a list says is told of the item, at its place in the whole.
        while (json is JsonValueException { InnerException: JsonException item })
        {
            json = item;
        }

        if (json.InnerException is DataFileException { Faults: var faults } file)
        {
            return new(StatusCodes.Status422UnprocessableEntity, "data-not-valid", NotValidTitle, file.Text)
            {
                Errors = [.. faults.Select(fault => new FieldError(path + fault.Path[1..], fault.Message))],
            };
        }

        return json is IBilingualError { Text: var text }
            ? new(StatusCodes.Status422UnprocessableEntity, "value-not-valid", NotValidTitle, text) { Errors = [new FieldError(path, text)] }
            : new(StatusCodes.Status400BadRequest, "not-json", NotValidTitle, ($"JSON 不能读取，位置 {path}。", $"The JSON cannot be read, at {path}."))
            {
                Errors = [new FieldError(path, ("此处不能读取，或类型不对。", "It cannot be read here, or is of the wrong type."))],
            };
    }

    /// <summary>As it is told in one language.</summary>
    public ProblemDetails In(Language language)
    {
        var details = new ProblemDetails { Status = Status, Type = $"urn:food-safety:{Code}", Title = Title.In(language), Detail = Detail.In(language) };
        details.Extensions["code"] = Code;
        if (!Refusals.IsEmpty)
        {
            details.Extensions["refusals"] = Refusals.Select(refusal => RefusalDetails.Of(refusal, language)).ToArray();
        }

        if (!Errors.IsEmpty)
        {
            details.Extensions["errors"] = Errors.GroupBy(error => error.Field).ToDictionary(same => same.Key, same => same.Select(error => error.Text.In(language)).ToArray());
        }

        if (!Faults.IsEmpty)
        {
            details.Extensions["faults"] = Faults.Select(fault => fault.In(language)).ToArray();
        }

        return details;
    }

    private static Func<Exception, Problem> Of<T>(int status, string code, BilingualText title, Func<T, Problem, Problem>? more = null) where T : Exception, IBilingualError => e =>
    {
        var problem = new Problem(status, code, title, ((T)e).Text);
        return more is null ? problem : more((T)e, problem);
    };

    /// <summary>What a status says by itself.</summary>
    private static BilingualText TitleOf(int status) => status switch
    {
        StatusCodes.Status403Forbidden => ForbiddenTitle,
        StatusCodes.Status404NotFound => NotFoundTitle,
        StatusCodes.Status503ServiceUnavailable => UnavailableTitle,
        >= 500 => BrokenTitle,
        _ => RefusedTitle,
    };

    /// <summary>The name of an exception as a code: <c>stock-exhausted</c> of a <c>StockExhaustedException</c>.</summary>
    private static string CodeOf(Type exception)
    {
        const string Suffix = "Exception";
        var name = exception.Name.Split('`')[0];
        name = name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
        return string.Concat(name.Select((letter, place) => char.IsUpper(letter) && place > 0 && !char.IsUpper(name[place - 1]) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
    }

    private static Problem OfValidation(ValidationException invalid)
    {
        var count = invalid.Errors.Count();
        return new(StatusCodes.Status422UnprocessableEntity, "not-valid", NotValidTitle, ($"有 {count} 处填报有误。", $"Not valid: {count}."))
        {
            Errors = [.. invalid.Errors.Select(error => new FieldError(error.PropertyName, (error.ErrorMessage, error.ErrorMessage)))],
        };
    }
}

/// <summary>A refusal in one language: why an act is not taken, on which values that hangs, and what would be taken (驳回详情).</summary>
/// <param name="Place">The place of the act among those that were sent, from 0; null when the whole unit is refused.</param>
/// <param name="Code">The stable word for the reason.</param>
/// <param name="Text">The reason.</param>
/// <param name="Values">What it depends on by name: the <c>state</c> and the <c>step</c> of a lifecycle, a last day, an id.</param>
/// <param name="Allowed">What would be taken; null where nothing would.</param>
/// <param name="Basis">The source of the rule; null where it is no rule of law.</param>
public sealed record RefusalDetails(int? Place, string Code, string Text, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string? Allowed, string? Basis)
{
    internal static RefusalDetails Of(Refusal refusal, Language language) => new(
        refusal.Place, refusal.Code, refusal.Text.In(language),
        refusal.Values.GroupBy(value => value.Name).ToDictionary(same => same.Key, same => (IReadOnlyList<string>)[.. same.Select(value => value.Value)]),
        refusal.Allowed.IsEmpty ? null : refusal.Allowed.In(language),
        refusal.Basis?.Text.In(language));
}
