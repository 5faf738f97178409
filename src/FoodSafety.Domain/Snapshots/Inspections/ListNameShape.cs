using System.Text;
using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Snapshots;

/// <summary>A checklist by its name: "cadre-tasks@2022.1".</summary>
internal sealed class ListNameShape(Checklists lists) : Shape<Checklist>
{
    // Each task of a snapshot names one of a few, and all of them are told when it names none.
    private readonly (string Name, Checklist List)[] _known =
        [.. lists.Timelines.SelectMany(timeline => timeline.Versions).Select(list => (list.ToString(), list))];

    public override void Write(Utf8JsonWriter writer, Checklist value) => writer.WriteStringValue(value.ToString());

    public override Checklist Read(JsonPart part)
    {
        if (part.TryPlain(out var plain))
        {
            foreach (var (name, list) in _known)
            {
                if (Ascii.Equals(plain, name))
                {
                    return list;
                }
            }
        }

        if (part.Text() is not { } text)
        {
            throw new UnreadablePartException();
        }

        return Array.Find(_known, known => known.Name == text).List ?? part.Unknown<Checklist>(_known.Select(known => known.Name))
            ?? throw new UnreadablePartException();
    }
}
