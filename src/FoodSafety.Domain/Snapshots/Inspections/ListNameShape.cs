using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Snapshots;

/// <summary>A checklist by its name: "cadre-tasks@2022.1".</summary>
internal sealed class ListNameShape(Checklists lists) : Shape<Checklist>
{
    public override void Write(Utf8JsonWriter writer, Checklist value) => writer.WriteStringValue(value.ToString());

    public override Checklist Read(JsonPart part)
    {
        if (part.Text() is not { } name)
        {
            throw new UnreadablePartException();
        }

        var split = name.IndexOf('@', StringComparison.Ordinal);
        if (split > 0 && lists.Find(name[..split], name[(split + 1)..]) is { } list)
        {
            return list;
        }

        part.Unknown<object>(lists.Timelines.SelectMany(timeline => timeline.Versions).Select(known => known.ToString()));
        throw new UnreadablePartException();
    }
}
