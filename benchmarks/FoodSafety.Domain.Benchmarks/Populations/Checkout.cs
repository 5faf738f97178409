namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>The files of the repository from which the program was built.</summary>
internal static class Checkout
{
    /// <param name="path">Where a file lies in the repository.</param>
    public static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FoodSafety.Domain.sln")))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new InvalidOperationException($"This is measured in a checkout: no FoodSafety.Domain.sln above {AppContext.BaseDirectory}.");
    }
}
