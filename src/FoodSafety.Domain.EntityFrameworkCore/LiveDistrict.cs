using FoodSafety.Domain.Acts;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>A district in memory, one for each code in a process; whoever asks or writes has it alone.</summary>
internal sealed class LiveDistrict(string code, int daysInMemory) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<(LocalDate Day, long Version, DistrictDay Value)> _days = [];

    public string Code => code;

    /// <summary>The district as of the last entry that was read; null before it was opened, and after something went wrong with it.</summary>
    public District? District { get; private set; }

    /// <summary>The revision of the journal that it was opened from.</summary>
    public long Revision { get; private set; }

    public async Task<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(this);
    }

    public void Put(District district, long revision)
    {
        StoreTelemetry.DistrictsOpen.Add(District is null ? 1 : 0);
        if (Revision != revision)
        {
            _days.Clear();
        }

        (District, Revision) = (district, revision);
    }

    /// <summary>It is opened again by whoever needs it next.</summary>
    public void Drop()
    {
        StoreTelemetry.DistrictsOpen.Add(District is null ? 0 : -1);
        District = null;
        _days.Clear();
    }

    /// <summary>Takes back what was not kept; where that fails, the district is opened again from what is.</summary>
    public void TakeBack()
    {
        if (District is not { } district)
        {
            return;
        }

        try
        {
            district.TakeBack();
        }
        catch
        {
            Drop();
            throw;
        }
    }

    public DistrictDay? FindDay(LocalDate day, long version)
    {
        var place = _days.FindIndex(kept => kept.Day == day && kept.Version == version);
        if (place < 0)
        {
            return null;
        }

        // The last one asked for stands last.
        var found = _days[place];
        _days.RemoveAt(place);
        _days.Add(found);
        return found.Value;
    }

    public void Keep(LocalDate day, long version, DistrictDay value)
    {
        _days.RemoveAll(kept => kept.Day == day && kept.Version == version);
        _days.Add((day, version, value));
        _days.RemoveRange(0, Math.Max(0, _days.Count - daysInMemory));
    }

    public void Dispose()
    {
        Drop();
        _gate.Dispose();
    }

    /// <summary>A turn with the district, until it is disposed.</summary>
    public readonly struct Turn(LiveDistrict live) : IDisposable
    {
        public void Dispose() => live._gate.Release();
    }
}
