using FoodSafety.Domain.Languages;
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
/// words that it is written in, what they ask jurisdiction over stands in their addresses, and the policies that they name are there.
/// </summary>
internal sealed class EndpointForms(IOptions<HttpJsonOptions> http, IOptions<MvcJsonOptions> mvc) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        BilingualText[] faults = [.. FaultsIn(app.ApplicationServices)];
        if (faults.Length > 0)
        {
            throw new FoodSafetyStartException([.. faults]);
        }
    };

    /// <summary>All that is wrong with the endpoints of an application.</summary>
    public IEnumerable<BilingualText> FaultsIn(IServiceProvider services)
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints;
        return [.. endpoints.SelectMany(FaultsOf), .. UnauthenticatedOf(endpoints, services), .. PoliciesMissing(endpoints, services)];
    }

    /// <summary>What is wrong with an endpoint, each naming the endpoint, the type and what to use instead.</summary>
    public IEnumerable<BilingualText> FaultsOf(Endpoint endpoint)
    {
        var name = NameOf(endpoint);
        var action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>();
        var options = action is null ? http.Value.SerializerOptions : mvc.Value.JsonSerializerOptions;
        foreach (var answer in (action is null ? AnswersOf(endpoint) : AnswersOf(action)).Distinct())
        {
            if (JsonForms.Find(answer, options, isRead: false) is { } formless)
            {
                yield return ($"{name} 答复 {Show(answer)}{At(formless).Chinese}：{formless.Reason.Chinese}", $"{name} answers {Show(answer)}{At(formless).English}: {formless.Reason.English}");
            }
        }

        foreach (var body in (action is null ? BodiesOf(endpoint) : BodiesOf(action)).Distinct())
        {
            if (JsonForms.Find(body, options, isRead: true) is { } formless)
            {
                yield return ($"{name} 读入 {Show(body)}{At(formless).Chinese}：{formless.Reason.Chinese}", $"{name} reads {Show(body)}{At(formless).English}: {formless.Reason.English}");
            }
        }

        foreach (var parameter in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>())
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
            if (type.IsEnum && EnumCodeJsonConverter.IsCoded(type) && HasOtherWords(type))
            {
                yield return (
                    $"{name} 的参数“{parameter.Name}”是 {type.Name}，读入用成员名而写出用代码：请用 EnumCode<{type.Name}>。",
                    $"{name} takes '{parameter.Name}' as {type.Name}, which is read by the names of its members and written by its codes: take EnumCode<{type.Name}>.");
            }
        }

        foreach (var asked in JurisdictionMetadata.AllOf(endpoint))
        {
            foreach (var value in new[] { asked.District, asked.Value }.OfType<string>().Distinct().Where(value => endpoint is RouteEndpoint route && route.RoutePattern.GetParameter(value) is null))
            {
                yield return (
                    $"{name} 按“{value}”判断管辖，而地址中没有 {{{value}}}：请写入地址，或在 RequireJurisdiction 中指明。",
                    $"{name} asks for jurisdiction by '{value}', and its address has no {{{value}}}: put it there, or name another value to RequireJurisdiction.");
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

    private static BilingualText At(Formless formless) => formless.Path.Length == 0 ? default(BilingualText)
        : ($"，其中“{formless.Path}”为 {Show(formless.Type)}", $", whose '{formless.Path}' is {Show(formless.Type)}");

    private static string Show(Type type) => !type.IsGenericType ? type.Name
        : $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Show))}>";

    /// <summary>Endpoints that ask who somebody is, in an application that cannot know.</summary>
    private static IEnumerable<BilingualText> UnauthenticatedOf(IEnumerable<Endpoint> endpoints, IServiceProvider services)
    {
        string[] asking = [.. endpoints.Where(endpoint => JurisdictionMetadata.AllOf(endpoint).Any() && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(NameOf)];
        return asking.Length == 0 || HasScheme(services) ? [] :
        [
            ($"{string.Join('、', asking)} 要判断管辖，却未登记任何登录方式：请调用 AddAuthentication(...)；人人可用的，用 AllowAnonymous()。",
             $"{string.Join(", ", asking)} ask for jurisdiction, and no way to sign in is registered: call AddAuthentication(...), or AllowAnonymous() where everybody may."),
        ];
    }

    /// <summary>Policies that endpoints name and nobody registered, of which the framework tells only whoever asks first. Of a provider of the user's own nobody else knows what it has.</summary>
    private static IEnumerable<BilingualText> PoliciesMissing(IEnumerable<Endpoint> endpoints, IServiceProvider services)
    {
        if (services.GetService<IAuthorizationPolicyProvider>()?.GetType() != typeof(DefaultAuthorizationPolicyProvider))
        {
            yield break;
        }

        var registered = services.GetRequiredService<IOptions<AuthorizationOptions>>().Value;
        foreach (var (name, asking) in endpoints.SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => (data.Policy, Name: NameOf(endpoint))))
            .Where(named => !string.IsNullOrEmpty(named.Policy) && registered.GetPolicy(named.Policy) is null).GroupBy(named => named.Policy!, named => named.Name).Select(same => (same.Key, same.Distinct())))
        {
            yield return (
                $"{string.Join('、', asking)} 要求授权策略“{name}”，而未登记：请用 AddAuthorizationBuilder().AddPolicy(...) 登记。",
                $"{string.Join(", ", asking)} ask for the authorization policy '{name}', which is not registered: register it by AddAuthorizationBuilder().AddPolicy(...).");
        }
    }

    private static bool HasScheme(IServiceProvider services) =>
        services.GetService<IAuthenticationSchemeProvider>() is { } schemes && schemes.GetAllSchemesAsync().GetAwaiter().GetResult().Any();
}
