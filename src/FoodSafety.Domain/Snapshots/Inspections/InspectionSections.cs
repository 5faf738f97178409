using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Inspections with the lists that they go by, and the round.</summary>
internal static class InspectionSections
{
    public static void Write(SectionWriter writer, Reporting.District district)
    {
        var lists = district.Inspections.Inspections.Select(inspection => inspection.Task.Checklist).Distinct().SelectMany(WithExtended).Distinct();
        // By their texts: two lists that are named alike and differ have to meet when they are read back, and be refused.
        writer.RawLines("checklists", lists.Select(ChecklistFile.Write).Distinct());
        writer.Lines("inspections", InspectionShapes.Event(Checklists.None), district.Inspections.Events);
        var row = SnapshotShapes.RowOf(district.Register);
        writer.Find("round", RoundShapes.Round, district.Round?.Round);
        writer.Lines("roundBusinesses", RoundShapes.Business(row), district.Round?.Businesses ?? []);
        writer.Lines("roundMarks", RoundShapes.Mark(row), district.Round?.Events ?? []);
    }

    public static InspectionBook ReadInspections(SectionReader reader)
    {
        var lists = Checklists.None;
        foreach (var part in reader.Part("checklists").Items() ?? throw new UnreadablePartException())
        {
            var list = reader.ReadFile(part, json => ChecklistFile.Read(json, lists));
            lists = reader.Build($"checklists{part.Path[part.Path.LastIndexOf('[')..]}", () => lists.With(list));
        }

        return reader.Replay("inspections", InspectionShapes.Event(lists), InspectionBook.Replay);
    }

    public static RoundProgress? ReadRound(SectionReader reader, BusinessRegister register)
    {
        if (reader.Find("round", RoundShapes.Round) is not { } round)
        {
            reader.Empty("roundBusinesses", "roundMarks");
            return null;
        }

        var row = SnapshotShapes.RowOf(register);
        var businesses = reader.Lines("roundBusinesses", RoundShapes.Business(row));
        var begun = reader.Build("roundBusinesses", () => new RoundProgress(round, register.Areas, businesses));
        reader.Redo("roundMarks", RoundShapes.Mark(row), mark => begun.Mark(mark.Row, mark.Task, mark.On, mark.By));
        return begun;
    }

    /// <summary>A list after what it extends, which has to be known when it is read.</summary>
    private static IEnumerable<Checklist> WithExtended(Checklist list) => list.Extends is { } extended ? WithExtended(extended).Append(list) : [list];
}
