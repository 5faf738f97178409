using System.Runtime.CompilerServices;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>A fact that is one of the values of an enum (选项事实): business type, operating status.</summary>
/// <remarks>
/// The values are numbered 0 to 255. The number 0 means that nobody stated it, whether or not the enum names it: <see cref="IsStated"/> asks for that, and
/// <see cref="Is"/> for the others.
/// </remarks>
/// <typeparam name="TEnum">The enum of values.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("ChoiceFact.Id")]
public sealed class ChoiceFact<TEnum> : IChoiceFact, IEquatable<ChoiceFact<TEnum>> where TEnum : struct, Enum
{
    private readonly SortedDictionary<int, (string Code, BilingualText Name)> _values = [];
    private readonly int _hash;
    private readonly bool[] _isValue = new bool[byte.MaxValue + 1];

    /// <summary>Declares a choice.</summary>
    /// <param name="id">The stable key in files: a lower-case Latin letter, then lower-case letters, digits, hyphens and dots, 64 characters at most.</param>
    /// <param name="name">The name that people see.</param>
    /// <param name="nameOf">The name of each value; null takes the name it has in code.</param>
    /// <param name="codeOf">The stable key of each value in files; null takes the name it has in code.</param>
    /// <exception cref="ArgumentException">The key is malformed, or a value is outside 0 to 255.</exception>
    public ChoiceFact(string id, BilingualText name, Func<TEnum, BilingualText>? nameOf = null, Func<TEnum, string>? codeOf = null)
    {
        Id = FactId.Check(id, nameof(id));
        _hash = Id.GetHashCode(StringComparison.Ordinal);
        Name = TextRule.Name.CheckAny(name);
        _values[0] = (FactDeclaration.NotStatedCode, FactDeclaration.NotStated);
        foreach (var value in Enum.GetValues<TEnum>())
        {
            var number = Convert.ToDecimal(value, null);
            if (number is < 0 or > byte.MaxValue)
            {
                throw new ArgumentException($"{typeof(TEnum).Name}.{value} is {number}; a choice stores 0 to 255.", nameof(id));
            }

            var code = value.ToString();
            _values[(int)number] = (codeOf?.Invoke(value) ?? code, nameOf?.Invoke(value) ?? (code, code));
        }

        Values = [.. _values.Keys];
        foreach (var value in Values)
        {
            _isValue[value] = true;
        }
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public BilingualText Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Values { get; }

    /// <inheritdoc/>
    public bool IsFixed { get; init; }

    /// <inheritdoc/>
    public long Unstated => 0;

    /// <inheritdoc/>
    public Condition IsStated => field ??= new Stated(this);

    /// <summary>Holds when the fact has one of the given values.</summary>
    /// <param name="values">The values that count; at least one.</param>
    /// <exception cref="ArgumentException">No value is given, one is not in the enum, or one is numbered 0, which means "not stated".</exception>
    public ChoiceIn Is(params ReadOnlySpan<TEnum> values)
    {
        var numbers = new SortedSet<int>();
        foreach (var value in values)
        {
            numbers.Add((int)Of(value).Stored);
        }

        return new ChoiceIn(this, numbers);
    }

    /// <summary>The fact with a value.</summary>
    /// <param name="value">A value of the enum; null, and the one numbered 0, say that it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in the enum.</exception>
    public FactValue Of(TEnum? value)
    {
        var number = value is { } named ? ToNumber(named) : Unstated;
        return Allows(number)
            ? new FactValue(this, number)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"'{Id}' allows: {string.Join(", ", _values.Values.Select(v => v.Code))}.");
    }

    /// <summary>The value of the fact in one entity; the default, numbered 0, where it is not stated.</summary>
    /// <param name="source">The entity to read.</param>
    public TEnum In(IFactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var number = source.StoredOf(this);
        return Unsafe.SizeOf<TEnum>() switch
        {
            1 => Unsafe.BitCast<byte, TEnum>((byte)number),
            2 => Unsafe.BitCast<short, TEnum>((short)number),
            4 => Unsafe.BitCast<int, TEnum>((int)number),
            _ => Unsafe.BitCast<long, TEnum>(number),
        };
    }

    /// <inheritdoc/>
    public bool Allows(long stored) => stored is >= 0 and <= byte.MaxValue && _isValue[stored];

    /// <inheritdoc/>
    public string CodeOf(int stored) => _values.TryGetValue(stored, out var value)
        ? value.Code
        : throw new ArgumentOutOfRangeException(nameof(stored), stored, $"'{Id}' has the values {string.Join(", ", Values)}.");

    /// <inheritdoc/>
    public BilingualText Show(long stored) =>
        stored is >= 0 and <= byte.MaxValue && _values.TryGetValue((int)stored, out var value) ? value.Name : ($"{stored}", $"{stored}");

    /// <summary>Whether another is the same choice: of the same key, and declared alike.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ChoiceFact<TEnum>? other) => other is not null && (ReferenceEquals(this, other) || (
        Id == other.Id && Name == other.Name && IsFixed == other.IsFixed && _values.SequenceEqual(other._values)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChoiceFact<TEnum>);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => Name.English;

    internal static long ToNumber(TEnum value) => Unsafe.SizeOf<TEnum>() switch
    {
        1 => Unsafe.BitCast<TEnum, byte>(value),
        2 => Unsafe.BitCast<TEnum, short>(value),
        4 => Unsafe.BitCast<TEnum, int>(value),
        _ => Unsafe.BitCast<TEnum, long>(value),
    };
}
