namespace FoodSafety.Domain.Tests;

/// <summary>Finds the repository, the data that tests carry, and the data that may stand beside a checkout.</summary>
internal static class SharedData
{
    /// <summary>The folder that holds FoodSafety.Domain.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Path of a file under tests/FoodSafety.Domain.Tests/Data.</summary>
    public static string Carried(string name) => Path.Combine(Root, "tests", "FoodSafety.Domain.Tests", "Data", name);

    /// <summary>Path of a file in ../shared/data; the test is skipped where the file is absent.</summary>
    public static string Beside(string name)
    {
        var path = Path.Combine(Root, "..", "shared", "data", name);
        Assert.SkipUnless(File.Exists(path), $"shared/data/{name} is not beside this checkout.");
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FoodSafety.Domain.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Tests run from a checkout: no FoodSafety.Domain.sln above the test binary.");
    }
}
