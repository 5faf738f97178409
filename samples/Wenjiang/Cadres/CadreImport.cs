using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;

namespace Wenjiang.Cadres;

/// <summary>The user's cadres out of a file: good rows as a roster, the others with all reasons.</summary>
internal sealed class CadreImport
{
    private CadreImport(CadreRoster roster, ImmutableArray<RejectedLine> rejected, int blankLines)
    {
        Roster = roster;
        Rejected = rejected;
        BlankLines = blankLines;
    }

    /// <summary>The cadres of the good rows; each row is a post.</summary>
    public CadreRoster Roster { get; }

    public ImmutableArray<RejectedLine> Rejected { get; }

    /// <summary>How many lines had cells and nothing in them; they are left out.</summary>
    public int BlankLines { get; }

    /// <exception cref="CsvFileException">The file cannot be opened, or its heading is not that of a cadre file.</exception>
    public static CadreImport Read(string path, AreaTree areas)
    {
        var file = CsvTable.Read(path, CadreColumns.Layout);
        var reader = new CadreLineReader(areas);
        var roster = CadreRoster.Build(areas, [], []);
        var rejected = ImmutableArray.CreateBuilder<RejectedLine>();
        foreach (var line in file.Lines)
        {
            if (reader.Read(line) is not { } read)
            {
                rejected.Add(new RejectedLine(line, reader.Faults));
            }
            else if (FindConflict(roster, read.Cadre, read.Post, line) is { } conflict)
            {
                rejected.Add(new RejectedLine(line, [conflict]));
            }
            else
            {
                roster = roster.With(Join(roster.Find(read.Cadre.Id), read.Cadre)).With(read.Post);
            }
        }

        return new CadreImport(roster, rejected.DrainToImmutable(), file.BlankLines);
    }

    /// <summary>What a row has against the good rows before it.</summary>
    private static RowFault? FindConflict(CadreRoster roster, Cadre cadre, Post post, CsvLine line)
    {
        if (roster.Find(cadre.Id) is { } known && known.Name != cadre.Name)
        {
            BilingualText text = ($"编号“{cadre.Id}”已属于“{known.Name}”。", $"The id '{cadre.Id}' is that of '{known.Name}' already.");
            return new RowFault(CadreColumns.Name, line[CadreColumns.Name], "other-name", text);
        }

        if (roster.PostsOf(cadre.Id).FirstOrDefault(held => held.Area == post.Area && held.Term.Overlaps(post.Term)) is { } other)
        {
            BilingualText text = (
                $"与本区划的“{other.Title}”（{other.Term.Text.Chinese}）任期重叠。",
                $"The term overlaps that of '{other.Title}' in the same area ({other.Term.Text.English}).");
            return new RowFault(CadreColumns.From, line[CadreColumns.From], "overlapping-posts", text);
        }

        return null;
    }

    /// <summary>A cadre knows what any of the rows says.</summary>
    private static Cadre Join(Cadre? known, Cadre cadre) => known is null
        ? cadre
        : known with { Expertise = Expertise.Of([.. known.Expertise.Sectors, .. cadre.Expertise.Sectors]) };
}
