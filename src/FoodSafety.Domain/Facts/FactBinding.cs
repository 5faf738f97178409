namespace FoodSafety.Domain.Facts;

/// <summary>How one fact of a user's type is read: from one object, or from many at a time.</summary>
internal abstract class FactBinding<T>
{
    /// <summary>The stored value of one object.</summary>
    /// <exception cref="ArgumentException">The object has a value that the fact does not allow.</exception>
    public abstract long Read(T item);

    /// <summary>The stored values of many objects.</summary>
    public virtual void ReadAll(ReadOnlySpan<T> items, Span<long> stored)
    {
        for (var i = 0; i < items.Length; i++)
        {
            stored[i] = Read(items[i]);
        }
    }
}

internal sealed class WholeBinding<T>(NumberFact fact, Func<T, long> read) : FactBinding<T>
{
    private readonly long _unit = Exact.Power(fact.Decimals);
    private readonly long _least = (long)decimal.Ceiling(fact.Minimum);
    private readonly long _most = (long)decimal.Floor(fact.Maximum);

    public override long Read(T item)
    {
        var value = read(item);
        return value >= _least && value <= _most ? value * _unit : fact.Of(value).Stored;
    }
}

internal sealed class ExactBinding<T>(NumberFact fact, Func<T, decimal> read) : FactBinding<T>
{
    public override long Read(T item)
    {
        var value = read(item);
        return Exact.TryStoreFast(value, fact.Decimals, out var stored) && stored >= fact.Least && stored <= fact.Most
            ? stored
            : fact.Of(value).Stored;
    }
}

internal sealed class FlagBinding<T>(Func<T, bool> read) : FactBinding<T>
{
    public override long Read(T item) => read(item) ? 1 : 0;
}

internal sealed class ChoiceBinding<T, TEnum>(ChoiceFact<TEnum> fact, Func<T, TEnum> read) : FactBinding<T> where TEnum : struct, Enum
{
    public override long Read(T item) => fact.Of(read(item)).Stored;
}

internal sealed class StoredBinding<T>(IFact fact, Func<T, long> read) : FactBinding<T>
{
    public override long Read(T item) => FactTable.CheckValue(fact, read(item));
}
