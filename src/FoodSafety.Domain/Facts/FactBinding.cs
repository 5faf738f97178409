using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Facts;

/// <summary>How one fact of a user's type is read: from one object, or from many at a time.</summary>
internal abstract class FactBinding<T>
{
    /// <summary>Whether every object has a value, so that nobody has to look for those that have none.</summary>
    public abstract bool AlwaysStates { get; }

    /// <summary>The stored value of one object.</summary>
    /// <exception cref="ArgumentException">The object has a value that the fact does not allow.</exception>
    public abstract long Read(T item);

    /// <summary>The stored values of many objects.</summary>
    public abstract void ReadAll(ReadOnlySpan<T> items, Span<long> stored);
}

/// <summary>A binding whose reader is a struct, so that the loop over many objects is compiled for it alone.</summary>
internal sealed class FactBinding<T, TReader>(TReader reader) : FactBinding<T> where TReader : struct, IFactReader<T>
{
    public override bool AlwaysStates => TReader.AlwaysStates;

    public override long Read(T item) => reader.Read(item);

    // Tables are often filled once: the loop must not wait in slow first-tier code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ReadAll(ReadOnlySpan<T> items, Span<long> stored)
    {
        var read = reader;
        for (var i = 0; i < items.Length; i++)
        {
            stored[i] = read.Read(items[i]);
        }
    }
}

internal interface IFactReader<T>
{
    static abstract bool AlwaysStates { get; }

    long Read(T item);
}

/// <summary>Reads a value that every object has.</summary>
internal readonly struct ValueReader<T, TValue, TStore>(Func<T, TValue> read, TStore store) : IFactReader<T>
    where TValue : struct where TStore : struct, IValueStore<TValue>
{
    public static bool AlwaysStates => TStore.AlwaysStates;

    public long Read(T item) => store.Store(read(item));
}

/// <summary>Reads a value that an object need not have; where there is none the fact is not stated.</summary>
internal readonly struct NullableReader<T, TValue, TStore>(Func<T, TValue?> read, TStore store, long unstated) : IFactReader<T>
    where TValue : struct where TStore : struct, IValueStore<TValue>
{
    public static bool AlwaysStates => false;

    public long Read(T item) => read(item) is { } value ? store.Store(value) : unstated;
}

/// <summary>Turns a user's value into a stored one.</summary>
internal interface IValueStore<TValue>
{
    /// <summary>Whether none of the values says that the fact is not stated.</summary>
    static abstract bool AlwaysStates { get; }

    /// <exception cref="ArgumentException">The fact does not allow the value.</exception>
    long Store(TValue value);
}

internal readonly struct WholeStore(NumberFact fact) : IValueStore<long>
{
    private readonly long _unit = Exact.Power(fact.Decimals);
    private readonly long _least = (long)decimal.Ceiling(fact.Minimum);
    private readonly long _most = (long)decimal.Floor(fact.Maximum);
    private readonly bool _allowsWholeRange = fact.AllowsWholeRange;

    public static bool AlwaysStates => true;

    public long Store(long value) => value >= _least && value <= _most && _allowsWholeRange ? value * _unit : fact.Of(value).Stored;
}

internal readonly struct ExactStore(NumberFact fact) : IValueStore<decimal>
{
    private readonly long _least = fact.Least;
    private readonly long _most = fact.Most;
    private readonly bool _allowsWholeRange = fact.AllowsWholeRange;

    public static bool AlwaysStates => true;

    public long Store(decimal value) =>
        Exact.TryStoreFast(value, fact.Decimals, out var stored) && stored >= _least && stored <= _most && _allowsWholeRange ? stored : fact.Of(value).Stored;
}

internal readonly struct FlagStore : IValueStore<bool>
{
    public static bool AlwaysStates => true;

    public long Store(bool value) => value ? 1 : 0;
}

internal readonly struct ChoiceStore<TEnum>(ChoiceFact<TEnum> fact) : IValueStore<TEnum> where TEnum : struct, Enum
{
    public static bool AlwaysStates => false;

    public long Store(TEnum value) => ChoiceFact<TEnum>.ToNumber(value) is var number && fact.Allows(number) ? number : fact.Of(value).Stored;
}

internal readonly struct CheckedStore(IFact fact) : IValueStore<long>
{
    public static bool AlwaysStates => false;

    public long Store(long value) => FactTable.CheckValue(fact, value);
}
