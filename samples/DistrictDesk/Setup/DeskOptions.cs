using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DistrictDesk.Setup;

/// <summary>What the settings and the command line say: section <c>Desk</c>, and the connection string <c>District</c>.</summary>
/// <param name="District">The key of the district: the code of its area.</param>
/// <param name="DataFolder">Where the SQLite file and the photos are kept.</param>
/// <param name="PostgreSql">The connection of PostgreSQL; null for the SQLite file.</param>
/// <param name="IsEmpty">Whether the district begins with its areas and rules alone (<c>--empty</c>, <c>Desk:Empty</c>), and not with generated businesses, cadres and acts.</param>
/// <param name="Day">The day on which the clock of the demonstration begins; null for the clock of the machine.</param>
public sealed record DeskOptions(string District, string DataFolder, string? PostgreSql, bool IsEmpty, LocalDate? Day)
{
    public const string EmptyFlag = "--empty";

    public static DeskOptions Of(IConfiguration settings, IHostEnvironment host, string[] args)
    {
        var section = settings.GetSection("Desk");
        var folder = Path.GetFullPath(section["DataFolder"] ?? "data", host.ContentRootPath);
        Directory.CreateDirectory(folder);
        return new(
            section["District"] ?? "510115", folder, settings.GetConnectionString("District"), args.Contains(EmptyFlag) || section.GetValue("Empty", false),
            section["Day"] is { Length: > 0 } day ? LocalDatePattern.Iso.Parse(day).GetValueOrThrow() : null);
    }

    /// <summary>A clock that was set for the demonstration is not that of the data base.</summary>
    public DistrictStoreOptions Store => Day is null ? new() : new() { MostClockDifference = null };

    public void UseDatabase(DbContextOptionsBuilder builder)
    {
        if (PostgreSql is { } connection)
        {
            builder.UseNpgsql(connection);
        }
        else
        {
            builder.UseSqlite($"Data Source={Path.Combine(DataFolder, "district.db")}");
        }
    }
}

/// <summary>The clock of the desk: that of the machine, or one that was set to the morning of a day and goes on from there.</summary>
public sealed class DeskClock(IClock machine, LocalDate? day) : IClock
{
    private static readonly LocalTime Opens = new(8, 30);

    private Duration _ahead = day is { } first ? first.At(Opens).InZoneStrictly(ChinaTime.Zone).ToInstant() - machine.GetCurrentInstant() : Duration.Zero;

    /// <summary>Whether it was set, which pages tell.</summary>
    public bool IsSet => day is not null;

    public Instant GetCurrentInstant() => machine.GetCurrentInstant() + _ahead;

    /// <summary>A clock that was set does not go back behind what is recorded already.</summary>
    public void GoOnFrom(Instant recorded)
    {
        if (IsSet && recorded > GetCurrentInstant())
        {
            _ahead = recorded - machine.GetCurrentInstant();
        }
    }
}
