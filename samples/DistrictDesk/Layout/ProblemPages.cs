using FoodSafety.Domain.AspNetCore;
using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DistrictDesk.Layout;

/// <summary>Tells on a page what the library refuses to whoever asked for a page; whoever asked for data is answered problem details.</summary>
public sealed class ProblemPages : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not IBilingualError { Text: var text } || !httpContext.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/html"))
        {
            return false;
        }

        httpContext.Response.StatusCode = exception is KeyNotFoundException ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity;
        await new RazorComponentResult<ProblemDocument>(new { Text = text.In(httpContext.FindLanguage()) }).ExecuteAsync(httpContext);
        return true;
    }
}

/// <summary>What went wrong with a form is told by a page, which is asked for and not sent.</summary>
public static class ProblemsAsPages
{
    public static void UseProblemsAsPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });
}
