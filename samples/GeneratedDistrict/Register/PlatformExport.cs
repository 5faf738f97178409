using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace GeneratedDistrict.Register;

/// <summary>An export as platforms lay it out, made of the register with a few things that changed there: names, a licence, a duplicate, and one that it lists no longer.</summary>
public static class PlatformExport
{
    private const int Renamed = 3;

    public static void Write(TextWriter file, BusinessRegister register)
    {
        file.WriteLine("主体编号,主体名称,统一社会信用代码,许可证编号,主体类型,法定代表人,状态");
        Business[] running = [.. register.Businesses.Where(business => !business.Status.HasEnded())];
        foreach (var (at, business) in running.Index())
        {
            // The last one is gone; the first few have another name, and one of them another licence.
            if (at < running.Length - 1 || at < Renamed)
            {
                var name = at < Renamed ? $"{business.Name}（新）" : business.Name;
                var licence = at == Renamed && !business.Licence.IsNone ? Next(business.Licence) : business.Licence;
                file.WriteLine($"{business.Id},{Quoted(name)},{business.CreditCode},{licence},{business.Type.Code()},,{StatusOf(business.Status)}");
            }
        }

        // And the platform keeps the first one under a second number, in no area: it names none.
        if (running is [var first, ..])
        {
            file.WriteLine($"P-0001,{Quoted(first.Name)},{first.CreditCode},{first.Licence},{first.Type.Code()},,正常");
        }
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string StatusOf(OperatingStatus status) => status == OperatingStatus.Suspended ? "歇业" : "正常";

    private static FoodLicenceNumber Next(FoodLicenceNumber licence)
    {
        var body = $"{licence}"[..^1];
        return FoodLicenceNumber.WithCheckDigit($"{body[..^4]}{(int.Parse(body[^4..], System.Globalization.CultureInfo.InvariantCulture) + 5_000) % 10_000:D4}");
    }
}
