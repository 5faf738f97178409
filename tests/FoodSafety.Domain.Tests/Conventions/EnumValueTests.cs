using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>What is said of the values of an enum is said of all of them, and of no number beside them.</summary>
public class EnumValueTests
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;

    private static readonly Type[] PublicTypes = typeof(Tier).Assembly.GetExportedTypes();

    private static readonly MethodInfo[] OfOneEnum =
    [
        .. PublicTypes.SelectMany(type => type.GetMethods(Static)).Where(method => !method.ContainsGenericParameters
            && method.GetParameters() is [{ ParameterType: { IsEnum: true } type }] && type.Assembly == typeof(Tier).Assembly),
    ];

    public static TheoryData<Type> Enums => [.. PublicTypes.Where(type => type.IsEnum)];

    public static TheoryData<string> Methods => [.. OfOneEnum.Select(KeyOf)];

    [Fact]
    public void Lists_NamedAll_HaveEveryValueInOrder()
    {
        var lists = PublicTypes.SelectMany(type => type.GetProperties(Static))
            .Where(property => property.Name == "All" && property.PropertyType.IsGenericType
                && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && property.PropertyType.GenericTypeArguments[0].IsEnum)
            .ToList();

        // There may be none: the values of an enum are listed by the runtime.
        Assert.All(lists, list => Assert.Equal(
            Enum.GetValues(list.PropertyType.GenericTypeArguments[0]).Cast<object>(), ((IEnumerable)list.GetValue(null)!).Cast<object>()));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_OfNumberWithoutName_IsRefused(string key)
    {
        var method = Find(key);
        var parameter = method.GetParameters()[0];

        var refused = Assert.IsType<ArgumentOutOfRangeException>(Assert.Throws<TargetInvocationException>(
            () => method.Invoke(null, [Enum.ToObject(parameter.ParameterType, 99)])).InnerException);
        Assert.Equal(parameter.Name, refused.ParamName);
        Assert.Contains("Allowed: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_OfEveryValue_IsNotRefused(string key)
    {
        var method = Find(key);
        Assert.All(Enum.GetValues(method.GetParameters()[0].ParameterType).Cast<object>(), value => Assert.Null(Record.Exception(() => method.Invoke(null, [value]))));
    }

    [Fact]
    public void Words_OfPolicyFiles_StandForEveryOperator() =>
        Assert.All(Enum.GetValues<ComparisonOperator>(), value => Assert.Equal(value, PolicyWords.OperatorOf(PolicyWords.Of(value))));

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_NamesEveryValueInBothLanguages(Type type)
    {
        var values = Enum.GetValues(type).Cast<object>().ToList();
        var names = values.Select(value => NameOf(type, value)).ToList();

        Assert.All(names, name => Assert.False(string.IsNullOrWhiteSpace(name.Chinese) || string.IsNullOrWhiteSpace(name.English), $"{name}"));
        Assert.All(names, name => Assert.DoesNotMatch("[\\p{IsCJKUnifiedIdeographs}]", name.English));
        Assert.Equal(values.Count, names.Select(name => name.Chinese).Distinct().Count());
        Assert.Equal(values.Count, names.Select(name => name.English).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Name_OfNumberWithoutName_IsRefused(Type type)
    {
        var refused = Assert.IsType<ArgumentOutOfRangeException>(
            Assert.Throws<TargetInvocationException>(() => NameOf(type, Enum.ToObject(type, 99))).InnerException);
        Assert.Equal("value", refused.ParamName);
        Assert.Contains("Allowed: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Words_OfFiles_StandForEveryValue(Type type)
    {
        var values = Enum.GetValues(type).Cast<object>().ToList();
        var words = values.ConvertAll(value => (string)Call(typeof(EnumCodes), nameof(EnumCodes.Code), type, value)!);

        Assert.Equal(values.Count, words.Distinct().Count());
        Assert.All(words, word => Assert.Matches("^[a-z]+(-[a-z]+)*$", word));
        Assert.Equal(values, words.Select(word => Call(typeof(EnumCodes), nameof(EnumCodes.Find), type, word)));
    }

    [Fact]
    public void Named_RefusesWithParameterValueAndRange()
    {
        var tier = (Tier)99;
        var (step, language) = ((LineEnd)4, (Language)7);

        Assert.Equal("Allowed: 1 (A) to 4 (D). (Parameter 'tier')\nActual value was 99.", Refused(() => tier.Named()));
        Assert.Equal("Allowed: 1 (A) to 4 (D), or 0 for not stated. (Parameter 'tier')\nActual value was 99.", Refused(() => tier.NamedOrNone()));
        Assert.Equal("Allowed: 2 (Feed), 3 (Return), 8 (Both). (Parameter 'step')\nActual value was 4.", Refused(() => step.Named()));
        Assert.StartsWith("Allowed: ", Refused(() => language.Named()), StringComparison.Ordinal);
        Assert.Equal(default, default(Tier).NamedOrNone());
        Assert.Equal(Tier.D, Tier.D.Named());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Tier).Named());
    }

    private static BilingualText NameOf(Type type, object value) => (BilingualText)Call(typeof(EnumNames), nameof(EnumNames.Name), type, value)!;

    private static object? Call(Type holder, string method, Type type, object argument) => holder
        .GetMethods(Static).Single(known => known.Name == method && known.IsGenericMethodDefinition
            && known.GetParameters() is [{ ParameterType: var taken }] && (taken.IsGenericMethodParameter || taken == argument.GetType()))
        .MakeGenericMethod(type).Invoke(null, [argument]);

    private static string Refused(Func<object> ask) => Assert.Throws<ArgumentOutOfRangeException>(ask).Message.ReplaceLineEndings("\n");

    private static string KeyOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}({method.GetParameters()[0].ParameterType.Name})";

    private static MethodInfo Find(string key) => OfOneEnum.First(method => KeyOf(method) == key);

    private enum LineEnd
    {
        Feed = 2,
        Return = 3,
        Both = 8,
    }
}
