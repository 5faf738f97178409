using System.Security.Cryptography;
using System.Text;
using DistrictDesk.People;
using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.AspNetCore;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace DistrictDesk.Layout;

/// <summary>Sends what a form asks for: by whoever is signed in, once however often the form comes, and with the reason where it is not done.</summary>
public sealed class Sending(JurisdictionActs acts, DeskUser me, IHttpContextAccessor http)
{
    /// <summary>The name of the field with the id of the request, made when the form is.</summary>
    public const string RequestField = "request";

    /// <summary>The name of the field with the number of the last entry that whoever filled the form in has seen.</summary>
    public const string SeenField = "seen";

    private const string Token = "__RequestVerificationToken";

    /// <summary>Why it was not done; none when it was.</summary>
    public ItemList<BilingualText> Reasons { get; private set; }

    public static string NewRequest() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Takes acts as one unit.</summary>
    /// <param name="work">What is done, on the district after what was done before it.</param>
    /// <param name="on">The day on which it was done; null for today.</param>
    /// <param name="looksBack">Whether it is refused when what it is about changed since the form was made.</param>
    /// <returns>What became of it; null, and <see cref="Reasons"/>, when it was not done.</returns>
    public async Task<ActResult?> SendAsync(Func<District, LocalDate, IEnumerable<Act>> work, LocalDate? on = null, bool looksBack = true)
    {
        var context = http.HttpContext!;
        var form = context.Request.Form;
        long? seen = looksBack && long.TryParse(form[SeenField], out var version) && version >= 0 ? version : null;
        try
        {
            return await acts.ActAsync(me.User, me.District, new Request($"desk-{form[RequestField]}", Fingerprint(context.Request.Path, form)), (district, now) =>
            {
                var today = ChinaTime.DateOf(now);
                return new UnitOfActs(new Stamp(me.Key, on ?? today, now) { Seen = seen }, work(district, on ?? today));
            }, context.RequestAborted);
        }
        catch (Exception e) when (e is IBilingualError)
        {
            Refuse(e);
            return null;
        }
    }

    /// <summary>Tells why something was not done.</summary>
    public void Refuse(Exception reason)
    {
        Reasons = reason switch
        {
            ActsForbiddenException { Refusals: var refusals } => [.. refusals.Select(TextOf)],
            ActsRefusedException { Refusals: var refusals } => [.. refusals.Select(TextOf)],
            IBilingualError { Text: var text } => [text],
            _ => throw new ArgumentException("It says nothing that people could read.", nameof(reason)),
        };
        http.HttpContext!.Response.StatusCode = reason is ActsForbiddenException ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
    }

    private static BilingualText TextOf(Refusal refusal) => refusal.Allowed.IsEmpty
        ? refusal.Text
        : ($"{refusal.Text.Chinese}可以：{refusal.Allowed.Chinese}", $"{refusal.Text.English} Allowed: {refusal.Allowed.English}");

    /// <summary>What was asked, so that the id of a request stands for nothing else.</summary>
    private string Fingerprint(string path, IFormCollection form)
    {
        var asked = string.Join('\n', form.Where(field => field.Key is not Token).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{me.Key}\n{path}\n{asked}")));
    }
}
