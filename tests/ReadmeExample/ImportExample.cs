using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Import;

namespace ReadmeExample;

public static class ImportExample
{
    public static void Import(IEnumerable<BusinessRow> rows, AreaTree areas, BusinessRegister register)
    {
        var result = new BusinessImport(areas, register).Read(rows, ImportMode.KeepAccepted);
        register.AddRange(result.Accepted.AsSpan());

        foreach (var rejected in result.Rejected)
            Console.WriteLine(rejected.Text.English);
    }
}
