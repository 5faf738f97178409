using DistrictDesk.People;
using DistrictDesk.Setup;
using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using GeneratedDistrict;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using Microsoft.EntityFrameworkCore;

namespace DistrictDesk.Founding;

/// <summary>How far the district is: opened, or on the way there.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Done">How many steps are done.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Entries">How many entries there are already.</param>
public sealed record FoundingProgress(BilingualText Step, int Done, int Of, long Entries)
{
    /// <summary>Whether the desk can be worked at.</summary>
    public bool IsReady { get; init; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public BilingualText? Failure { get; init; }
}

/// <summary>Opens the district, and founds it where the data base has none: beside the requests, so that a page can tell how far it is.</summary>
public sealed partial class DistrictFounding(
    DistrictStore store, DistrictSettings settings, IDbContextFactory<FoodSafetyContext> contexts, DeskOptions desk, DeskClock clock, PersonNames names, ILogger<DistrictFounding> log) : BackgroundService
{
    private static readonly BilingualText Opening = ("打开台账", "The journal is opened"), Writing = ("写入数据库", "The journal is written to the data base"), Ready = ("已就绪", "Ready");

    private volatile FoundingProgress _progress = new(Opening, 0, 1, 0);

    public FoundingProgress Progress => _progress;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (await VersionAsync(stoppingToken) == 0)
            {
                await (desk.IsEmpty ? BeginAsync(stoppingToken) : GenerateAsync(stoppingToken));
            }

            clock.GoOnFrom(await store.ReadAsync(desk.District, district => district.RecordedUpTo, stoppingToken));
            _progress = _progress with { Step = Ready, Done = _progress.Of, Entries = await VersionAsync(stoppingToken), IsReady = true };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(log, e);
            _progress = _progress with { Failure = e is IBilingualError { Text: var text } ? text : ("未能打开，详见日志。", "It could not be opened; the log says why.") };
        }
    }

    /// <summary>The areas and the rules alone: businesses come from files, cadres with their posts from the office.</summary>
    private async Task BeginAsync(CancellationToken cancellation)
    {
        var areas = DistrictAreas.Load();
        await store.ActAsync(desk.District, new Request("founding"), (_, now) => new UnitOfActs(
            new Stamp(Offices.FoodSafety, now.InZone(settings.Calendar.Zone).Date, now),
            [
                AreasLaidDown.Of(areas.Tree, DistrictAreas.Source),
                new PolicyLaidDown<Tier>(TierPolicies.SizeAndDiners2022),
                new LevelsLaidDown(LevelCorrespondence.Default),
                new StaffingLaidDown(StaffingRules.ByTier),
                .. Checklists.BuiltIn.Timelines.SelectMany(timeline => timeline.Versions).Select(list => new ChecklistAdopted(list)),
            ]), cancellation);
    }

    private async Task GenerateAsync(CancellationToken cancellation)
    {
        var year = new GeneratedYear();
        (BilingualText Name, Action<ActDesk> Play)[] steps = [.. year.Steps];
        using var file = new FileStream(
            Path.Combine(desk.DataFolder, $"founding-{Environment.ProcessId}.jsonl"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
        var recorded = new RecordedDesk(settings, store.Format, file, entries => _progress = _progress with { Entries = entries });
        foreach (var (done, step) in steps.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            _progress = _progress with { Step = step.Name, Done = done, Of = steps.Length + 1 };
            step.Play(recorded);
        }

        _progress = _progress with { Step = Writing, Done = steps.Length };
        await NameAsync([.. year.Roster.Cadres.Select(cadre => (cadre.Id.Value, cadre.Name)), .. DeskPersons.OfOffices(recorded.District).Select(person => (person.Key, person.Name))], cancellation);
        file.Position = 0;
        try
        {
            await store.RestoreAsync(desk.District, file, cancellation);
        }
        catch (InvalidOperationException) when (!cancellation.IsCancellationRequested)
        {
            // Another process on the same data base was first.
            if (await VersionAsync(cancellation) == 0)
            {
                throw;
            }
        }
    }

    /// <summary>Names stand beside the journal, which knows people by their keys alone.</summary>
    private async Task NameAsync(IEnumerable<(string Key, string Name)> people, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var known = await context.Persons.Select(person => person.Key).ToHashSetAsync(cancellation);
        context.Persons.AddRange(people.Where(person => known.Add(person.Key)).Select(person => new PersonRow { Key = person.Key, Name = person.Name }));
        await context.SaveChangesAsync(cancellation);
        names.Forget();
    }

    private Task<long> VersionAsync(CancellationToken cancellation) => store.ReadAsync(desk.District, district => district.Version, cancellation);

    [LoggerMessage(1, LogLevel.Error, "The district could not be opened.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    /// <summary>Lives through the generated year in memory, and writes each entry as a line of the journal.</summary>
    private sealed class RecordedDesk(DistrictSettings settings, EntryFormat format, Stream file, Action<long> tell) : ActDesk
    {
        public override District District { get; } = new(settings);

        protected override Consequences Enter(Stamp stamp, params IEnumerable<Act> acts)
        {
            var consequences = District.Apply(stamp, acts);
            if (consequences.Entry is { } entry)
            {
                file.Write(format.Write(entry));
                file.Write("\n"u8);
                District.Kept(entry.Number);
                tell(entry.Number);
            }

            return consequences;
        }
    }
}

/// <summary>Until the district is there every page leads to how far it is, which can be left and come back to.</summary>
public static class ProgressOfFounding
{
    private const string Page = "/founding";

    public static void UseProgressOfFounding(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (context.RequestServices.GetRequiredService<DistrictFounding>().Progress.IsReady || path.StartsWithSegments(Page) || path.StartsWithSegments("/healthz") || path.StartsWithSegments("/_framework")
            || Path.HasExtension(path.Value) || path.StartsWithSegments("/language"))
        {
            return next(context);
        }

        context.Response.Redirect(Page);
        return Task.CompletedTask;
    });

    public static IEndpointRouteBuilder MapProgressOfFounding(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Page}/progress", (DistrictFounding founding) => new { founding.Progress.Done, founding.Progress.Of, founding.Progress.Entries, founding.Progress.IsReady }).AllowAnonymous();
        return app;
    }
}
