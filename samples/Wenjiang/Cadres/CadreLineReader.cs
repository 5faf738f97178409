using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Wenjiang.Cadres;

/// <summary>Reads one line of a cadre file after the other, and collects what is wrong with each.</summary>
internal sealed class CadreLineReader(AreaTree areas)
{
    private static readonly char[] Separators = [';', '；'];

    private readonly List<RowFault> _faults = [];
    private const int MostShown = 40;

    private CsvLine _line = null!;

    /// <summary>The faults of the line read last, in the order of the columns.</summary>
    public ImmutableArray<RowFault> Faults => [.. _faults];

    /// <summary>The cadre and the post of a line; null when something is wrong with it.</summary>
    public (Cadre Cadre, Post Post)? Read(CsvLine line)
    {
        _line = line;
        _faults.Clear();
        _faults.AddRange(line.Faults);
        var id = ReadId();
        var name = ReadText(CadreColumns.Name, TextRule.Name, ImportRules.NotAName);
        var title = ReadText(CadreColumns.Title, TextRule.Name, ImportRules.NotAName);
        var area = ReadArea();
        var from = ReadDate(CadreColumns.From);
        var until = IsGiven(CadreColumns.Until) ? ReadDate(CadreColumns.Until) : null;
        if (until <= from)
        {
            Add(CadreColumns.Until, "empty-term", ($"应晚于任职首日 {_line[CadreColumns.From]}", $"must be after the first day, {_line[CadreColumns.From]}"));
        }

        var capacity = IsGiven(CadreColumns.Capacity) ? ReadCapacity() : null;
        var expertise = IsGiven(CadreColumns.Expertise) ? ReadExpertise() : default;
        return _faults.Count > 0
            ? null
            : (new Cadre(id, name!) { Expertise = expertise }, new Post(id, title!, area, new Term(from!.Value, until)) { Capacity = capacity });
    }

    private CadreId ReadId()
    {
        return ReadText(CadreColumns.Id, TextRule.Key, ImportRules.NotAnId) is { } text ? new CadreId(text) : default;
    }

    private AreaCode ReadArea()
    {
        if (ReadText(CadreColumns.Area) is not { } text)
        {
            return default;
        }

        if (!AreaCode.TryParse(text, out var code))
        {
            Add(CadreColumns.Area, ImportRules.NotAnAreaCode, ("须为 2、4、6、9 或 12 位区划代码", "allowed are area codes of 2, 4, 6, 9 or 12 digits"));
        }
        else if (areas.Find(code) is null)
        {
            Add(CadreColumns.Area, ImportRules.UnknownArea, ("区划表中没有这一代码", "the list of areas has no such code"));
        }

        return code;
    }

    private LocalDate? ReadDate(string column)
    {
        if (ReadText(column) is not { } text)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
        {
            return date;
        }

        Add(column, "not-a-date", ("须为日期，如 2024-01-31", "allowed are dates, as 2024-01-31"));
        return null;
    }

    private int? ReadCapacity()
    {
        if (ReadText(CadreColumns.Capacity) is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var capacity))
        {
            Add(CadreColumns.Capacity, ImportRules.NotANumber, ("须为整数，留空为不设上限", "allowed are whole numbers; blank is no limit"));
            return null;
        }

        if (capacity < 0)
        {
            Add(CadreColumns.Capacity, ImportRules.Negative, ("不得为负", "allowed are 0 or more"));
        }

        return capacity;
    }

    private Expertise ReadExpertise()
    {
        var sectors = new List<BusinessSector>();
        foreach (var word in (ReadText(CadreColumns.Expertise) ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (SectorWords.Find(word) is { } sector)
            {
                sectors.Add(sector);
            }
            else
            {
                Add(CadreColumns.Expertise, ImportRules.NotAllowed, (
                    $"没有类别“{word}”，可用：{string.Join("、", EnumCodes.All<BusinessSector>().Select(s => s.Name().Chinese))}，以分号隔开",
                    $"there is no sector '{word}'; allowed are {string.Join(", ", EnumCodes.All<BusinessSector>().Select(SectorWords.CodeOf))}, with semicolons between"));
                break;
            }
        }

        return Expertise.Of([.. sectors]);
    }

    private bool IsGiven(string column) => !string.IsNullOrWhiteSpace(_line[column]);

    /// <summary>What stands in a column; null, and a fault, when nothing does or it is not readable.</summary>
    private string? ReadText(string column)
    {
        var text = _line[column]?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            Add(column, text is null ? ImportRules.Missing : ImportRules.Blank, ("必填", "it is required"));
            return null;
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            Add(column, ImportRules.BrokenEncoding, ("不是 UTF-8 编码", "it is not UTF-8"));
            return null;
        }

        return text;
    }

    /// <summary>What stands in a column and keeps a rule of the library for texts; null, and a fault that names the character, when it does not.</summary>
    private string? ReadText(string column, TextRule rule, string key)
    {
        if (ReadText(column) is not { } text)
        {
            return null;
        }

        if (rule.FindFault(text) is not { } fault)
        {
            return text;
        }

        _faults.Add(new RowFault(column, _line[column], key, ($"{column}：{fault.Text.Chinese}", $"{column}: {fault.Text.English}")));
        return null;
    }

    private void Add(string column, string rule, BilingualText reason)
    {
        var value = OutputText.Shorten(_line[column], MostShown);
        _faults.Add(new RowFault(column, _line[column], rule, ($"{column}“{value}”：{reason.Chinese}。", $"{column} '{value}': {reason.English}.")));
    }
}
