using System.Xml.Linq;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>A value that is added to an enum of ours must not be taken for another one: every switch names what it means.</summary>
public class EnumSwitchTests
{
    private const string Enums = """
        enum Light { Red = 1, Green = 2 }
        record Lamp(Light Colour, int Watt);
        """;

    private static readonly string[] Assemblies = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)];

    [Fact]
    public void Library_NamesEveryValue()
    {
        var switches = new EnumSwitches(SourcesIn("src", "FoodSafety.Domain"), Assemblies.Where(path => Path.GetFileName(path) != "FoodSafety.Domain.dll"));

        Assert.Empty(switches.Faults());
        Assert.Empty(switches.SetsInPassing());
        Assert.Empty(switches.MembersInRefusals());
        Assert.True(switches.Count > 80, $"Only {switches.Count} switches were found: the reading is broken.");
    }

    [Theory]
    [InlineData("Wenjiang")]
    [InlineData("CustomGrading")]
    public void Sample_NamesEveryValue(string name) => Assert.Empty(new EnumSwitches(SourcesIn("samples", name), Assemblies).Faults());

    [Theory]
    [InlineData("light switch { Light.Red => 1, _ => 2 }")]
    [InlineData("light switch { Light.Red => 1, var rest => (int)rest }")]
    [InlineData("light switch { Light.Red => 1, Light other => (int)other }")]
    [InlineData("light switch { Light.Red => 1, { } => 2 }")]
    [InlineData("light switch { Light.Red => 1, not Light.Red => 2 }")]
    [InlineData("light switch { Light.Red => 1, > Light.Red => 2, < Light.Red => 3 }")]
    [InlineData("light switch { Light.Red => 1, _ when number > 0 => 2, Light.Green => 3 }")]
    [InlineData("light switch { Light.Red => 1, _ => throw new System.ArgumentException() }")]
    [InlineData("((Light?)light) switch { Light.Red => 1, Light.Green => 2, _ => 3 }")]
    [InlineData("((Light?)light) switch { Light.Red => 1, not null => 2, null => 3 }")]
    [InlineData("(light, number) switch { (Light.Red, _) => 1, _ => 2 }")]
    [InlineData("(light, number) switch { (Light.Red, 1) => 1, (_, _) => 2 }")]
    [InlineData("(light, light) switch { (Light.Red, _) => 1, (Light.Green, Light.Red or Light.Green) => 2 }")]
    [InlineData("lamp switch { { Colour: Light.Red } => 1, _ => 2 }")]
    [InlineData("lamp switch { { Colour: Light.Red } => 1, { Colour: _ } => 2 }")]
    [InlineData("lamp switch { (Light.Red, _) => 1, (_, var watt) => watt }")]
    public void SwitchExpression_WithAnArmForTheRest_IsFound(string planted) =>
        Assert.NotEmpty(FaultsOf($"class C {{ int M(Light light, int number, Lamp lamp) => {planted}; }}"));

    [Theory]
    [InlineData("light switch { Light.Red => 1, Light.Green => 2 }")]
    [InlineData("light switch { Light.Red when number > 0 => 1, Light.Red or Light.Green => 2 }")]
    [InlineData("((Light?)light) switch { Light.Red => 1, Light.Green => 2, null => 3 }")]
    [InlineData("(light, number) switch { (Light.Red, _) => 1, (Light.Green, > 0) => 2, (Light.Green, <= 0) => 3 }")]
    [InlineData("lamp switch { { Colour: Light.Red } => 1, { Colour: Light.Green, Watt: _ } => 2 }")]
    [InlineData("number switch { 1 => 1, _ => 2 }")]
    [InlineData("System.DayOfWeek.Friday switch { System.DayOfWeek.Monday => 1, _ => 2 }")]
    [InlineData("lamp switch { { Watt: 1 } => 1, _ => 2 }")]
    public void SwitchExpression_ThatNamesEveryValue_IsLeftAlone(string planted) =>
        Assert.Empty(FaultsOf($"class C {{ int M(Light light, int number, Lamp lamp) => {planted}; }}"));

    [Theory]
    [InlineData("case Light.Red: break; default: number++; break;", true)]
    [InlineData("case Light.Red: break;", true)]
    [InlineData("case Light.Red: break; case Light.Green when number > 1: break; case var rest: break;", true)]
    [InlineData("case Light.Red: break; case Light.Green: break;", false)]
    [InlineData("case Light.Red or Light.Green: break;", false)]
    public void SwitchStatement_ThatDoesNotNameEveryValue_IsFound(string cases, bool isFound) =>
        Assert.Equal(isFound, FaultsOf($"class C {{ void M(Light light, int number) {{ switch (light) {{ {cases} }} }} }}").Count > 0);

    [Theory]
    [InlineData("light is Light.Red or Light.Green", true)]
    [InlineData("light is not (Light.Red or Light.Green)", true)]
    [InlineData("lamp is { Colour: Light.Red or Light.Green, Watt: 1 }", true)]
    [InlineData("light == Light.Red || light == Light.Green", true)]
    [InlineData("light switch { Light.Red or Light.Green => true }", false)]
    [InlineData("light == Light.Red", false)]
    [InlineData("light == Light.Red || number == 1", false)]
    [InlineData("number is 1 or 2", false)]
    [InlineData("System.DayOfWeek.Friday is System.DayOfWeek.Monday or System.DayOfWeek.Friday", false)]
    public void SetOfValues_NamedInPassing_IsFound(string planted, bool isFound) => Assert.Equal(
        isFound, new EnumSwitches([("Planted.cs", $"{Enums}\nclass C {{ bool M(Light light, int number, Lamp lamp) => {planted}; }}")], Assemblies).SetsInPassing().Count > 0);

    [Fact]
    public void TypeThatCannotBeRead_IsFound() => Assert.NotEmpty(FaultsOf("class C { int M(Missing light) => light switch { _ => 1 }; }"));

    [Fact]
    public void Fault_TellsFileLineAndArm() =>
        Assert.Equal("Planted.cs(3): '_' takes every value that is not named", Assert.Single(FaultsOf("class C { int M(Light light) => light switch { Light.Red => 1, _ => 2 }; }")));

    [Fact]
    public void MissingValue_IsAnErrorInEveryProject()
    {
        var settings = XDocument.Load(Path.Combine(SharedData.Root, "Directory.Build.props"));

        Assert.Contains("CS8509", settings.Descendants("WarningsAsErrors").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain(
            new[] { "src", "samples", "tests", "benchmarks" }.SelectMany(folder => Directory.GetFiles(Path.Combine(SharedData.Root, folder), "*.csproj", SearchOption.AllDirectories)),
            project => File.ReadAllText(project).Contains("CS8509", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("new GuardValue(\"light\", $\"{light}\")", true)]
    [InlineData("new(\"light\", light.ToString())", true)]
    [InlineData("new(\"lights\", string.Join(',', new[] { light }))", true)]
    [InlineData("new(\"light\", $\"{lamp.Watt}\")", false)]
    [InlineData("new(\"light\", Code(light))", false)]
    public void ValueOfARefusal_ThatIsTheNameOfAMember_IsFound(string planted, bool isFound) => Assert.Equal(isFound, new EnumSwitches(
        [("Planted.cs", $"{Enums}\nrecord GuardValue(string Name, string Value);\nclass C {{ string Code(Light light) => \"\"; GuardValue M(Light light, Lamp lamp) => {planted}; }}")], Assemblies).MembersInRefusals().Count > 0);

    private static List<string> FaultsOf(string planted) => new EnumSwitches([("Planted.cs", $"{Enums}\n{planted}")], Assemblies).Faults();

    private static IEnumerable<(string Path, string Text)> SourcesIn(params string[] folders)
    {
        var root = Path.Combine([SharedData.Root, .. folders]);
        return Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Select(file => (Path.GetRelativePath(SharedData.Root, file), File.ReadAllText(file)));
    }
}
