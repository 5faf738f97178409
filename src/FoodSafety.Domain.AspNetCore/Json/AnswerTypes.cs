using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Gives the records of the library that refuse JSON of themselves a form to be written in: their properties.</summary>
/// <remarks>
/// A record is a value, so that its properties are all of it; a class is live or holds what is, and keeps refusing. What only stands in an entry keeps
/// refusing too, for it has a form there and must not get a second one.
/// </remarks>
internal sealed class AnswerTypes(DistrictSettings settings) : IJsonTypeInfoResolver
{
    private static readonly Assembly Library = typeof(District).Assembly;

    private static readonly MethodInfo New = typeof(AnswerTypes).GetMethod(nameof(Begin), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Type[] _grades = [.. settings.Scales.Select(GradeScales.EnumOf)];

    /// <summary>Whether a type is written by its properties, and never read.</summary>
    public static bool Has(Type type) => type.Assembly == Library
        && type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType == typeof(RefusingJsonConverter)
        && (IsRecord(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Explanation<>)))
        && !type.IsAssignableTo(typeof(Act)) && !type.IsAssignableTo(typeof(OutcomePart)) && type != typeof(Outcome) && type != typeof(Entry);

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (!Has(type) || type.ContainsGenericParameters || options.Converters.Any(converter => converter.CanConvert(type)))
        {
            return null;
        }

        var info = (JsonTypeInfo)New.MakeGenericMethod(type).Invoke(null, [options])!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            info.Properties.Add(Written(info, property, options));
        }

        if (type.IsAbstract)
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions();
            foreach (var derived in Derived(type))
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(derived));
            }
        }

        return info;
    }

    // What reads constructors would stop at one that takes a span.
    private static JsonTypeInfo<T> Begin<T>(JsonSerializerOptions options) where T : notnull => JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
    {
        PropertyMetadataInitializer = static _ => [],
        ObjectCreator = static () => throw new JsonFormException((
            $"{typeof(T).Name} 只能写出，不能读入；要告知辖区的，是办理事项。", $"{typeof(T).Name} is written and not read; what is told to a district is an act.")),
    });

    private static JsonPropertyInfo Written(JsonTypeInfo info, PropertyInfo property, JsonSerializerOptions options)
    {
        var name = options.PropertyNamingPolicy?.ConvertName(property.Name) ?? property.Name;
        if (property.PropertyType is { IsGenericType: true } policy && policy.GetGenericTypeDefinition() == typeof(GradingPolicy<>))
        {
            // An answer names the policy that it goes by, and does not repeat it.
            var named = info.CreateJsonPropertyInfo(typeof(PolicyName), name);
            named.Get = answer => Value(property, answer) is { } whole ? PolicyName.Of(whole) : null;
            return named;
        }

        // By the convention of the library what may be missing has a method beside it that finds it, and throws itself.
        if (property.DeclaringType!.GetMethod($"Find{property.Name}", Type.EmptyTypes) is { } find)
        {
            var found = info.CreateJsonPropertyInfo(find.ReturnType, name);
            found.Get = answer => find.Invoke(answer, BindingFlags.DoNotWrapExceptions, null, null, null);
            return found;
        }

        var written = info.CreateJsonPropertyInfo(property.PropertyType, name);
        written.Get = answer => Value(property, answer);
        return written;
    }

    private static object? Value(PropertyInfo property, object answer) => property.GetValue(answer, BindingFlags.DoNotWrapExceptions, null, null, null);

    /// <summary>The types of a closed family: with the grades of the family, or those of every grading.</summary>
    private IEnumerable<Type> Derived(Type family)
    {
        foreach (var type in Library.GetExportedTypes().Where(type => !type.IsAbstract && Bases(type).Any(its => Definition(its) == Definition(family))))
        {
            IEnumerable<Type> closed = !type.IsGenericTypeDefinition ? [type]
                : family.IsGenericType ? [type.MakeGenericType(family.GetGenericArguments())]
                : _grades.Select(grade => type.MakeGenericType(grade));
            foreach (var one in closed.Where(family.IsAssignableFrom))
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static bool IsRecord(Type type) => type.IsValueType
        ? type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null
        : type.GetMethod("<Clone>$") is not null;
}

/// <summary>A policy by its name (标准名称): as answers name the policy that they go by.</summary>
/// <param name="Id">The key that all versions have.</param>
/// <param name="Version">The version.</param>
internal sealed record PolicyName(string Id, string Version)
{
    public static PolicyName Of(object policy)
    {
        dynamic whole = policy;
        return new(whole.Id, whole.Version);
    }
}

/// <summary>What has to be done with the enum of a grading.</summary>
internal static class GradeScales
{
    /// <summary>The enum of the grades of a scale.</summary>
    public static Type EnumOf(GradeScale scale) => scale.GetType().GetGenericArguments()[0];
}
