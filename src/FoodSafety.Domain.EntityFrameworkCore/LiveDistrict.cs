using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>The districts in memory of a process: one for each code, for as long as it has entries or somebody uses it.</summary>
internal sealed class LiveDistricts(DistrictStoreOptions options) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LiveDistrict> _all = new(StringComparer.Ordinal);

    /// <summary>The codes of those in memory.</summary>
    public ItemList<string> Codes
    {
        get
        {
            lock (_lock)
            {
                return [.. _all.Keys];
            }
        }
    }

    /// <summary>Waits for a district; whoever asks or writes has it alone until his turn is disposed.</summary>
    public async Task<Turn> EnterAsync(string code, CancellationToken cancellationToken)
    {
        LiveDistrict? live;
        lock (_lock)
        {
            if (!_all.TryGetValue(code, out live))
            {
                _all.Add(code, live = new LiveDistrict(code, options));
            }

            live.Users++;
        }

        try
        {
            await live.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(live);
            throw;
        }

        return new Turn(this, live);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var live in _all.Values)
            {
                live.Dispose();
            }

            _all.Clear();
        }
    }

    // Anybody may ask for any code: nothing is remembered of one under which nobody acted, or that could not be opened.
    private void Leave(LiveDistrict live)
    {
        lock (_lock)
        {
            live.Users--;
            if (live is { Users: 0, District: null or { Version: 0 } } && _all.Remove(live.Code))
            {
                live.Dispose();
            }
        }
    }

    /// <summary>A turn with a district, until it is disposed.</summary>
    public readonly struct Turn(LiveDistricts all, LiveDistrict live) : IDisposable
    {
        public LiveDistrict Live => live;

        public void Dispose()
        {
            live.Gate.Release();
            all.Leave(live);
        }
    }
}

/// <summary>A district in memory, which one at a time has.</summary>
internal sealed class LiveDistrict(string code, DistrictStoreOptions options) : IDisposable
{
    public string Code => code;

    /// <summary>Lets one in at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>How many have it or wait for it; written by whoever keeps the districts.</summary>
    public int Users { get; set; }

    /// <summary>The district as of the last entry that was read; null before it was opened, and after something went wrong with it.</summary>
    public District? District { get; private set; }

    /// <summary>The revision of the journal that it was opened from.</summary>
    public long Revision { get; private set; }

    /// <summary>The days that were asked for last, as known at a version.</summary>
    public Recent<(LocalDate Day, long Version), DistrictDay> Days { get; } = new(options.DaysInMemory);

    /// <summary>What followed from the entries that were kept or asked for last, by their numbers.</summary>
    public Recent<long, Consequences> Results { get; } = new(options.ResultsInMemory);

    /// <summary>Puts a district that was opened from its whole journal in the place of the one before.</summary>
    public void Put(District district, long revision)
    {
        StoreTelemetry.DistrictsOpen.Add(District is null ? 1 : 0);
        Forget();
        (District, Revision) = (district, revision);
    }

    /// <summary>It is opened again by whoever needs it next.</summary>
    public void Drop()
    {
        StoreTelemetry.DistrictsOpen.Add(District is null ? 0 : -1);
        Forget();
        District = null;
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
        catch (Exception)
        {
            // Whoever called has something to say already: why it is to be taken back.
            Drop();
        }
    }

    public void Dispose()
    {
        Drop();
        Gate.Dispose();
    }

    // What was made of the journal before may say something else than the one that is read now.
    private void Forget()
    {
        Days.Clear();
        Results.Clear();
    }
}

/// <summary>What was asked for last, so many at most: for the next who asks for the same.</summary>
internal sealed class Recent<TKey, TValue>(int most) where TKey : IEquatable<TKey> where TValue : class
{
    private readonly List<(TKey Key, TValue Value)> _kept = [];

    public TValue? Find(TKey key)
    {
        var place = _kept.FindIndex(kept => kept.Key.Equals(key));
        if (place < 0)
        {
            return null;
        }

        // The last one asked for stands last.
        var found = _kept[place];
        _kept.RemoveAt(place);
        _kept.Add(found);
        return found.Value;
    }

    public void Keep(TKey key, TValue value)
    {
        _kept.RemoveAll(kept => kept.Key.Equals(key));
        _kept.Add((key, value));
        _kept.RemoveRange(0, Math.Max(0, _kept.Count - most));
    }

    public void Clear() => _kept.Clear();
}
