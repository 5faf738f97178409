using System.Text.RegularExpressions;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Tests;
using FoodSafety.Domain.Tests.Conventions;

namespace FoodSafety.Tool.Tests;

public sealed partial class CommandLineTests : IDisposable
{
    private static readonly string[] Commands = ["new", "check", "format", "table", "diff", "impact", "grade", "explain", "cases", "test", "facts", "areas", "schema"];

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, null, null, Language.English)]
    [InlineData("zh_CN.UTF-8", null, null, Language.Chinese)]
    [InlineData("C.UTF-8", null, null, Language.English)]
    [InlineData("en_US.UTF-8", "zh_CN.UTF-8", null, Language.Chinese)]
    [InlineData("zh_CN.UTF-8", "en_GB", null, Language.English)]
    [InlineData("zh_CN.UTF-8", null, "en", Language.English)]
    [InlineData("en_US.UTF-8", null, "zh", Language.Chinese)]
    public void LanguageOf_OptionThenEnvironment_Decides(string? lang, string? all, string? option, Language expected) => Assert.Equal(
        expected, CommandLine.LanguageOf(option is null ? ["check"] : ["check", "--lang", option], name => name switch { "LANG" => lang, "LC_ALL" => all, _ => null }));

    [Fact]
    public void Help_EachCommand_IsInTheLanguageThatWasAskedFor()
    {
        foreach (var command in Commands)
        {
            var (english, chinese) = (_folder.Run(command, "--help"), _folder.RunIn("zh", command, "--help"));
            Assert.Equal((0, 0), (english.Code, chinese.Code));
            Assert.DoesNotMatch(ChineseCharacter(), Plain(english.Output));
            Assert.Matches(ChineseCharacter(), chinese.Output);
            Assert.DoesNotContain("Usage", chinese.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Options", chinese.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Help_Root_NamesEveryCommand() => Assert.All(Commands, command => Assert.Contains($"\n  {command}", _folder.Run("--help").Output, StringComparison.Ordinal));

    [Theory]
    [InlineData("nothing")]
    [InlineData("check")]
    [InlineData("diff", "a.json")]
    [InlineData("impact", "a.json", "b.json")]
    [InlineData("facts", "--kind", "other")]
    [InlineData("check", "a.json", "--lang", "fr")]
    public void WrongCommand_IsTroubleAndPointsToHelp(params string[] args)
    {
        using StringWriter output = new(), error = new();

        Assert.Equal(2, CommandLine.Run(args, output, error, _ => null, canRewrite: false));
        Assert.Equal("", output.ToString());
        Assert.Contains("--help", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Every command takes files, for which the parser would take an option that it does not know.</summary>
    [Theory]
    [InlineData("check", "./p.json", "--form", "html")]
    [InlineData("check", "--form", "./p.json")]
    [InlineData("check", "--form=html", "./p.json")]
    [InlineData("format", "./p.json", "--form")]
    [InlineData("explain", "./p.json", "--form", "diners-per-meal=520")]
    [InlineData("diff", "./p.json", "--form")]
    [InlineData("cases", "--form", "./p.json")]
    [InlineData("grade", "./p.json", "--form")]
    [InlineData("test", "./p.json", "--form")]
    [InlineData("impact", "./p.json", "--form", "--register", "./r.csv")]
    [InlineData("new", "--form")]
    [InlineData("table", "./p.json", "-o", "--form")]
    [InlineData("facts", "--form")]
    [InlineData("schema", "--form")]
    public void UnknownOption_OfEachCommand_IsNamedWithThoseThatThereAre(params string[] args)
    {
        _folder.Write("p.json", Samples.Canteens);
        var (english, chinese) = (_folder.Run(args), _folder.RunIn("zh", args));

        Assert.Equal((2, 2, "", ""), (english.Code, chinese.Code, english.Output, chinese.Output));
        Assert.StartsWith($"foodsafety: there is no option '--form'; the options of '{args[0]}': --", english.Error, StringComparison.Ordinal);
        Assert.EndsWith($"--help, --lang\nSee foodsafety {args[0]} --help\n", english.Error, StringComparison.Ordinal);
        Assert.StartsWith($"foodsafety：没有选项“--form”；foodsafety {args[0]} 可用的选项：--", chinese.Error, StringComparison.Ordinal);
        Assert.Equal(2, english.Error.Count(letter => letter == '\n'));
    }

    [Fact]
    public void UnknownOption_OfCheck_IsToldWithAllItsOptions()
    {
        _folder.Write("p.json", Samples.Canteens);

        Assert.Equal("foodsafety: there is no option '--as'; the options of 'check': --json, --all, --help, --lang\nSee foodsafety check --help\n", _folder.Run("check", "./p.json", "--as", "html").Error);
        Assert.Equal("foodsafety：没有选项“--as”；foodsafety check 可用的选项：--json、--all、--help、--lang\n用法见 foodsafety check --help\n", _folder.RunIn("zh", "check", "./p.json", "--as", "html").Error);
        Assert.Equal("foodsafety: there is no option '--as'; the options of foodsafety: --help, --version, --lang\nSee foodsafety --help\n", _folder.Run("--as").Error);
    }

    /// <summary>What stands behind <c>--</c> is a file, whatever it is called; a value below zero is no option.</summary>
    [Fact]
    public void WordBehindTwoDashes_IsAFile()
    {
        using StringWriter output = new(), error = new();

        Assert.Equal(2, CommandLine.Run(["check", "--lang", "en", "--", "--as"], output, error, _ => null, canRewrite: false));
        Assert.Equal("there is no file '--as'\n", error.ToString());
    }

    [Fact]
    public void UnknownCommand_IsToldWithThoseThatThereAre()
    {
        Assert.StartsWith("foodsafety: there is no command 'chek'; the commands: new, check, ", _folder.Run("chek").Error, StringComparison.Ordinal);
        Assert.StartsWith("foodsafety：没有命令“chek”；可用的命令：new、check、", _folder.RunIn("zh", "chek").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongCommand_InChinese_IsToldInChinese()
    {
        var said = _folder.RunIn("zh", "diff", "a.json");

        Assert.Matches(ChineseCharacter(), said.Error.Split('\n')[0]);
        Assert.Contains("用法见 foodsafety diff --help", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void EnumSwitches_OfToolAndFiles_NameEveryValue()
    {
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        foreach (var project in (string[])["FoodSafety.Tool", "FoodSafety.Domain.Files"])
        {
            var root = Path.Combine(SharedData.Root, "src", project);
            var sources = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
                .Where(file => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
                .Select(file => (Path.GetRelativePath(SharedData.Root, file), File.ReadAllText(file)));
            Assert.Empty(new EnumSwitches(sources, assemblies.Where(path => Path.GetFileName(path) != $"{project}.dll")).Faults());
        }
    }

    // Names of facts that one may write in Chinese too are shown as they are.
    private static string Plain(string help) => help.Replace("每餐用餐人数", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[\u4E00-\u9FFF]")]
    private static partial Regex ChineseCharacter();
}
