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
    private readonly ImmutableDictionary<string, IFact> _keys;

    /// <summary>The map that names no fact yet.</summary>
    public FactMap()
        : this(ImmutableDictionary<IFact, FactBinding<T>>.Empty, ImmutableDictionary<string, IFact>.Empty)
    {
    }

    private FactMap(ImmutableDictionary<IFact, FactBinding<T>> bindings, ImmutableDictionary<string, IFact> keys) => (_bindings, _keys) = (bindings, keys);

    /// <summary>The facts that the map names.</summary>
    public IEnumerable<IFact> Facts => _bindings.Keys;

    /// <summary>Reads a number that the object has in whole units.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="read">Its value in whole units: people, yuan, not fen.</param>
    public FactMap<T> Whole(NumberFact fact, Func<T, long> read) => With(fact, Bind(new ValueReader<T, long, WholeStore>(read, new(fact))));

    /// <summary>Reads a number that the object has in whole units, if it has it.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="read">Its value in whole units; null where it is not stated.</param>
    public FactMap<T> Whole(NumberFact fact, Func<T, long?> read) =>
        With(fact, Bind(new NullableReader<T, long, WholeStore>(read, new(fact), fact.Unstated)));

    /// <summary>Reads a number that the object has with decimals.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="read">Its value, with no more decimals than the fact has.</param>
    public FactMap<T> Exact(NumberFact fact, Func<T, decimal> read) => With(fact, Bind(new ValueReader<T, decimal, ExactStore>(read, new(fact))));

    /// <summary>Reads a number that the object has with decimals, if it has it.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="read">Its value, with no more decimals than the fact has; null where it is not stated.</param>
    public FactMap<T> Exact(NumberFact fact, Func<T, decimal?> read) =>
        With(fact, Bind(new NullableReader<T, decimal, ExactStore>(read, new(fact), fact.Unstated)));

    /// <summary>Reads a flag.</summary>
    /// <param name="fact">The flag.</param>
    /// <param name="read">Whether it is set.</param>
    public FactMap<T> Flag(FlagFact fact, Func<T, bool> read) => With(fact, Bind(new ValueReader<T, bool, FlagStore>(read, default)));

    /// <summary>Reads a flag that the object need not say anything of.</summary>
    /// <param name="fact">The flag.</param>
    /// <param name="read">Whether it is set; null where it is not stated.</param>
    public FactMap<T> Flag(FlagFact fact, Func<T, bool?> read) => With(fact, Bind(new NullableReader<T, bool, FlagStore>(read, default, fact.Unstated)));

    /// <summary>Reads a choice.</summary>
    /// <param name="fact">The choice.</param>
    /// <param name="read">Its value.</param>
    /// <typeparam name="TEnum">The enum of values.</typeparam>
    public FactMap<T> Choice<TEnum>(ChoiceFact<TEnum> fact, Func<T, TEnum> read) where TEnum : struct, Enum =>
        With(fact, Bind(new ValueReader<T, TEnum, ChoiceStore<TEnum>>(read, new(fact))));

    /// <summary>Reads a choice that the object need not have.</summary>
    /// <param name="fact">The choice.</param>
    /// <param name="read">Its value; null where it is not stated.</param>
    /// <typeparam name="TEnum">The enum of values.</typeparam>
    public FactMap<T> Choice<TEnum>(ChoiceFact<TEnum> fact, Func<T, TEnum?> read) where TEnum : struct, Enum =>
        With(fact, Bind(new NullableReader<T, TEnum, ChoiceStore<TEnum>>(read, new(fact), fact.Unstated)));

    /// <summary>Shows one object as a source of facts, which reads it when asked.</summary>
    /// <param name="item">The object.</param>
    /// <returns>A source whose reading throws an <see cref="ArgumentException"/> where the object has a value that a fact does not allow.</returns>
    public IFactSource View(T item) => new Source(this, item);

    /// <exception cref="ArgumentException">It names a fact that is declared differently under the same key.</exception>
    internal FactBinding<T>? Find(IFact fact) => _bindings.TryGetValue(fact, out var binding) ? binding
        : _keys.TryGetValue(fact.Id, out var other) ? throw FactDeclaration.Refuse(other, fact) : null;

    internal long Read(T item, IFact fact) => Find(fact) is { } binding ? binding.Read(item) : fact.Unstated;

    /// <summary>Reads a fact as it is stored already.</summary>
    internal FactMap<T> Stored(IFact fact, Func<T, long> read) => With(fact, Bind(new ValueReader<T, long, CheckedStore>(read, new(fact))));

    private static FactBinding<T, TReader> Bind<TReader>(TReader reader) where TReader : struct, IFactReader<T> => new(reader);

    private FactMap<T> With(IFact fact, FactBinding<T> binding)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (_keys.TryGetValue(fact.Id, out var known))
        {
            FactDeclaration.RequireSame(known, fact);
        }

        return new(_bindings.SetItem(fact, binding), _keys.SetItem(fact.Id, fact));
    }

    private sealed class Source(FactMap<T> map, T item) : IFactSource
    {
        public long Read(IFact fact) => map.Read(item, fact);
    }
}
