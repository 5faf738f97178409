using FoodSafety.Domain.Files;

namespace Wenjiang.Cadres;

/// <summary>The columns of a cadre file. A line is a post; a cadre with two posts has two lines.</summary>
internal static class CadreColumns
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Title = "title";
    public const string Area = "area";
    public const string From = "from";
    public const string Until = "until";
    public const string Capacity = "capacity";
    public const string Expertise = "expertise";

    public static CsvLayout Layout { get; } = new(
        ("干部名册文件", "cadre file"), [Id, Name, Title, Area, From, Until, Capacity, Expertise], [Id, Name, Title, Area, From]);
}
