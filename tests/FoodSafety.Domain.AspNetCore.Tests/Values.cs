using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>Makes values of the public types of the library, as far as that can be done from outside: by constructors, factories, and what stands in static properties.</summary>
internal static class Values
{
    private static readonly Dictionary<Type, object?> Made = [];

    /// <summary>A type with whose generic parameters something can be made.</summary>
    public static Type Closed(Type type) => !type.IsGenericTypeDefinition ? type : type.MakeGenericType([.. type.GetGenericArguments().Select(parameter => parameter.Name switch
    {
        "TState" => typeof(RectificationState),
        "TStep" => typeof(RectificationStep),
        "TGrade" or "TEnum" => typeof(Tier),
        "TBook" => typeof(RegisterBook),
        "TAct" => typeof(RegisterAct),
        _ when parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) => typeof(Citation),
        _ => typeof(BusinessId),
    })]);

    public static object? Find(Type type)
    {
        lock (Made)
        {
            return Find(type, 0);
        }
    }

    private static object? Find(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (depth > 6 || type.IsByRefLike || type.IsPointer)
        {
            return null;
        }

        if (Made.TryGetValue(type, out var made))
        {
            return made;
        }

        made = Known(type) ?? Make(type, depth);
        if (made is not null || depth == 0)
        {
            Made[type] = made;
        }

        return made;
    }

    private static object? Known(Type type) => type switch
    {
        _ when type == typeof(string) => "key-1",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 1,
        _ when type == typeof(long) => 1L,
        _ when type == typeof(byte) => (byte)1,
        _ when type == typeof(double) => 0.5,
        _ when type == typeof(decimal) => 0.5m,
        _ when type == typeof(char) => 'a',
        _ when type == typeof(Uri) => new Uri("https://example.org/"),
        _ when type == typeof(LocalDate) => new LocalDate(2026, 3, 2),
        _ when type == typeof(LocalTime) => new LocalTime(9, 30),
        _ when type == typeof(Instant) => Instant.FromUtc(2026, 3, 2, 1, 30),
        _ when type == typeof(OffsetDateTime) => new LocalDateTime(2026, 3, 2, 9, 30).WithOffset(Offset.FromHours(8)),
        _ when type == typeof(DateInterval) => new DateInterval(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 4)),
        _ when type == typeof(DateTimeZone) => ChinaTime.Zone,
        _ when type == typeof(BilingualText) => new BilingualText("文本", "text"),
        _ when type == typeof(AreaCode) => Platform.Liucheng,
        _ when type == typeof(GradingPolicy<Tier>) => TierPolicies.SizeAndDiners2022,
        _ when type == typeof(Explanation<Tier>) => new Grader<Tier>(TierPolicies.SizeAndDiners2022).Explain(
            new Business(Platform.Canteen, "柳城小学食堂", Platform.Liucheng, BusinessType.SchoolCanteen) { Profile = new() { DinersPerMeal = 487, IsChainHeadquarters = false } }),
        _ when type == typeof(UnifiedSocialCreditCode) => UnifiedSocialCreditCode.WithCheckCharacter("91510115000000001"),
        _ when type == typeof(FoodLicenceNumber) => FoodLicenceNumber.WithCheckDigit("JY1515110150000"),
        _ when type == typeof(Deadline) => Deadline.AtEndOf(new LocalDate(2026, 3, 2), ChinaTime.Zone),
        _ when type == typeof(TimeLimit) => TimeLimit.WorkingDays(15),
        _ when type == typeof(Condition) => BusinessFacts.Employees >= 3,
        _ when type == typeof(IFact) || type == typeof(NumberFact) => BusinessFacts.Employees,
        _ when type == typeof(FactValue) => BusinessFacts.Employees.Of(3),
        _ when type == typeof(FactRecord) => new FactRecord(BusinessFacts.Employees.Of(3)),
        _ when type == typeof(Term) => new Term(new LocalDate(2026, 3, 2)),
        _ when type == typeof(TimelineFault) => new TimelineFault(TimelineFaultKind.NoVersion, [], new LocalDate(2026, 3, 2), null),
        _ when type == typeof(Cadence) => Cadence.WorkingDay,
        _ when type == typeof(CalendarCadence) => Cadence.Month,
        _ when type == typeof(CadencePeriod) => Cadence.Month.PeriodOf(new LocalDate(2026, 3, 2)),
        _ when type == typeof(Expertise) => Expertise.Of(EnumCodes.All<BusinessSector>()[0]),
        _ when type == typeof(WorkingCalendar) => WorkingCalendar.China,
        _ => null,
    };

    private static object? Make(Type type, int depth)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1);
        }

        if (type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)))
        {
            return ArrayOf(type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0], depth);
        }

        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ItemList<>) || type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)))
        {
            var items = ArrayOf(type.GetGenericArguments()[0], depth);
            var array = typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.IsGenericMethod && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(type.GetGenericArguments()[0]).Invoke(null, [items])!;
            return type.GetGenericTypeDefinition() == typeof(ItemList<>) ? Activator.CreateInstance(type, array) : array;
        }

        if (type.Assembly != typeof(District).Assembly)
        {
            return null;
        }

        if (type.IsAbstract)
        {
            return typeof(District).Assembly.GetExportedTypes().Where(own => !own.IsAbstract && !own.IsGenericTypeDefinition && own.IsAssignableTo(type)).Select(own => Find(own, depth + 1)).FirstOrDefault(own => own is not null);
        }

        IEnumerable<MethodBase> makers = [.. type.GetConstructors().OrderByDescending(maker => maker.GetParameters().Length), .. type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == type && !method.IsGenericMethod && !method.IsSpecialName && method.Name is not ("Parse" or "ParseUtf8"))];
        foreach (var maker in makers)
        {
            var given = maker.GetParameters().Select(parameter => Find(parameter.ParameterType, depth + 1) ?? (parameter.HasDefaultValue ? parameter.DefaultValue : null)).ToArray();
            if (given.Zip(maker.GetParameters()).Any(pair => pair.First is null && !pair.Second.HasDefaultValue))
            {
                continue;
            }

            try
            {
                var made = maker is ConstructorInfo constructor ? constructor.Invoke(given) : maker.Invoke(null, given);
                if (made is not null && Complete(made, depth))
                {
                    return made;
                }
            }
            catch (Exception e) when (e is TargetInvocationException or ArgumentException)
            {
                // It checks what it is given; another may take it.
            }
        }

        return type.GetProperties(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(property => property.PropertyType == type)?.GetValue(null);
    }

    /// <summary>States what has to be stated beside the constructor; false where that cannot be made.</summary>
    private static bool Complete(object made, int depth)
    {
        foreach (var property in made.GetType().GetProperties().Where(property => property.IsDefined(typeof(RequiredMemberAttribute))))
        {
            if (Find(property.PropertyType, depth + 1) is not { } value)
            {
                return false;
            }

            property.SetValue(made, value);
        }

        return true;
    }

    private static Array ArrayOf(Type element, int depth)
    {
        var item = Find(element, depth + 1);
        var items = Array.CreateInstance(element, item is null ? 0 : 1);
        if (item is not null)
        {
            items.SetValue(item, 0);
        }

        return items;
    }
}
