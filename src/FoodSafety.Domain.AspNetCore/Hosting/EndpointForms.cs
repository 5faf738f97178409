using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;
using MvcJsonOptions = Microsoft.AspNetCore.Mvc.JsonOptions;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>
/// Looks through all endpoints before the first request: what they answer has a JSON form, what they are sent can be read, what stands in their addresses is read by the
/// words that it is written in.
/// </summary>
internal sealed class EndpointForms(IOptions<HttpJsonOptions> http, IOptions<MvcJsonOptions> mvc) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        var endpoints = app.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints;
        string[] faults = [.. endpoints.SelectMany(FaultsOf), .. UnauthenticatedOf(endpoints, app.ApplicationServices)];
        if (faults.Length > 0)
        {
            throw new FoodSafetyStartException([.. faults.Select(fault => new Languages.BilingualText(fault, fault))]);
        }
    };

    /// <summary>What is wrong with an endpoint, each naming the endpoint, the type and what to use instead.</summary>
    public IEnumerable<string> FaultsOf(Endpoint endpoint)
    {
        var name = NameOf(endpoint);
        var action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>();
        var options = action is null ? http.Value.SerializerOptions : mvc.Value.JsonSerializerOptions;
        foreach (var answer in (action is null ? AnswersOf(endpoint) : AnswersOf(action)).Distinct())
        {
            if (JsonForms.Find(answer, options, isRead: false) is { } formless)
            {
                yield return $"{name} answers {Show(answer)}{At(formless)}: {formless.Reason}";
            }
        }

        foreach (var body in (action is null ? BodiesOf(endpoint) : BodiesOf(action)).Distinct())
        {
            if (JsonForms.Find(body, options, isRead: true) is { } formless)
            {
                yield return $"{name} reads {Show(body)}{At(formless)}: {formless.Reason}";
            }
        }

        foreach (var parameter in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>())
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
            if (type.IsEnum && EnumCodeJsonConverter.IsCoded(type) && HasOtherWords(type))
            {
                yield return $"{name} takes '{parameter.Name}' as {type.Name}, which is read by the names of its members and written by its codes: take EnumCode<{type.Name}>.";
            }
        }
    }

    private static string NameOf(Endpoint endpoint) => endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern }
        ? $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"])} /{pattern.TrimStart('/')}"
        : $"{endpoint}";

    // A code that is the name of the member but for its case is read as it is written.
    private static bool HasOtherWords(Type type) => Array.Exists(Enum.GetNames(type), name => Array.FindIndex(name.ToCharArray(), 1, char.IsAsciiLetterUpper) > 0 && name.Any(char.IsAsciiLetterLower));

    private static IEnumerable<Type> AnswersOf(Endpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
        .Where(produced => IsJson(produced.ContentTypes))
        .Select(produced => produced.Type)
        .OfType<Type>()
        .Where(IsAnswer);

    private static IEnumerable<Type> AnswersOf(ControllerActionDescriptor action)
    {
        var declared = action.EndpointMetadata.OfType<IApiResponseMetadataProvider>().Concat(action.FilterDescriptors.Select(filter => filter.Filter).OfType<IApiResponseMetadataProvider>())
            .Select(produced => produced.Type).OfType<Type>();
        return declared.Append(Unwrap(action.MethodInfo.ReturnType)).Where(IsAnswer);
    }

    private static IEnumerable<Type> BodiesOf(Endpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IAcceptsMetadata>()
        .Where(accepted => IsJson(accepted.ContentTypes)).Select(accepted => accepted.RequestType).OfType<Type>();

    private static IEnumerable<Type> BodiesOf(ActionDescriptor action) => action.Parameters
        .Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Body).Select(parameter => parameter.ParameterType);

    private static Type Unwrap(Type type) => type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)
        || type.GetGenericTypeDefinition() == typeof(ActionResult<>)) ? Unwrap(type.GetGenericArguments()[0]) : type;

    private static bool IsAnswer(Type type) => type != typeof(void) && type != typeof(string) && type != typeof(Task) && type != typeof(ValueTask)
        && !type.IsAssignableTo(typeof(IActionResult)) && !type.IsAssignableTo(typeof(IResult));

    private static bool IsJson(IEnumerable<string> types) => !types.Any() || types.Any(type => type.Contains("json", StringComparison.OrdinalIgnoreCase));

    private static string At(Formless formless) => formless.Path.Length == 0 ? "" : $", whose '{formless.Path}' is {Show(formless.Type)}";

    private static string Show(Type type) => !type.IsGenericType ? type.Name
        : $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Show))}>";

    /// <summary>Endpoints that ask who somebody is, in an application that cannot know.</summary>
    private static IEnumerable<string> UnauthenticatedOf(IEnumerable<Endpoint> endpoints, IServiceProvider services)
    {
        string[] asking = [.. endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<JurisdictionMetadata>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(NameOf)];
        return asking.Length == 0 || HasScheme(services) ? [] :
        [
            $"{string.Join(", ", asking)} ask for the jurisdiction of a cadre, and no way to sign in is registered: call AddAuthentication(...), or AllowAnonymous() where everybody may.",
        ];
    }

    private static bool HasScheme(IServiceProvider services) =>
        services.GetService<IAuthenticationSchemeProvider>() is { } schemes && schemes.GetAllSchemesAsync().GetAwaiter().GetResult().Any();
}
