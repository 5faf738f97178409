using System.Collections.Immutable;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Reads the sections of a snapshot; what one of them cannot be built of is a fault of it.</summary>
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

    public JsonPart? FindPart(string name)
    {
        _read.Add(name);
        return fields.Optional(name);
    }

    public T One<T>(string name, Shape<T> shape) => shape.Read(Part(name));

    public ImmutableArray<T> Lines<T>(string name, Shape<T> shape) => new ListShape<T>(shape).Read(Part(name));

    /// <summary>Makes a book of the events that it had.</summary>
    public TBook Replay<TEvent, TBook>(string name, Shape<TEvent> shape, Func<IEnumerable<TEvent>, TBook> replay)
    {
        var events = Lines(name, shape);
        return Build($"$.{name}", () => replay(events));
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

    /// <summary>Does with each entry of a list what was done when it was kept; the first that is refused ends it.</summary>
    public void Redo<T>(string name, Shape<T> shape, Action<T> act)
    {
        var place = 0;
        foreach (var entry in Lines(name, shape))
        {
            var at = $"$.{name}[{place++}]";
            Build(at, () =>
            {
                act(entry);
                return true;
            });
        }
    }

    /// <summary>Makes something of what was read; a refusal is a fault at a place.</summary>
    public T Build<T>(string path, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception refused) when (refused is IBilingualError or ArgumentException or InvalidOperationException or OverflowException)
        {
            Refuse(path, refused is IBilingualError error ? error.Text : (refused.Message, refused.Message));
            throw new UnreadablePartException();
        }
    }

    public void Refuse(string path, BilingualText reason) => faults.Add(path, (reason.Chinese.TrimEnd('。'), reason.English.TrimEnd('.')));
}
