using System.Runtime.CompilerServices;

namespace FoodSafety.Domain.Facts;

/// <summary>How one fact of a user's type is read: from one object, or from many at a time.</summary>
internal abstract class FactBinding<T>
{
    /// <summary>The stored value of one object.</summary>
    /// <exception cref="ArgumentException">The object has a value that the fact does not allow.</exception>
    public abstract long Read(T item);

    /// <summary>The stored values of many objects.</summary>
    public abstract void ReadAll(ReadOnlySpan<T> items, Span<long> stored);
}

/// <summary>A binding whose reader is a struct, so that the loop over many objects is compiled for it alone.</summary>
internal sealed class FactBinding<T, TReader>(TReader reader) : FactBinding<T> where TReader : struct, IFactReader<T>
{
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
    long Read(T item);
}

internal readonly struct WholeReader<T>(NumberFact fact, Func<T, long> read) : IFactReader<T>
{
    private readonly long _unit = Exact.Power(fact.Decimals);
    private readonly long _least = (long)decimal.Ceiling(fact.Minimum);
    private readonly long _most = (long)decimal.Floor(fact.Maximum);

    public long Read(T item)
    {
        var value = read(item);
        return value >= _least && value <= _most ? value * _unit : fact.Of(value).Stored;
    }
}

internal readonly struct ExactReader<T>(NumberFact fact, Func<T, decimal> read) : IFactReader<T>
{
    public long Read(T item)
    {
        var value = read(item);
        return Exact.TryStoreFast(value, fact.Decimals, out var stored) && stored >= fact.Least && stored <= fact.Most
            ? stored
            : fact.Of(value).Stored;
    }
}

internal readonly struct FlagReader<T>(Func<T, bool> read) : IFactReader<T>
{
    public long Read(T item) => read(item) ? 1 : 0;
}

internal readonly struct ChoiceReader<T, TEnum>(ChoiceFact<TEnum> fact, Func<T, TEnum> read) : IFactReader<T> where TEnum : struct, Enum
{
    public long Read(T item)
    {
        var value = read(item);
        var number = ChoiceFact<TEnum>.ToNumber(value);
        return fact.Allows(number) ? number : fact.Of(value).Stored;
    }
}

internal readonly struct StoredReader<T>(IFact fact, Func<T, long> read) : IFactReader<T>
{
    public long Read(T item) => FactTable.CheckValue(fact, read(item));
}
