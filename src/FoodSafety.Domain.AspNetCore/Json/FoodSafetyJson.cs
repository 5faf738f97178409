using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>How the types of the library go over the wire (JSON 形式).</summary>
/// <remarks>
/// <para>Values of enums are their codes, the same as in journals and policy files; what is not stated is null. Acts and entries are written and read as
/// <see cref="EntryFormat"/> does. Facts are read by the schema. Dates and instants are ISO 8601.</para>
/// <para>Records that only stand in answers, such as <see cref="Consequences"/>, are written by their properties and cannot be read: whatever is told to a district is
/// an act. What is live, a <see cref="District"/> or a book, has no form, and what holds it has none: an endpoint that returns it stops the application at its start.
/// A converter of your own for a type comes before what is said here, in whichever order both are added to a host.</para>
/// </remarks>
public static class FoodSafetyJson
{
    /// <summary>Adds the forms to options: those of a client, of a test, of a queue. <see cref="FoodSafetyServices"/> adds them to those of a host.</summary>
    /// <param name="options">The options; converters that they have already come first.</param>
    /// <param name="format">How acts are written, and which facts and gradings there are.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="InvalidOperationException">The options were used already.</exception>
    public static JsonSerializerOptions AddFoodSafety(this JsonSerializerOptions options, EntryFormat format) => options.AddFoodSafety(format, null);

    /// <param name="options">The options.</param>
    /// <param name="format">How acts are written.</param>
    /// <param name="language">In which language texts are written; null for both.</param>
    internal static JsonSerializerOptions AddFoodSafety(this JsonSerializerOptions options, EntryFormat format, Func<Language>? language)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(format);
        var settings = format.Settings;
        // Chinese stands as it is; what would matter inside HTML is escaped all the same.
        options.Encoder ??= JavaScriptEncoder.Create(UnicodeRanges.All);
        if (language is not null)
        {
            options.Converters.Add(new OneLanguageJsonConverter(language));
        }

        options.Converters.Add(new EnumCodeJsonConverter());
        options.Converters.Add(new ActJsonConverter(format));
        options.Converters.Add(new EntryJsonConverter(format));
        options.Converters.Add(new FactValueJsonConverter(settings.Schema));
        options.Converters.Add(new FactRecordJsonConverter(settings.Schema));
        options.Converters.Add(new PolicyJsonConverter(settings));
        options.Converters.Add(new ReferenceJsonConverter());
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        if (options.TypeInfoResolverChain.Count == 0)
        {
            options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        }

        options.TypeInfoResolverChain.Insert(0, new AnswerTypes(settings));
        return options;
    }
}
