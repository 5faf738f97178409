using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using FoodSafety.Domain.Grading;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>A folder is a concept, and folders depend on each other one way.</summary>
public partial class DependencyTests
{
    private const string Root = "FoodSafety.Domain.";

    private static readonly Architecture Library = new ArchLoader().LoadAssemblies(typeof(Tier).Assembly).Build();

    private static readonly string[] GroundFloor = ["Languages", "ValueTypes", "Time", "Lifecycles", "Areas", "Facts", "DataFiles"];

    private static readonly string[] UpToResponsibility = [.. GroundFloor, "Acts", "Rules", "Businesses", "Grading", "Standing", "Responsibility"];

    private static readonly string[] UpToRectifications = [.. UpToResponsibility, "SelfControl", "Inspections", "Rectifications"];

    /// <summary>Every folder with the folders it may use.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Languages"] = [],
        ["ValueTypes"] = ["Languages"],
        ["Time"] = ["Languages", "ValueTypes"],
        ["Lifecycles"] = ["Languages", "ValueTypes", "Time"],
        ["Areas"] = ["Languages", "ValueTypes", "Time"],
        ["Facts"] = ["Languages", "ValueTypes", "Time"],
        ["DataFiles"] = ["Languages", "ValueTypes", "Time", "Facts"],
        ["Acts"] = ["Languages", "ValueTypes", "Time", "Lifecycles"],
        ["Rules"] = ["Languages", "ValueTypes", "Time", "Lifecycles", "Acts"],
        ["Businesses"] = [.. GroundFloor, "Acts"],
        ["Grading"] = [.. GroundFloor, "Businesses"],
        ["Standing"] = [.. GroundFloor, "Acts", "Rules", "Businesses", "Grading"],
        ["Responsibility"] = [.. GroundFloor, "Acts", "Rules", "Businesses", "Grading", "Standing"],
        ["SelfControl"] = [.. UpToResponsibility],
        ["Inspections"] = [.. UpToResponsibility, "SelfControl"],
        ["Rectifications"] = [.. UpToResponsibility, "SelfControl", "Inspections"],
        ["FollowUps"] = [.. UpToResponsibility],
        ["Emergencies"] = [.. UpToRectifications],
        ["Coordination"] = [.. UpToRectifications],
        ["Assessment"] = [.. UpToRectifications],
        ["Processes"] = [.. UpToResponsibility],
        ["Relocations"] = [.. UpToRectifications],
        ["Publications"] = [.. GroundFloor, "Acts", "Rules", "Businesses"],
        ["Reporting"] = [.. UpToRectifications, "FollowUps", "Emergencies", "Coordination", "Assessment", "Publications"],
        ["Formats"] = [.. UpToRectifications, "FollowUps", "Emergencies", "Coordination", "Assessment", "Processes", "Publications", "Relocations"],
        ["Import"] = ["Languages", "ValueTypes", "Areas", "Facts", "Acts", "Businesses"],
    };

    /// <summary>The folders that use the root, which stands over all others: those that report on it and keep it.</summary>
    private static readonly string[] OverTheRoot = ["Reporting", "Formats"];

    /// <summary>The outermost folder uses any other and is used by none.</summary>
    private const string Outermost = "DependencyInjection";

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Source).Select(path => Path.GetFileName(path)).Where(folder => folder is not ("bin" or "obj"))];

    private static string Source => Path.Combine(SharedData.Root, "src", "FoodSafety.Domain");

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_UsesOnlyThoseItMay(string folder)
    {
        if (folder == Outermost)
        {
            return;
        }

        Assert.True(Allowed.TryGetValue(folder, out var allowed), $"Say in this test which folders {folder} may use.");
        var forbidden = Folders.Select(row => row.Data).Where(other => other != folder && !allowed.Contains(other)).ToList();
        Assert.Contains(Outermost, forbidden);

        Types().That().ResideInNamespaceMatching(Within(folder))
            // And of the root, which stands over all of them but those that report on it and keep it.
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(
                $"^FoodSafety\\.Domain({(OverTheRoot.Contains(folder) ? "" : "$|")}\\.({string.Join('|', forbidden)})(\\.|$))"))
            .WithoutRequiringPositiveResults()
            .Check(Library);
    }

    [Fact]
    public void Root_UsesNothingThatStandsOverIt() => Types().That().ResideInNamespaceMatching(@"^FoodSafety\.Domain$")
        .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($"^FoodSafety\\.Domain\\.({string.Join('|', OverTheRoot)}|{Outermost})(\\.|$)"))
        .Check(Library);

    [Fact]
    public void FluentValidation_IsUsedByImportAlone() => AssertUsedOnlyIn("FluentValidation", "Import");

    [Fact]
    public void Containers_AreUsedByDependencyInjectionAlone() => AssertUsedOnlyIn("Microsoft.Extensions", Outermost);

    [Fact]
    public void Namespace_OfEveryFile_IsItsFolder() => Assert.All(
        Directory.GetFiles(Source, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Source, file))
            .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")),
        file => Assert.Equal(
            (Root + Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar)[0]).TrimEnd('.'),
            NamespaceLine().Match(File.ReadAllText(Path.Combine(Source, file))).Groups[1].Value));

    [Fact]
    public void Namespaces_OfPublicTypes_AreTheFolders() => Assert.Subset(
        Folders.Select(row => Root + row.Data).Append(Root.TrimEnd('.')).ToHashSet(),
        typeof(Tier).Assembly.GetExportedTypes().Select(type => type.Namespace!).ToHashSet());

    private static void AssertUsedOnlyIn(string library, string folder) =>
        Types().That().ResideInNamespaceMatching("^FoodSafety\\.Domain(\\.|$)").And().DoNotResideInNamespaceMatching(Within(folder))
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching($"^{Regex.Escape(library)}(\\.|$)"))
            .WithoutRequiringPositiveResults()
            .Check(Library);

    private static string Within(string folder) => $"^FoodSafety\\.Domain\\.{folder}(\\.|$)";

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
