using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Coordination;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>Makes values of any type of the library, so that a convention holds of a type that nobody has thought of yet.</summary>
internal static class Samples
{
    public const int Variants = 3;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(Type Type, int Variant), object?> Shared = new();

    public static Type[] PublicTypes { get; } =
        [.. typeof(Tier).Assembly.GetExportedTypes().Where(type => !type.IsEnum && !(type.IsAbstract && type.IsSealed))];

    /// <summary>A type with whose generic parameters something can be made.</summary>
    public static Type Closed(Type type) => type.IsGenericTypeDefinition
        ? type.MakeGenericType([.. type.GetGenericArguments().Select(parameter => parameter.Name switch
        {
            "TState" => typeof(RectificationState),
            "TStep" => typeof(RectificationStep),
            "TGrade" or "TEnum" => typeof(Tier),
            "TBook" => typeof(RegisterBook),
            "TAct" => typeof(RegisterAct),
            _ when parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) => typeof(Citation),
            _ => typeof(BusinessId),
        })])
        : type;

    public static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    public static bool IsList(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ItemList<>) || type.GetGenericTypeDefinition() == typeof(ImmutableArray<>));

    /// <summary>Values made anew each time: two of one variant have equal contents and share no list.</summary>
    public static object? Find(Type type, int variant, int depth = 0)
    {
        if (depth > 8)
        {
            return null;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Find(underlying, variant, depth);
        }

        if (Known(type, variant) is { } known)
        {
            return known;
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue((variant + values.Length - 1) % values.Length);
        }

        if (type.IsArray)
        {
            return ArrayOf(type.GetElementType()!, variant, depth);
        }

        if (IsList(type))
        {
            return ListOf(type, ArrayOf(type.GetGenericArguments()[0], variant, depth));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        {
            return ArrayOf(type.GetGenericArguments()[0], variant, depth);
        }

        if (type.IsGenericType && type.Name.StartsWith("ValueTuple", StringComparison.Ordinal))
        {
            return Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(part => Find(part, variant, depth + 1))]);
        }

        if (type.Assembly != typeof(Tier).Assembly)
        {
            return null;
        }

        // What is compared by reference is shared, as users share it.
        return type.IsClass && !IsRecord(type) && !type.IsAssignableTo(typeof(IEquatable<>).MakeGenericType(type))
            ? Shared.GetOrAdd((type, variant), _ => Made(type, variant, depth))
            : Made(type, variant, depth);
    }

    /// <summary>A list of some items.</summary>
    public static object ListOf(Type list, Array items)
    {
        var element = list.GetGenericArguments()[0];
        var array = typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.IsGenericMethod && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(element).Invoke(null, [items])!;
        return list.GetGenericTypeDefinition() == typeof(ItemList<>) ? Activator.CreateInstance(list, array)! : array;
    }

    public static Array ArrayOf(Type element, int variant, int depth = 0)
    {
        // The lengths differ as well, for where an item cannot be made and for where there is only one.
        var items = Array.CreateInstance(element, 1 + (variant % 2));
        for (var place = 0; place < items.Length; place++)
        {
            items.SetValue(Find(element, variant + place, depth + 1), place);
        }

        return items;
    }

    /// <summary>A value whose fields are filled one by one, whatever its constructors check: enough to compare it.</summary>
    public static object Filled(Type type, int variant)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in FieldsOf(type))
        {
            if (Find(field.FieldType, variant) is { } value)
            {
                field.SetValue(made, value);
            }
        }

        return made;
    }

    public static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
        {
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }

    /// <summary>Made as a user would: by the constructor with the most parameters, by a factory, or found in a static property; init properties are set.</summary>
    private static object? Made(Type type, int variant, int depth)
    {
        if (type.IsAbstract)
        {
            return typeof(Tier).Assembly.GetExportedTypes().Where(own => !own.IsAbstract && own.IsSubclassOf(type) && !own.IsGenericTypeDefinition)
                .Select(own => Find(own, variant, depth + 1)).FirstOrDefault(own => own is not null);
        }

        var makers = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).Cast<MethodBase>()
            .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method =>
                method.ReturnType == type && !method.IsGenericMethod && method.Name is not ("Parse" or "ParseUtf8" or "Replay") && !method.IsSpecialName));
        foreach (var maker in makers.Where(maker => maker.GetParameters().Length > 0 || maker is MethodInfo || IsRecord(type)))
        {
            var given = maker.GetParameters().Select(parameter => Argument(parameter, variant, depth)).ToArray();
            if (given.Zip(maker.GetParameters()).Any(pair => pair.First is null && !pair.Second.HasDefaultValue))
            {
                continue;
            }

            try
            {
                var made = maker is ConstructorInfo constructor ? constructor.Invoke(given) : maker.Invoke(null, given);
                if (made is not null && (IsShared(made) || Complete(made, variant, depth)))
                {
                    return made;
                }
            }
            catch (TargetInvocationException)
            {
                // It checks what it is given; another may take it.
            }
        }

        var standing = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type).ToArray();
        return standing.Length > 0 ? standing[variant % standing.Length].GetValue(null) : null;
    }

    /// <summary>Whether a factory gave out one of the values that all have, which nobody states anything else of.</summary>
    private static bool IsShared(object made) => !made.GetType().IsValueType && made.GetType().GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Any(property => property.PropertyType == made.GetType() && ReferenceEquals(property.GetValue(null), made));

    /// <summary>States what can be stated beside the constructor; false where something that has to be stated cannot be made.</summary>
    private static bool Complete(object made, int variant, int depth)
    {
        foreach (var property in made.GetType().GetProperties().Where(property => property.GetSetMethod() is { IsStatic: false } && property.GetIndexParameters().Length == 0))
        {
            var value = Find(property.PropertyType, variant, depth + 1);
            if (value is null || (value is IEnumerable items and not string && items.Cast<object?>().Contains(null)))
            {
                if (property.IsDefined(typeof(RequiredMemberAttribute)))
                {
                    return false;
                }

                continue;
            }

            try
            {
                property.SetValue(made, value);
            }
            catch (TargetInvocationException)
            {
                // It is checked against the rest; what the constructor gave it stays.
            }
        }

        return true;
    }

    private static object? Argument(ParameterInfo parameter, int variant, int depth)
    {
        var type = parameter.ParameterType;
        var made = type.IsByRefLike ? null : Find(type, variant, depth + 1);
        return made is IEnumerable items and not string && items.Cast<object?>().Contains(null) ? null : made;
    }

    private static object? Known(Type type, int variant) => type switch
    {
        _ when type == typeof(string) => $"key-{variant}",
        _ when type == typeof(GradingPolicy<Tier>) => Shared.GetOrAdd((type, variant), _ => TierPolicies.SizeAndDiners2022.Draft($"2022.{variant}").Build()),
        _ when type == typeof(GradingPolicy<IncidentGrade>) => IncidentPolicies.Jiangsu2022,
        _ when type == typeof(Checklist) => InspectionWorld.List,
        _ when type == typeof(bool) => variant % 2 == 1,
        _ when type == typeof(int) => variant + 1,
        _ when type == typeof(long) => variant + 1L,
        _ when type == typeof(byte) => (byte)(variant + 1),
        _ when type == typeof(double) => variant + 0.5,
        _ when type == typeof(decimal) => (variant + 1) / 10m,
        _ when type == typeof(char) => (char)('a' + variant),
        _ when type == typeof(UInt128) => (UInt128)(ulong)(variant + 1),
        _ when type == typeof(Uri) => new Uri($"https://example.org/{variant}"),
        _ when type == typeof(LocalDate) => new LocalDate(2026, 3, 2 + variant),
        _ when type == typeof(Instant) => Instant.FromUtc(2026, 3, 2 + variant, 1, 30),
        _ when type == typeof(OffsetDateTime) => new LocalDateTime(2026, 3, 2 + variant, 9, 30).WithOffset(Offset.FromHours(8)),
        _ when type == typeof(DateTimeZone) => ChinaTime.Zone,
        _ when type == typeof(DateInterval) => new DateInterval(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 2 + variant)),
        _ when type == typeof(BilingualText) => new BilingualText($"文本{variant}", $"text {variant}"),
        _ when type == typeof(Citation) => new Citation(($"文件{variant}", $"document {variant}"), SourceStanding.PressReport, $"{variant + 1}", new Uri("https://example.org")),
        _ when type == typeof(TimeLimit) => TimeLimit.WorkingDays(variant + 1) with { MovesToWorkingDay = variant > 0 },
        _ when type == typeof(Deadline) => Deadline.AtEndOf(new LocalDate(2026, 3, 2 + variant), ChinaTime.Zone),
        _ when type == typeof(CadencePeriod) => Cadence.Month.PeriodOf(new LocalDate(2026, 1 + variant, 5)),
        _ when type == typeof(Cadence) => Cadence.All[variant],
        _ when type == typeof(CalendarCadence) => variant == 0 ? Cadence.Month : Cadence.Quarter,
        _ when type == typeof(WorkMechanism) => CoordinationWorld.Only([CoordinationWorld.Routine($"r-{variant}", Cadence.Week)]),
        _ when type == typeof(WorkingCalendar) => WorkingCalendar.China,
        _ when type == typeof(Term) => new Term(new LocalDate(2026, 3, 2 + variant), variant == 0 ? null : new LocalDate(2027, 1, 1)),
        _ when type == typeof(AreaCode) => AreaCode.Parse($"51011500{variant + 1}"),
        _ when type == typeof(BusinessId) => new BusinessId($"B-{variant}"),
        _ when type == typeof(CadreId) => new CadreId($"C-{variant}"),
        _ when type == typeof(UnifiedSocialCreditCode) => UnifiedSocialCreditCode.WithCheckCharacter($"9151011500000000{variant}"),
        _ when type == typeof(FoodLicenceNumber) => FoodLicenceNumber.WithCheckDigit($"JY151011500000{variant}"),
        _ when type == typeof(Expertise) => Expertise.Of(variant == 0 ? [EnumCodes.All<BusinessSector>()[0]] : [EnumCodes.All<BusinessSector>()[1], EnumCodes.All<BusinessSector>()[2]]),
        _ when type == typeof(Assessee) => Assessee.Station($"S-{variant}"),
        _ when type == typeof(InspectionSubject) => variant == 0 ? InspectionSubject.OfBusiness(new("B-1")) : variant == 1 ? InspectionSubject.OfCadre(new("C-1")) : InspectionSubject.OfArea(AreaCode.Parse("510115")),
        _ when type == typeof(StatedRate) => variant == 0 ? StatedRate.Written(92.0m) : variant == 1 ? StatedRate.Written(92m) : StatedRate.AtLeast(90.50m),
        _ when type == typeof(StatedCount) => variant == 0 ? StatedCount.Exactly(9_709) : variant == 1 ? StatedCount.MoreThan(600) : StatedCount.About(785_000, 1_000),
        _ when type == typeof(IFact) || type == typeof(NumberFact) => BusinessFacts.Employees,
        _ when type == typeof(FactValue) => BusinessFacts.Employees.Of(variant + 1),
        _ when type == typeof(FactRecord) => new FactRecord(BusinessFacts.Employees.Of(variant + 1)),
        _ when type == typeof(Condition) => BusinessFacts.Employees >= variant + 1,
        _ => null,
    };
}
