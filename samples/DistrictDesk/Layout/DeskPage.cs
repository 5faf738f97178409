using DistrictDesk.People;
using FoodSafety.Domain;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Components;
using NodaTime;
using NodaTime.Text;

namespace DistrictDesk.Layout;

/// <summary>What every page works with.</summary>
public abstract class DeskPage : ComponentBase
{
    [Inject]
    public required DistrictStore Store { get; init; }

    [Inject]
    public required DeskUser Me { get; init; }

    [Inject]
    public required PersonNames Directory { get; init; }

    [Inject]
    public required NavigationManager Nav { get; init; }

    [Inject]
    public required Sending Sending { get; init; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>The key of the district, of the route.</summary>
    [Parameter]
    public string District { get; set; } = "";

    /// <summary>The number of the entry that the form before made.</summary>
    [SupplyParameterFromQuery]
    public long? Done { get; set; }

    protected Names Names { get; private set; } = Names.None;

    protected CancellationToken Ct => Http.RequestAborted;

    protected LocalDate Today => Me.Today;

    /// <summary>Loads before anything is rendered, so that no page shows what is not there yet.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (AsksDistrict)
        {
            Names = await Directory.GetAsync(Ct);
            await LoadAsync();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Whether the page asks the district; false of those that are shown while there is none.</summary>
    protected virtual bool AsksDistrict => true;

    /// <summary>Asks what the page shows.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    protected string T(string chinese, string english) => Me.Language == Language.Chinese ? chinese : english;

    protected string In(BilingualText text) => text.In(Me.Language);

    protected Task<DistrictDay> DayAsync(LocalDate? on = null) => Store.DayAsync(District, on ?? Today, Ct);

    protected Task<TAnswer> AskAsync<TAnswer>(Func<District, TAnswer> question) => Store.ReadAsync(District, question, Ct);

    /// <summary>The names of an area and those above it, from the town down.</summary>
    protected static string PlaceOf(AreaTree areas, AreaCode code) =>
        areas.Find(code) is { } area ? string.Join(' ', area.Path.Where(one => one.Level >= AreaLevel.Town || one.Code == code).Select(one => one.Name)) : code.ToShortString();

    protected static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>Goes on to an address once something is kept, so that loading it again does nothing again.</summary>
    protected void GoOn(string address, long? entry) => Nav.NavigateTo(entry is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={entry}");
}
