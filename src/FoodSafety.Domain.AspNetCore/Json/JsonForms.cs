using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Where in a type something stands that has no JSON form.</summary>
/// <param name="Path">The properties that lead there; empty for the type itself.</param>
/// <param name="Type">What has no form.</param>
/// <param name="Reason">Why, and what to use instead.</param>
internal sealed record Formless(string Path, Type Type, BilingualText Reason);

/// <summary>Looks through a type and all that it holds before it is ever written or read.</summary>
internal static class JsonForms
{
    private static readonly BilingualText Unwritable = ("这种类型不能写成 JSON", "such a type cannot be written as JSON");

    /// <summary>What of a type has no form; null when all of it has one, as far as its declarations say.</summary>
    /// <param name="type">The type.</param>
    /// <param name="options">The options by which it will be written or read.</param>
    /// <param name="isRead">Whether it is read; otherwise it is written.</param>
    public static Formless? Find(Type type, JsonSerializerOptions options, bool isRead) => Find(type, options, isRead, "", []);

    private static Formless? Find(Type type, JsonSerializerOptions options, bool isRead, string path, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add(type))
        {
            return null;
        }

        if (type.IsByRefLike || type.IsPointer || type.ContainsGenericParameters)
        {
            return new(path, type, Unwritable);
        }

        // An exception shows its text as a problem, in the language of the request; by the serializer it would show its insides.
        if (type.IsAssignableTo(typeof(Exception)) || type == typeof(IBilingualError))
        {
            return new(path, type, ("请抛出它，由问题详情答复", "throw it, and it is answered with problem details"));
        }

        // What the serializer gives up only when it comes to it.
        if (type == typeof(nint) || type == typeof(nuint) || type == typeof(CancellationToken) || type.IsAssignableTo(typeof(Delegate)) || type.IsAssignableTo(typeof(MemberInfo)))
        {
            return new(path, type, Unwritable);
        }

        JsonTypeInfo info;
        try
        {
            info = options.GetTypeInfo(type);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return new(path, type, e is IBilingualError { Text: var text } ? text : ($"序列化器不接受：{e.Message}", e.Message));
        }

        if (IsRefused(info.Converter))
        {
            return new(path, type, Refusal(type));
        }

        if (isRead && AnswerTypes.Has(type) && info.Kind == JsonTypeInfoKind.Object)
        {
            return new(path, type, ("只能写出，不能读入；要告知辖区的，是办理事项", "it is written and not read; what is told to a district is an act"));
        }

        foreach (var (name, part) in PartsOf(info, isRead))
        {
            if (Find(part, options, isRead, path.Length == 0 ? name : $"{path}.{name}", seen) is { } formless)
            {
                return formless;
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, Type Part)> PartsOf(JsonTypeInfo info, bool isRead)
    {
        if (info.Type.IsGenericType && info.Type.GetGenericTypeDefinition() == typeof(ItemList<>))
        {
            return [("[]", info.Type.GetGenericArguments()[0])];
        }

        return info.Kind switch
        {
            JsonTypeInfoKind.Object => info.Properties
                .Where(property => (isRead ? property.Set is not null || property.AssociatedParameter is not null : property.Get is not null)
                    && (property.CustomConverter is null || IsRefused(property.CustomConverter)))
                .Select(property => (property.Name, property.PropertyType))
                .Concat((info.PolymorphismOptions?.DerivedTypes ?? []).Select(derived => ($"<{derived.DerivedType.Name}>", derived.DerivedType))),
            JsonTypeInfoKind.Enumerable => [("[]", info.ElementType!)],
            JsonTypeInfoKind.Dictionary => [("{}", info.ElementType!)],
            JsonTypeInfoKind.None => [],
            var other => throw new NotSupportedException($"JSON of kind {other}."),
        };
    }

    private static bool IsRefused(JsonConverter converter) => converter is RefusingJsonConverter || converter.GetType().DeclaringType == typeof(RefusingJsonConverter);

    /// <summary>What the library says of a type that it does not write.</summary>
    private static BilingualText Refusal(Type type)
    {
        try
        {
            JsonSerializer.Deserialize("{}", type);
            return ("它拒绝读写", "it refuses");
        }
        catch (JsonRefusedException refused)
        {
            return refused.Text;
        }
    }
}
