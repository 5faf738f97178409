using System.Text;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Tests;

/// <summary>A folder of a test's own in which the tool is run, by full paths that are taken out of what it says.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");

    public string Root => _folder.FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text, new UTF8Encoding(false));
        return PathOf(name);
    }

    public string Read(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");

    /// <summary>Runs the tool in English; words that name a file of the folder become its full path.</summary>
    public Said Run(params string[] args) => RunIn("en", args);

    public Said RunIn(string language, params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        string[] all = [.. args.Select(arg => arg.StartsWith("./", StringComparison.Ordinal) ? PathOf(arg[2..]) : arg), "--lang", language];
        var code = CommandLine.Run(all, output, error, _ => null, canRewrite: false);
        return new Said(code, Without(output), Without(error));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Without(StringWriter text) => text.ToString().ReplaceLineEndings("\n").Replace(Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}

/// <summary>What the tool said.</summary>
internal sealed record Said(int Code, string Output, string Error);

/// <summary>Policies that tests write down.</summary>
internal static class Samples
{
    /// <summary>School canteens in four tiers.</summary>
    public static string Canteens { get; } = """
        {
          "format": 1, "id": "canteens", "version": "2027.1", "from": "2027-01-01", "scale": ["D", "C", "B", "A"],
          "title": {"zh": "食堂分级", "en": "Tiers of canteens"},
          "sources": {"district": {"title": {"zh": "本区自拟", "en": "the district's own"}, "standing": "unconfirmed"}},
          "rules": [
            {
              "id": "diners-500", "grade": "B", "basis": "district",
              "when": {"fact": "diners-per-meal", "atLeast": 500},
              "title": {"zh": "用餐500人以上", "en": "500 diners and more"}
            },
            {
              "id": "online", "grade": "C", "basis": "district",
              "when": {"flag": "online-sales"},
              "title": {"zh": "网络经营", "en": "online sales"}
            }
          ],
          "otherwise": {"id": "otherwise", "grade": "D", "basis": "district", "title": {"zh": "其他", "en": "all others"}}
        }

        """.ReplaceLineEndings("\n");

    /// <summary>The built-in policy of tiers as a file.</summary>
    public static string BuiltIn { get; } = TierPolicies.File.Write(TierPolicies.SizeAndDiners2022);
}
