using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Formats;

/// <summary>How a checklist stands in a file: the lists that it extends, then itself, each as in a checklist file. So it needs nothing else to be read.</summary>
internal sealed class ChecklistShape : Shape<Checklist>
{
    /// <summary>A checklist that was adopted.</summary>
    public static readonly Shape<ChecklistAdopted> Adopted = Shape.Object<ChecklistAdopted>(f => new ChecklistAdopted(f.Get("lists", static act => act.List, new ChecklistShape())));

    public override void Write(Utf8JsonWriter writer, Checklist value)
    {
        writer.WriteStartArray();
        foreach (var list in WithExtended(value))
        {
            using var document = JsonDocument.Parse(ChecklistFile.Write(list));
            document.RootElement.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    public override Checklist Read(JsonPart part)
    {
        Checklist? last = null;
        foreach (var item in part.Items() ?? throw new UnreadablePartException())
        {
            // Each extends the one before it.
            last = Read(item, last is null ? Checklists.None : Checklists.None.With(last));
        }

        if (last is null)
        {
            part.Faults.Add(part.Path, ("没有清单", "there is no list"));
        }

        return last ?? throw new UnreadablePartException();
    }

    private static Checklist Read(JsonPart part, Checklists known)
    {
        try
        {
            return ChecklistFile.ReadAdopted(part.Element.GetRawText(), known);
        }
        catch (DataFileException wrong)
        {
            foreach (var fault in wrong.Faults)
            {
                part.Faults.Add(fault.Under(part.Path));
            }

            throw new UnreadablePartException();
        }
    }

    private static IEnumerable<Checklist> WithExtended(Checklist list) => list.Extends is { } extended ? WithExtended(extended).Append(list) : [list];
}
