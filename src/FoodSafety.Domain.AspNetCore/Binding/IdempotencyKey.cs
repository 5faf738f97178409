using System.Reflection;
using System.Security.Cryptography;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>The id that whoever asks gives to a request, in the header <c>Idempotency-Key</c>, and the fingerprint of what is asked (请求编号).</summary>
/// <remarks>
/// An endpoint takes it as a parameter and hands it to <see cref="DistrictStore"/>: asked again with the same id, the store answers what it answered first, in the same words; with the same
/// id and another method, address or body, or by another who is signed in, it refuses. So the id of a nightly job names its day: <c>day-2026-03-01</c>. A request without the header, or with one that <see cref="TextRule.Key"/> does not allow, is refused by field.
/// <code>
/// app.MapPost("/visits", (IdempotencyKey key, DistrictStore store, CancellationToken ct) => store.ActAsync("510115", key, (district, now) => ..., ct));
/// </code>
/// </remarks>
/// <param name="Id">The id, as the header has it.</param>
/// <param name="Content">A fingerprint of who asks, and of method, address and body.</param>
public sealed record IdempotencyKey(string Id, string Content) : IBindableFromHttpContext<IdempotencyKey>
{
    /// <summary>The name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The name of the header of an answer that was given before: <c>true</c>. The body is the same as the first time.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    /// <summary>The request, as the store takes it.</summary>
    /// <param name="key">The key.</param>
    public static implicit operator Request(IdempotencyKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.ToRequest();
    }

    /// <summary>The request, as the store takes it.</summary>
    public Request ToRequest() => new(Id, Content);

    /// <summary>Reads the header, and the body for its fingerprint; the body can be read again.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter of the endpoint.</param>
    /// <returns>The key; null when there is no header, which a parameter that may be null takes.</returns>
    /// <exception cref="BadHttpRequestException">What the header has is no key.</exception>
    public static async ValueTask<IdempotencyKey?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Headers[Header].Count == 0)
        {
            return null;
        }

        if (FindFault(context.Request) is { Text.English: var fault })
        {
            throw new BadHttpRequestException($"{Header}: {fault}");
        }

        var request = context.Request;
        request.EnableBuffering();
        using var fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Who is answered what another asked would see what is not his.
        var sender = context.RequestServices.GetService<IOptions<FoodSafetyOptions>>() is { Value: var options } ? SignedIn.Of(context.User, options).Key : context.User.Identity?.Name;
        fingerprint.AppendData(System.Text.Encoding.UTF8.GetBytes($"{request.Method} {request.PathBase}{request.Path}{request.QueryString}\n{sender}\n"));
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            fingerprint.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return new(request.Headers[Header].ToString(), Convert.ToHexStringLower(fingerprint.GetHashAndReset()));
    }

    /// <summary>What is wrong with the header; null when it has a key.</summary>
    internal static FieldError? FindFault(HttpRequest request) => request.Headers[Header] switch
    {
        [] => new FieldError(Header, ("必须给出请求编号。", "A request that acts has an id.")),
        [var one] => TextRule.Key.FindFault(one) is { Text: var text } ? new FieldError(Header, text) : null,
        _ => new FieldError(Header, ("只能给出一个请求编号。", "A request has one id.")),
    };
}
