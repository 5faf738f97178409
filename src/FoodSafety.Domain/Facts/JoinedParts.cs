using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace FoodSafety.Domain.Facts;

/// <summary>
/// The parts of a node that takes in those of its own kind: <c>(a | b) | c</c> has the parts a, b and c. They are laid out flat when somebody asks
/// for them first, so that joining ten thousand one by one costs no more than joining them at once.
/// </summary>
/// <remarks>Safe to share between threads: who asks at once may lay out twice, with equal results.</remarks>
internal sealed class JoinedParts<T> where T : class
{
    private readonly Func<T, JoinedParts<T>?> _nested;
    private volatile Layout _layout;

    private JoinedParts(Layout layout, int count, Func<T, JoinedParts<T>?> nested) => (_layout, Count, _nested) = (layout, count, nested);

    /// <summary>How many parts there are, laid out flat.</summary>
    public int Count { get; }

    /// <summary>The parts, in the order written, none of them of the node's own kind.</summary>
    public ImmutableArray<T> Flat
    {
        get
        {
            var layout = _layout;
            if (!layout.IsFlat)
            {
                // What it was joined of is let go with the layout.
                _layout = layout = new Layout(LayOut(layout.Items), IsFlat: true);
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(layout.Items);
        }
    }

    /// <summary>Joins parts.</summary>
    /// <param name="parts">The parts; those of the same kind are taken in.</param>
    /// <param name="nested">The parts of a part of the same kind; null of any other.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    public static JoinedParts<T> Of(ReadOnlySpan<T> parts, Func<T, JoinedParts<T>?> nested)
    {
        var items = new T[parts.Length];
        var (used, count, isFlat) = (0, 0L, true);
        foreach (var part in parts)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(parts));
            var inner = nested(part);
            // An empty one adds nothing. Left in, it would be walked again and again where it is joined with itself.
            if (inner is not { Count: 0 })
            {
                items[used++] = part;
                count += inner?.Count ?? 1;
                isFlat &= inner is null;
            }
        }

        if (count > ExpressionLimits.MostParts)
        {
            // Refused with the count of all that is in it; here it is only kept from overflowing.
            count = ExpressionLimits.MostParts;
        }

        // One alone is what it is: chains of such would be walked for nothing.
        return used == 1 && nested(items[0]) is { } same ? same : new JoinedParts<T>(new Layout(items[..used], isFlat), (int)count, nested);
    }

    /// <summary>The parts as they were given, or flat: what is added up over them is the same.</summary>
    public ReadOnlySpan<T> Given => _layout.Items;

    /// <summary>The size of the node.</summary>
    /// <param name="sizeOf">The size of a part.</param>
    /// <exception cref="ArgumentException">It is larger than <see cref="ExpressionLimits"/> allow.</exception>
    public ExpressionSize Size(Func<T, ExpressionSize> sizeOf)
    {
        var (depth, parts, asksCustom) = (0, 0L, false);
        foreach (var part in Given)
        {
            var size = sizeOf(part);
            // Of what is taken in the parts count, and not the node that held them.
            var held = _nested(part) is null ? 0 : 1;
            depth = Math.Max(depth, size.Depth - held);
            parts += size.Parts - held;
            asksCustom |= size.AsksCustom;
        }

        return ExpressionSize.Around(depth, parts, asksCustom);
    }

    private T[] LayOut(T[] items)
    {
        var flat = new T[Count];
        var next = 0;
        var open = new Stack<T>();
        PushAll(items);
        while (open.TryPop(out var part))
        {
            if (_nested(part) is { } inner)
            {
                PushAll(inner._layout.Items);
            }
            else
            {
                flat[next++] = part;
            }
        }

        return flat;

        void PushAll(T[] parts)
        {
            for (var i = parts.Length - 1; i >= 0; i--)
            {
                open.Push(parts[i]);
            }
        }
    }

    private sealed record Layout(T[] Items, bool IsFlat);
}

/// <summary>Puts things of the same group side by side by counting: two walks over them instead of comparing each with many others.</summary>
internal static class Grouped
{
    /// <summary>The things in the order of their groups, and within a group in the order given.</summary>
    /// <param name="things">The things.</param>
    /// <param name="groups">How many groups there are; memory is taken for each.</param>
    /// <param name="groupOf">The group of a thing, from 0.</param>
    /// <param name="ends">Where each group ends in the result; it begins where the one before ends.</param>
    public static T[] Lay<T>(ReadOnlySpan<T> things, int groups, Func<T, int> groupOf, out int[] ends)
    {
        var places = new int[groups + 1];
        foreach (ref readonly var thing in things)
        {
            places[groupOf(thing) + 1]++;
        }

        for (var group = 1; group <= groups; group++)
        {
            places[group] += places[group - 1];
        }

        // The place of a group is now where it begins, and goes on to where it ends.
        var laid = new T[things.Length];
        foreach (ref readonly var thing in things)
        {
            laid[places[groupOf(thing)]++] = thing;
        }

        ends = places;
        return laid;
    }
}
