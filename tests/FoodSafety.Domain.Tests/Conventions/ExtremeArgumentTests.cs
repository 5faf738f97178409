using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>
/// Every public constructor, method and property that can be called by reflection, with the ends of what its arguments can be. What cannot
/// be is refused as an argument or by an error of the library; nothing overflows, and no number asks for memory.
/// </summary>
public class ExtremeArgumentTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const int MostOfAType = 8;
    private const long MostBytes = 64L << 20;

    private static readonly LocalDate Day = new(2026, 3, 2);

    private readonly Dictionary<Type, List<object>> _pool = [];
    private readonly SortedSet<string> _faults = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);

    public ExtremeArgumentTests()
    {
        Add(1, 0, -1, 7, int.MinValue, int.MaxValue);
        Add(1L, 0L, -1L, long.MinValue, long.MaxValue);
        Add(1UL, ulong.MaxValue);
        Add(0.5m, 0m, -0.0m, 1m, 100m, -1m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m);
        Add(0.5, double.MaxValue, double.NaN);
        Add("a", "510115001001", "", " ", "-", new string('9', 40), "\uD800", "2026-03-02");
        Add(true, false);
        Add(Day, LocalDate.MinIsoValue, LocalDate.MaxIsoValue, default, LocalDate.MaxIsoValue.PlusDays(-1));
        Add(new LocalTime(9, 0), LocalTime.MinValue, LocalTime.MaxValue);
        Add(Instant.FromUtc(2026, 3, 2, 1, 0), Instant.MinValue, Instant.MaxValue);
        Add(Duration.FromHours(1), Duration.MinValue, Duration.MaxValue, Duration.Zero);
        Add(Period.FromMonths(12), Period.Zero, Period.FromYears(int.MaxValue), Period.FromDays(int.MaxValue), Period.FromDays(int.MinValue), Period.FromMonths(-1));
        Add(
            new DateInterval(Day, Day.PlusDays(40)), new DateInterval(LocalDate.MinIsoValue, LocalDate.MinIsoValue.PlusDays(40)),
            new DateInterval(LocalDate.MaxIsoValue.PlusDays(-40), LocalDate.MaxIsoValue));
        Add(ChinaTime.Zone, DateTimeZone.Utc, DateTimeZone.ForOffset(Offset.MinValue), DateTimeZone.ForOffset(Offset.MaxValue));
        Add<BilingualText>(("名", "name"), default);
        Add(new Uri("https://example.org/"));
    }

    [Fact]
    public void PublicMembers_WithExtremeArguments_RefuseThemAndNeverOverflow()
    {
        var types = typeof(Tier).Assembly.GetExportedTypes().Where(type => !type.ContainsGenericParameters && type.Name != "Enumerator").OrderBy(type => type.FullName, StringComparer.Ordinal).ToList();
        // What is made in one pass is what the next has to ask.
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var type in types)
            {
                foreach (var made in type.GetConstructors().Where(made => !type.IsDefined(typeof(RequiredMemberAttribute)) || made.IsDefined(typeof(SetsRequiredMembersAttribute))))
                {
                    Call(made, null, made.GetParameters(), arguments => made.Invoke(arguments));
                }

                foreach (var method in type.GetMethods(Declared).Where(method => !method.ContainsGenericParameters && !method.ReturnType.IsByRefLike && !method.ReturnType.IsByRef))
                {
                    // What is set when something is made is set on a copy: the samples are shared, some by the whole library.
                    var copies = method.Name.StartsWith("set_", StringComparison.Ordinal);
                    var copy = type.GetMethod("<Clone>$");
                    if (copies && (copy is null || type.IsValueType))
                    {
                        continue;
                    }

                    foreach (var subject in method.IsStatic ? (List<object?>)[null] : [.. SamplesOf(type)])
                    {
                        Call(method, subject, method.GetParameters(), arguments =>
                        {
                            var asked = copies ? copy!.Invoke(subject, null) : subject;
                            var answer = method.Invoke(asked, arguments);
                            return copies ? asked : answer;
                        });
                    }
                }
            }
        }

        Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults));
        // The net must not have become so wide that it catches nothing.
        Assert.True(_answered.Count > 1_500, $"Only {_answered.Count} members could be asked.");
        Assert.Superset(
            new HashSet<string>(["Deadline.AtEndOf", "CalendarCadence.PeriodAfter", "TimeLimit.After", "ChinaTime.DateOf", "StatedCount.About", "StatedRate.Written", "OutreachDelivered..ctor"]),
            _answered);
    }

    private void Call(MethodBase member, object? subject, ParameterInfo[] parameters, Func<object?[], object?> call)
    {
        if (parameters.Any(parameter => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike || parameter.ParameterType.IsPointer))
        {
            return;
        }

        var choices = parameters.Select(parameter => Choices(parameter.ParameterType)).ToArray();
        if (choices.Any(choice => choice.Count == 0))
        {
            return;
        }

        foreach (var arguments in Combinations(choices))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Keep(call(arguments));

                _answered.Add($"{member.DeclaringType!.Name}.{member.Name}");
            }
            catch (TargetInvocationException wrapped) when (!IsOverflow(wrapped.InnerException!))
            {
                // A record put together from parts that do not fit, as a chain without links, may fail in its own way.
                _answered.Add($"{member.DeclaringType!.Name}.{member.Name}");
            }
            catch (TargetInvocationException wrapped)
            {
                var where = wrapped.InnerException!.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("FoodSafety.Domain.", StringComparison.Ordinal))?.Trim();
                _faults.Add($"{member.DeclaringType!.Name}.{member.Name}({string.Join(", ", arguments.Select(Show))}): {wrapped.InnerException!.GetType().Name} {where}");
            }

            if (GC.GetAllocatedBytesForCurrentThread() - before is > MostBytes and var bytes)
            {
                _faults.Add($"{member.DeclaringType!.Name}.{member.Name}({string.Join(", ", arguments.Select(Show))}): {bytes:#,0} bytes");
            }
        }
    }

    private static bool IsOverflow(Exception exception) => exception is ArithmeticException or OutOfMemoryException;

    private static string Show(object? argument) => argument switch
    {
        null => "null",
        string text => $"'{(text.Length > 20 ? text[..20] : text)}'".Replace('\uD800', '?'),
        IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Take(3).Select(Show))}]",
        // Not its own text: that may be what fails.
        _ when argument.GetType().Assembly == typeof(Tier).Assembly && !argument.GetType().IsEnum => argument.GetType().Name,
        _ => $"{argument}",
    };

    /// <summary>The first of everything, each argument in turn by all it can be, and all at one end together.</summary>
    private static IEnumerable<object?[]> Combinations(List<object?>[] choices)
    {
        object?[] plain = [.. choices.Select(choice => choice[0])];
        yield return [.. plain];
        for (var i = 0; i < choices.Length; i++)
        {
            foreach (var other in choices[i].Skip(1))
            {
                object?[] arguments = [.. plain];
                arguments[i] = other;
                yield return arguments;
            }
        }

        var most = choices.Length == 0 ? 0 : choices.Max(choice => choice.Count);
        for (var place = 1; place < most && choices.Length > 1; place++)
        {
            yield return [.. choices.Select(choice => choice[Math.Min(place, choice.Count - 1)])];
        }
    }

    private List<object?> Choices(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Choices(inner) is { Count: > 0 } given ? [.. given, null] : [];
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type).Cast<object?>().ToList();
            return [values[^1], values[0], Enum.ToObject(type, 0), Enum.ToObject(type, 100)];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var element = type.GetGenericArguments()[0];
            var create = typeof(ImmutableArray).GetMethods().First(method => method.Name == "CreateRange" && method.GetParameters().Length == 1).MakeGenericMethod(element);
            return [.. Lists(element).Select(list => create.Invoke(null, [list]))];
        }

        if (type.IsArray)
        {
            return [.. Lists(type.GetElementType()!)];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(IEnumerable<>) || open == typeof(IReadOnlyList<>) || open == typeof(IReadOnlyCollection<>)))
        {
            return [.. Lists(type.GetGenericArguments()[0])];
        }

        return [.. SamplesOf(type)];
    }

    /// <summary>A list of one for each sample, one of all, and the empty one.</summary>
    private IEnumerable<Array> Lists(Type element)
    {
        var samples = Choices(element).Where(sample => sample is not null || !element.IsValueType).ToList();
        foreach (var sample in samples.Take(6))
        {
            yield return Filled([sample]);
        }

        yield return Filled(samples);
        yield return Filled([]);

        Array Filled(IReadOnlyList<object?> values)
        {
            var array = Array.CreateInstance(element, values.Count);
            for (var i = 0; i < values.Count; i++)
            {
                array.SetValue(values[i], i);
            }

            return array;
        }
    }

    private IEnumerable<object> SamplesOf(Type type) =>
        type == typeof(object) ? [] : _pool.Where(pair => type.IsAssignableFrom(pair.Key)).OrderBy(pair => pair.Key.FullName, StringComparer.Ordinal).SelectMany(pair => pair.Value).Take(2 * MostOfAType);

    private void Add<T>(params IEnumerable<T> values) where T : notnull
    {
        foreach (var value in values)
        {
            var list = _pool.TryGetValue(value.GetType(), out var known) ? known : _pool[value.GetType()] = [];
            list.Add(value);
        }
    }

    /// <summary>Keeps what the library makes, for what asks for it.</summary>
    private void Keep(object? made)
    {
        if (made is null)
        {
            return;
        }

        var type = made.GetType();
        if (type.Assembly == typeof(Tier).Assembly && !type.IsEnum)
        {
            var list = _pool.TryGetValue(type, out var known) ? known : _pool[type] = [];
            if (list.Count < MostOfAType && !list.Contains(made))
            {
                list.Add(made);
            }
        }
        else if (made is IEnumerable many and not string)
        {
            object?[] some = [];
            try
            {
                some = [.. many.Cast<object?>().Take(3)];
            }
            catch (Exception exception) when (!IsOverflow(exception))
            {
                // What is listed while it is asked for is refused then.
            }

            foreach (var one in some.Where(one => one?.GetType().Assembly == typeof(Tier).Assembly))
            {
                Keep(one);
            }
        }
    }
}
