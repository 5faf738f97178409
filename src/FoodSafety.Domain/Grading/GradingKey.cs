using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>By what word the grading of an enum of grades is known in a journal (分级代码): <c>tier</c>, <c>risk-grade</c>.</summary>
/// <remarks>It is written with every act of the grading and read for ever; another name of the enum does not change it.</remarks>
/// <param name="key">The word: letters a to z, parts joined by hyphens.</param>
[AttributeUsage(AttributeTargets.Enum)]
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GradingKeyAttribute(string key) : Attribute
{
    /// <summary>The word.</summary>
    public string Key { get; } = TextRule.Key.Check(key, nameof(key));
}

/// <summary>The keys of gradings, by their enums.</summary>
internal static partial class GradingKey
{
    private static readonly ConcurrentDictionary<Type, string> Known = [];

    public static string Of<TGrade>() where TGrade : struct, Enum => Known.GetOrAdd(typeof(TGrade), Read);

    private static string Read(Type type) => type.GetCustomAttribute<GradingKeyAttribute>() is not { Key: var key }
        ? throw new InvalidOperationException($"The enum {type.Name} has no [GradingKey]; a grading of a district needs one.")
        : Word().IsMatch(key) ? key
        : throw new InvalidOperationException($"The enum {type.Name} has the grading key '{key}'. Allowed: letters a to z, parts joined by hyphens.");

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Word();
}
