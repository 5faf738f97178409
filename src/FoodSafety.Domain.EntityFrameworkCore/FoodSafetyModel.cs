using System.Text;
using FoodSafety.Domain.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>The tables in which districts are kept (数据库表), as a part of a model of EF Core.</summary>
/// <remarks>Tables and columns are in lower case with underlines and the tables begin with <c>fs_</c>, so that they stand apart in a data base of the user's own and need no quotes.</remarks>
public static class FoodSafetyModel
{
    /// <summary>The most that a word for a kind of act has: the key of a grading and what is done with it.</summary>
    internal const int MaxKindLength = 128;

    /// <summary>The most that the key of a district, the id of a request or a fingerprint has.</summary>
    internal const int MaxRequestLength = 128;

    // Npgsql says so of every model that it makes. Whoever does not leaves the record in a column of text, which holds the same.
    private const string NpgsqlAnnotation = "Npgsql:ValueGenerationStrategy";

    /// <summary>Adds the tables to a model: to that of a context of the user's own, or of <see cref="FoodSafetyContext"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="schema">The schema of the tables, where the data base has schemas; null for that of the model.</param>
    /// <returns>The same model.</returns>
    /// <example>
    /// <code>
    /// protected override void OnModelCreating(ModelBuilder modelBuilder)
    /// {
    ///     modelBuilder.AddFoodSafety();
    ///     modelBuilder.Entity&lt;Photo&gt;();
    /// }
    /// </code>
    /// </example>
    public static ModelBuilder AddFoodSafety(this ModelBuilder model, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        AddJournal(model, schema);
        AddPersons(model, schema);
        ReadTableModel.AddReadTables(model, schema);
        return model;
    }

    private static void AddJournal(ModelBuilder model, string? schema)
    {
        model.Table<DistrictRow>("districts", schema, table =>
        {
            table.HasKey(district => district.Code);
            table.Property(district => district.Code).HasMaxLength(TextRule.MaxKeyLength);
        });
        model.Table<EntryRow>("entries", schema, table =>
        {
            table.HasKey(entry => new { entry.District, entry.Number });
            table.Property(entry => entry.Number).ValueGeneratedNever();
            table.Property(entry => entry.District).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(entry => entry.By).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(entry => entry.EnteredBy).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(entry => entry.Request).HasMaxLength(MaxRequestLength);
            table.Property(entry => entry.Content).HasMaxLength(MaxRequestLength);
            var json = table.Property(entry => entry.Json);
            if (model.Model.FindAnnotation(NpgsqlAnnotation) is not null)
            {
                // Not jsonb, which does not keep the bytes.
                json.HasColumnType("json");
            }

            table.HasIndex(entry => new { entry.District, entry.Request }).IsUnique();
            table.HasIndex(entry => new { entry.District, entry.By });
            table.HasIndex(entry => new { entry.District, entry.EnteredBy });
            table.HasIndex(entry => new { entry.District, entry.On });
            table.HasOne<DistrictRow>().WithMany().HasForeignKey(entry => entry.District).OnDelete(DeleteBehavior.Restrict);
        });
        model.Table<ActRow>("acts", schema, table =>
        {
            table.HasKey(act => new { act.District, act.Entry, act.Place });
            table.Property(act => act.District).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(act => act.Kind).HasMaxLength(MaxKindLength);
            table.Property(act => act.ThingKind).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(act => act.ThingId).HasMaxLength(TextRule.MaxKeyLength);
            table.HasIndex(act => new { act.District, act.ThingKind, act.ThingId });
            table.HasIndex(act => new { act.District, act.Kind });
            table.HasOne<EntryRow>().WithMany().HasForeignKey(act => new { act.District, act.Entry }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Table<ActBusinessRow>("act_businesses", schema, table =>
        {
            table.HasKey(about => new { about.District, about.Business, about.Entry, about.Place });
            table.Property(about => about.District).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(about => about.Business).HasMaxLength(TextRule.MaxKeyLength);
            table.HasOne<ActRow>().WithMany().HasForeignKey(about => new { about.District, about.Entry, about.Place }).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void AddPersons(ModelBuilder model, string? schema)
    {
        model.Table<PersonRow>("persons", schema, table =>
        {
            table.HasKey(person => person.Key);
            table.Property(person => person.Key).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(person => person.Name).HasMaxLength(TextRule.MaxNameLength);
            table.Property(person => person.Telephone).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(person => person.Organisation).HasMaxLength(TextRule.MaxNameLength);
        });
        model.Table<ErasureRow>("erasures", schema, table =>
        {
            table.HasKey(erasure => new { erasure.Person, erasure.District, erasure.At });
            table.Property(erasure => erasure.Person).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(erasure => erasure.District).HasMaxLength(TextRule.MaxKeyLength);
            table.Property(erasure => erasure.By).HasMaxLength(TextRule.MaxKeyLength);
        });
    }

    /// <summary>Adds one table: its name, the names of its columns, and how days and instants stand in it, are the same for all.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">What it holds, in lower case.</param>
    /// <param name="schema">The schema; null for that of the model.</param>
    /// <param name="describe">Says its keys, lengths and indexes.</param>
    internal static void Table<TRow>(this ModelBuilder model, string name, string? schema, Action<EntityTypeBuilder<TRow>> describe) where TRow : class
    {
        var table = model.Entity<TRow>();
        table.ToTable($"fs_{name}", schema);
        foreach (var property in typeof(TRow).GetProperties())
        {
            // EF Core finds by itself only what it knows how to store.
            table.Property(property.PropertyType, property.Name);
        }

        describe(table);
        foreach (var property in table.Metadata.GetProperties())
        {
            property.SetColumnName(ColumnOf(property.Name));
            property.SetValueConverter(property.ClrType == typeof(Instant) || property.ClrType == typeof(Instant?) ? UtcTime.Instance
                : property.ClrType == typeof(LocalDate) || property.ClrType == typeof(LocalDate?) ? IsoDay.Instance
                : property.GetValueConverter());
        }
    }

    private static string ColumnOf(string property)
    {
        var name = new StringBuilder(property.Length + 4);
        foreach (var letter in property)
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>An instant as a time of UTC, down to the microsecond: as fine as every data base holds, so that it reads back the same from each.</summary>
    private sealed class UtcTime() : ValueConverter<Instant, DateTime>(
        static instant => ToUtc(instant), static time => Instant.FromDateTimeUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc)))
    {
        public static readonly UtcTime Instance = new();
    }

    private sealed class IsoDay() : ValueConverter<LocalDate, DateOnly>(static day => day.ToDateOnly(), static day => LocalDate.FromDateOnly(day))
    {
        public static readonly IsoDay Instance = new();
    }

    /// <summary>As an instant stands in a column.</summary>
    internal static DateTime ToUtc(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return DateTime.UnixEpoch.AddTicks(ticks - (((ticks % TimeSpan.TicksPerMicrosecond) + TimeSpan.TicksPerMicrosecond) % TimeSpan.TicksPerMicrosecond));
    }
}
