using System.Runtime.InteropServices;

namespace FoodSafety.Domain.Acts;

/// <summary>One immutable value that is replaced.</summary>
internal sealed class Cell<T>(UndoLog undo, T value)
{
    public T Value { get; private set; } = value;

    public void Put(T value)
    {
        if (undo.IsOn)
        {
            PushInverse();
        }

        Value = value;
    }

    private void PushInverse()
    {
        var old = Value;
        undo.Push(() => Value = old);
    }
}

/// <summary>Immutable things by their ids.</summary>
internal sealed class Things<TId, T>(UndoLog undo) where TId : notnull where T : class
{
    private readonly Dictionary<TId, T> _all = [];

    public int Count => _all.Count;

    public IEnumerable<T> All => _all.Values;

    public IEnumerable<TId> Ids => _all.Keys;

    public T? Find(TId id) => _all.GetValueOrDefault(id);

    /// <summary>Puts a thing in the place of the one with the id; null takes it out.</summary>
    public void Put(TId id, T? thing)
    {
        if (undo.IsOn)
        {
            PushInverse(id);
        }

        Set(id, thing);
    }

    // Apart, so that nothing is made for it while a journal is redone.
    private void PushInverse(TId id)
    {
        var old = _all.GetValueOrDefault(id);
        undo.Push(() => Set(id, old));
    }

    private void Set(TId id, T? thing)
    {
        if (thing is null)
        {
            _all.Remove(id);
        }
        else
        {
            _all[id] = thing;
        }
    }
}

/// <summary>A list that grows at its end.</summary>
internal sealed class Trail<T>(UndoLog undo)
{
    private readonly List<T> _items = [];

    public IReadOnlyList<T> Items => _items;

    public int Count => _items.Count;

    /// <summary>The same where it lies, until the next is added.</summary>
    public ReadOnlySpan<T> Span => CollectionsMarshal.AsSpan(_items);

    public void Add(T item)
    {
        _items.Add(item);
        if (undo.IsOn)
        {
            undo.Push(() => _items.RemoveAt(_items.Count - 1));
        }
    }

    /// <summary>Puts an item in the place of the last one.</summary>
    public void ReplaceLast(T item) => Replace(_items.Count - 1, item);

    /// <summary>Puts an item in the place of another.</summary>
    public void Replace(int index, T item)
    {
        if (undo.IsOn)
        {
            PushInverse(index);
        }

        _items[index] = item;
    }

    private void PushInverse(int index)
    {
        var old = _items[index];
        undo.Push(() => _items[index] = old);
    }
}

/// <summary>Lists that grow at their ends, by a key.</summary>
internal sealed class Trails<TKey, T>(UndoLog undo) where TKey : notnull
{
    private readonly Dictionary<TKey, List<T>> _all = [];

    public IEnumerable<TKey> Keys => _all.Keys;

    public IReadOnlyList<T> Of(TKey key) => _all.TryGetValue(key, out var items) ? items : [];

    /// <summary>The same where it lies, until the next is added.</summary>
    public ReadOnlySpan<T> SpanOf(TKey key) => _all.TryGetValue(key, out var items) ? CollectionsMarshal.AsSpan(items) : [];

    public void Add(TKey key, T item)
    {
        if (!_all.TryGetValue(key, out var items))
        {
            _all.Add(key, items = []);
        }

        items.Add(item);
        if (undo.IsOn)
        {
            PushInverse(key, items);
        }
    }

    private void PushInverse(TKey key, List<T> items) => undo.Push(() =>
    {
        items.RemoveAt(items.Count - 1);
        if (items.Count == 0)
        {
            _all.Remove(key);
        }
    });

    /// <summary>Puts an item in the place of another.</summary>
    public void Replace(TKey key, int index, T item)
    {
        var items = _all[key];
        var old = items[index];
        items[index] = item;
        undo.Push(() => items[index] = old);
    }
}
