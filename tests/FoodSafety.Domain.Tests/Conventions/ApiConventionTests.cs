using System.Reflection;
using System.Runtime.CompilerServices;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>What holds of every public type, so that a user who knows one knows the next.</summary>
public class ApiConventionTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] PublicTypes = typeof(Tier).Assembly.GetExportedTypes();

    [Fact]
    public void Classes_AreSealedAbstractOrStatic() =>
        Assert.DoesNotContain(PublicTypes, type => type.IsClass && !type.IsSealed && !type.IsAbstract);

    [Fact]
    public void AbstractClasses_CannotBeDerivedFromOutside() => Assert.DoesNotContain(
        PublicTypes,
        type => type.IsClass && type.IsAbstract && !type.IsSealed && !IsRecord(type)
            && type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Any(c => c.IsPublic || c.IsFamily || c.IsFamilyOrAssembly));

    [Fact]
    public void Structs_AreReadOnly() => Assert.DoesNotContain(
        PublicTypes, type => type.IsValueType && !type.IsEnum && type.Name != "Enumerator" && !type.IsDefined(typeof(IsReadOnlyAttribute)));

    [Fact]
    public void Properties_HaveNoPublicSetter_ExceptInit() => Assert.Empty(
        from type in PublicTypes
        from property in type.GetProperties(Declared)
        where property.GetSetMethod() is { } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Fields_AreConstantsOrReadOnly() => Assert.Empty(
        from type in PublicTypes
        from field in type.GetFields(Declared)
        where !field.IsLiteral && !field.IsInitOnly && !type.IsEnum
        select $"{type.Name}.{field.Name}");

    [Fact]
    public void Time_IsNodaTimeEverywhere()
    {
        Type[] foreign = [typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(TimeZoneInfo)];
        Assert.Empty(
            from type in PublicTypes
            from member in type.GetMembers(Declared)
            from used in TypesOf(member)
            where foreign.Contains(Nullable.GetUnderlyingType(used) ?? used)
            select $"{type.Name}.{member.Name}");
    }

    [Fact]
    public void Collections_GivenOut_CannotBeWritten() => Assert.Empty(
        from type in PublicTypes
        from property in type.GetProperties(Declared)
        let given = property.PropertyType
        where given.IsArray || (given.IsGenericType && given.GetGenericTypeDefinition() is var open
            && (open == typeof(List<>) || open == typeof(Dictionary<,>) || open == typeof(HashSet<>) || open == typeof(IList<>)))
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Enums_StartAtOne_UnlessZeroIsNamed() => Assert.All(
        PublicTypes.Where(type => type.IsEnum),
        type =>
        {
            var numbers = Enum.GetValues(type).Cast<object>().Select(value => Convert.ToInt64(value, null)).Order().ToList();
            Assert.InRange(numbers[0], 0, 1);
            Assert.Equal(numbers.Count, numbers.Distinct().Count());
        });

    [Fact]
    public void Exceptions_CarryData() => Assert.All(
        PublicTypes.Where(type => type.IsAssignableTo(typeof(Exception))),
        type =>
        {
            Assert.EndsWith("Exception", type.Name.Split('`')[0], StringComparison.Ordinal);
            Assert.NotEmpty(type.GetProperties(Declared));
            Assert.True(type.IsAssignableTo(typeof(IBilingualError)), $"{type.Name} has no text that people can read.");
            // Whoever may make one gives its data; the text follows from it.
            Assert.All(type.GetConstructors(), made => Assert.Contains(made.GetParameters(), given => given.ParameterType != typeof(string)));
        });

    [Fact]
    public void Try_GivesABool() => Assert.All(
        PublicTypes.SelectMany(type => type.GetMethods(Declared)).Where(method => method.Name.StartsWith("Try", StringComparison.Ordinal)),
        method => Assert.Equal(typeof(bool), method.ReturnType));

    // Extensions of different types are no overloads of each other to whoever calls them.
    private static Type? Extended(MethodInfo method) =>
        method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), inherit: false) ? method.GetParameters()[0].ParameterType : null;

    [Fact]
    public void Overloads_AreAtMostTwo() => Assert.Empty(
        from type in PublicTypes
        from methods in type.GetMethods(Declared).Where(method => !method.IsSpecialName && !IsOfObject(method)).GroupBy(method => (method.Name, OfType: Extended(method)))
        where methods.Count(method => !IsOfParsing(method)) > 2
        select $"{type.Name}.{methods.Key.Name} has {methods.Count()} overloads");

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    // What model binders and generic code look for has to have these names.
    private static bool IsOfParsing(MethodInfo method) => method.Name is "Parse" or "TryParse" && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(IFormatProvider));

    private static bool IsOfObject(MethodInfo method) => method.Name is nameof(Equals) or nameof(GetHashCode) or nameof(ToString) or "CompareTo" or "Deconstruct";

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodBase method => [.. method.GetParameters().Select(parameter => parameter.ParameterType), .. method is MethodInfo { ReturnType: var returned } ? [returned] : Array.Empty<Type>()],
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };
}
