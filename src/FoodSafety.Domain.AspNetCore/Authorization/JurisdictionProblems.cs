using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Responsibility;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Why somebody has no jurisdiction, and what he may do: of his own posts alone, so that nobody learns what is another's, nor what there is.</summary>
internal static class JurisdictionRefusal
{
    private const int Shown = 3;

    /// <param name="asked">What was asked about.</param>
    /// <param name="named">What of it he may not, as far as he named it himself.</param>
    /// <param name="district">The district.</param>
    /// <param name="cadre">The cadre.</param>
    /// <param name="access">To see it, or to act on it.</param>
    /// <param name="on">The day.</param>
    public static Refusal Of(JurisdictionResource asked, JurisdictionSubject[] named, District district, CadreId cadre, JurisdictionAccess access, LocalDate on)
    {
        BilingualText verb = asked.IsAct ? ("办理", "do") : access.Name();
        var (chinese, english) = ("", "");
        if (named.Length > 0)
        {
            var more = named.Length > Shown ? ($"等 {named.Length} 项", $" and {named.Length - Shown} more") : ("", "");
            chinese = $"：涉及{string.Join('、', named.Take(Shown).Select(subject => subject.Text.Chinese))}{more.Item1}";
            english = $": it concerns {string.Join(", ", named.Take(Shown).Select(subject => subject.Text.English))}{more.Item2}";
        }

        return new(
            "no-jurisdiction",
            ($"干部 {cadre} 在 {on:uuuu-MM-dd} 无权{verb.Chinese}{asked.Text.Chinese}{chinese}。", $"Cadre {cadre} may not {verb.English} {asked.Text.English} on {on:uuuu-MM-dd}{english}."),
            [new GuardValue("district", asked.District), new GuardValue("cadre", $"{cadre}"), new GuardValue("on", $"{on:uuuu-MM-dd}"), .. named.Select(subject => new GuardValue("subject", subject.Text.English))],
            Allowed: AllowedOf(district, cadre, on));
    }

    private static BilingualText AllowedOf(District district, CadreId cadre, LocalDate on)
    {
        string[] AreasOf(CadreId who) => [.. district.Chains.Roster.PostsOf(who).Where(post => post.Term.Contains(on)).Select(post => post.Area.ToShortString())];

        var own = district.Chains.IsInService(cadre) ? AreasOf(cadre) : [];
        if (own.Length == 0)
        {
            return ($"{cadre} 在本辖区当日无任职，不能查看或处理。", $"Nothing: {cadre} holds no post in this district on that day.");
        }

        CadreId[] others = [.. district.Delegations.StandsInFor(cadre, on).Select(substitution => substitution.Cadre).Distinct()];
        var standsIn = others.Length == 0 ? ("", "") : ($"；代 {string.Join('、', others)} 履职时同其权限", $"; what {string.Join(", ", others)} may, for whom {cadre} stands in");
        return (
            $"查看区划 {string.Join('、', own)} 及其中的一切，处理该区划本级事务和本人包保的主体{standsIn.Item1}。",
            $"Seeing area {string.Join(", ", own)} and all in it, acting on its own affairs and on the businesses for which {cadre} answers{standsIn.Item2}.");
    }
}

/// <summary>Acts were sent by somebody who may not do them all (无权办理); nothing was done.</summary>
internal sealed class ActsForbiddenException(ItemList<Refusal> refusals) : Exception(TextOf(refusals).English), IBilingualError
{
    public ItemList<Refusal> Refusals => refusals;

    public BilingualText Text => TextOf(refusals);

    private static BilingualText TextOf(ItemList<Refusal> refusals) => (
        string.Concat(refusals.Select(refusal => refusal.Place is { } place ? $"第 {place + 1} 项：{refusal.Text.Chinese}" : refusal.Text.Chinese)),
        string.Join(' ', refusals.Select(refusal => refusal.Place is { } place ? $"Act {place + 1}: {refusal.Text.English}" : refusal.Text.English)));
}

/// <summary>Whoever is signed in is no cadre, or two at once (登录身份不是干部).</summary>
internal sealed class NotACadreException(string claim) : Exception(TextOf(claim).English), IBilingualError
{
    public BilingualText Text => TextOf(claim);

    private static BilingualText TextOf(string claim) => (
        $"登录身份须恰有一个“{claim}”声明，其值为干部编号。", $"Jurisdiction is asked of one cadre. Allowed: an identity with exactly one claim '{claim}', the key of a cadre.");
}

/// <summary>Says in problem details why an endpoint that asks for jurisdiction is not open to somebody.</summary>
internal sealed class JurisdictionAnswers(FoodSafetyExceptionHandler failures, IProblemDetailsService problems, IOptions<FoodSafetyOptions> options) : IAuthorizationMiddlewareResultHandler
{
    private static readonly Problem OfPolicy = new(
        StatusCodes.Status403Forbidden, "forbidden", Problem.ForbiddenTitle, ("授权策略不允许。", "The authorization policy of the address does not allow it."));

    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (context.Features.Get<JurisdictionUnknown>() is { Reason: var unknown } && !authorizeResult.Succeeded)
        {
            await failures.TryHandleAsync(context, unknown, context.RequestAborted);
            return;
        }

        // The way to sign in says its part first: a header, or another address.
        await _usual.HandleAsync(next, context, policy, authorizeResult);
        if (authorizeResult.Succeeded || context.Response.HasStarted || context.GetEndpoint()?.Metadata.GetMetadata<JurisdictionMetadata>() is not { } asked)
        {
            return;
        }

        Problem? problem = context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => new(StatusCodes.Status401Unauthorized, "not-signed-in", Problem.NotSignedInTitle, ("须先登录，以便判断管辖。", "Sign in first, so that jurisdiction can be asked for.")),
            StatusCodes.Status403Forbidden => Forbidden(context, asked, authorizeResult.AuthorizationFailure),
            _ => null,
        };
        if (problem is not null)
        {
            await problem.WriteAsync(context, problems);
        }
    }

    private Problem Forbidden(HttpContext context, JurisdictionMetadata asked, AuthorizationFailure? failure)
    {
        if (failure?.FailedRequirements.OfType<JurisdictionRequirement>().Any() != true || asked.Over is not { } over)
        {
            return OfPolicy;
        }

        if (asked.Find(context.Request.RouteValues) is null)
        {
            FieldError[] errors = [.. FaultsOf(context, asked, over)];
            return RequestProblem.Of(errors);
        }

        if (context.Features.Get<JurisdictionRefused>() is { Refusal: var refusal })
        {
            return new(StatusCodes.Status403Forbidden, "no-jurisdiction", Problem.ForbiddenTitle, refusal.Text) { Refusals = [refusal] };
        }

        return SignedIn.Of(context.User, options.Value).Cadre is null ? Problem.Find(new NotACadreException(options.Value.CadreClaim), options.Value)! : OfPolicy;
    }

    private static IEnumerable<FieldError> FaultsOf(HttpContext context, JurisdictionMetadata asked, JurisdictionOver over)
    {
        foreach (var (name, type) in new[] { (asked.District, typeof(Areas.AreaCode)), (asked.Value!, JurisdictionResource.TypeOf(over)) }.Distinct())
        {
            var text = context.Request.RouteValues[name]?.ToString() ?? "";
            if ((name == asked.District ? TextRule.Key.FindFault(text)?.Text : FieldText.FindFault(type, text)) is { } fault)
            {
                yield return new(name, fault);
            }
        }
    }
}
