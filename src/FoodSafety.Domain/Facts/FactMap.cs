using System.Collections.Immutable;

namespace FoodSafety.Domain.Facts;

/// <summary>How the facts of a user's own type are read (事实映射), so that its objects can be graded as they are.</summary>
/// <remarks>
/// Immutable: each method returns a map with one more fact. <see cref="View"/> shows one object as a source of facts;
/// <see cref="FactTable.AddRange{T}"/> fills a table from many, far faster than one by one. A fact that the map does not
/// name reads as unstated.
/// </remarks>
/// <typeparam name="T">The user's type.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class FactMap<T>
{
    private readonly ImmutableDictionary<IFact, FactBinding<T>> _bindings;

    /// <summary>The map that names no fact yet.</summary>
    public FactMap()
        : this(ImmutableDictionary<IFact, FactBinding<T>>.Empty)
    {
    }

    private FactMap(ImmutableDictionary<IFact, FactBinding<T>> bindings) => _bindings = bindings;

    /// <summary>The facts that the map names.</summary>
    public IEnumerable<IFact> Facts => _bindings.Keys;

    /// <summary>Reads a number that the object has in whole units.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="read">Its value in whole units: people, yuan, not fen.</param>
    public FactMap<T> Whole(NumberFact fact, Func<T, long> read) => With(fact, Bind(new WholeReader<T>(fact, read)));

    /// <summary>Reads a number that the object has with decimals.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="read">Its value, with no more decimals than the fact has.</param>
    public FactMap<T> Exact(NumberFact fact, Func<T, decimal> read) => With(fact, Bind(new ExactReader<T>(fact, read)));

    /// <summary>Reads a flag.</summary>
    /// <param name="fact">The flag.</param>
    /// <param name="read">Whether it is set.</param>
    public FactMap<T> Flag(FlagFact fact, Func<T, bool> read) => With(fact, Bind(new FlagReader<T>(read)));

    /// <summary>Reads a choice.</summary>
    /// <param name="fact">The choice.</param>
    /// <param name="read">Its value.</param>
    /// <typeparam name="TEnum">The enum of values.</typeparam>
    public FactMap<T> Choice<TEnum>(ChoiceFact<TEnum> fact, Func<T, TEnum> read) where TEnum : struct, Enum =>
        With(fact, Bind(new ChoiceReader<T, TEnum>(fact, read)));

    /// <summary>Shows one object as a source of facts, which reads it when asked.</summary>
    /// <param name="item">The object.</param>
    /// <returns>A source whose reading throws an <see cref="ArgumentException"/> where the object has a value that a fact does not allow.</returns>
    public IFactSource View(T item) => new Source(this, item);

    internal FactBinding<T>? Find(IFact fact) => _bindings.GetValueOrDefault(fact);

    internal long Read(T item, IFact fact) => Find(fact) is { } binding ? binding.Read(item) : fact.Unstated;

    /// <summary>Reads a fact as it is stored already.</summary>
    internal FactMap<T> Stored(IFact fact, Func<T, long> read) => With(fact, Bind(new StoredReader<T>(fact, read)));

    private static FactBinding<T, TReader> Bind<TReader>(TReader reader) where TReader : struct, IFactReader<T> => new(reader);

    private FactMap<T> With(IFact fact, FactBinding<T> binding) => new(_bindings.SetItem(fact, binding));

    private sealed class Source(FactMap<T> map, T item) : IFactSource
    {
        public long Read(IFact fact) => map.Read(item, fact);
    }
}
