using System.Collections.Immutable;
using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Reads the sections of a snapshot, each of which has to be there; what cannot be built of one is a fault of it.</summary>
internal sealed class SectionReader(JsonFields fields, DataFileFaults faults)
{
    private readonly List<string> _read = [];

    /// <summary>Every section that was asked for, so that any other can be refused.</summary>
    public string[] Names => [.. _read];

    public JsonPart Part(string name)
    {
        _read.Add(name);
        return fields.Required(name) ?? throw new UnreadablePartException();
    }

    public T One<T>(string name, Shape<T> shape) => shape.Read(Part(name));

    /// <summary>A section of something that may not be kept; null then.</summary>
    public T? Find<T>(string name, Shape<T> shape) where T : class => Part(name) is { Element.ValueKind: not JsonValueKind.Null } part ? shape.Read(part) : null;

    /// <summary>A section of a value that may not be kept; null then.</summary>
    public T? FindValue<T>(string name, Shape<T> shape) where T : struct =>
        Part(name) is { Element.ValueKind: not JsonValueKind.Null } part ? shape.Read(part) : null;

    public ImmutableArray<T> Lines<T>(string name, Shape<T> shape) => new ListShape<T>(shape).Read(Part(name));

    /// <summary>Lists of something that is not kept have to be empty.</summary>
    public void Empty(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Part(name) is { } part && part.Items() is not { Count: 0 })
            {
                throw Refuse(name, ("须为空，因为没有台账", "it has to be empty, for there is no book"));
            }
        }
    }

    /// <summary>Makes a book of the events that it had.</summary>
    public TBook Replay<TEvent, TBook>(string name, Shape<TEvent> shape, Func<IEnumerable<TEvent>, TBook> replay)
    {
        var events = Lines(name, shape);
        return Build(name, () => replay(events));
    }

    /// <summary>Reads a part that could stand in a file of its own; its faults become those of the whole, at their places.</summary>
    public T ReadFile<T>(JsonPart part, Func<string, T> read)
    {
        try
        {
            return read(part.Element.GetRawText());
        }
        catch (DataFileException wrong)
        {
            foreach (var fault in wrong.Faults)
            {
                faults.Add(fault.Under(part.Path));
            }

            throw new UnreadablePartException();
        }
    }

    /// <summary>Makes something of each entry of a list, in order; the first that is refused ends it.</summary>
    public ImmutableArray<TMade> Each<T, TMade>(string name, Shape<T> shape, Func<T, TMade> make)
    {
        var entries = Lines(name, shape);
        var made = ImmutableArray.CreateBuilder<TMade>(entries.Length);
        try
        {
            foreach (var entry in entries)
            {
                made.Add(make(entry));
            }
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            throw Refuse($"{name}[{made.Count}]", refused);
        }

        return made.DrainToImmutable();
    }

    /// <summary>Does with each entry of a list what was done when it was kept; the first that is refused ends it.</summary>
    public void Redo<T>(string name, Shape<T> shape, Action<T> act) => Each(name, shape, entry =>
    {
        act(entry);
        return true;
    });

    /// <summary>Makes something of what was read in a section; a refusal is a fault of it.</summary>
    public T Build<T>(string section, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            throw Refuse(section, refused);
        }
    }

    /// <summary>Records that a section, or an entry of it, cannot be used; the exception is to be thrown.</summary>
    public UnreadablePartException Refuse(string section, BilingualText reason)
    {
        faults.Add($"$.{section}", (reason.Chinese.TrimEnd('。'), reason.English.TrimEnd('.')));
        return new UnreadablePartException();
    }

    private UnreadablePartException Refuse(string section, Exception refused) =>
        Refuse(section, refused is IBilingualError error ? error.Text : (refused.Message, refused.Message));

    private static bool IsRefusal(Exception exception) =>
        exception is IBilingualError or ArgumentException or InvalidOperationException or OverflowException;
}
