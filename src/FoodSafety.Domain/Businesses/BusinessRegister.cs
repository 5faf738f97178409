using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Businesses;

/// <summary>The businesses of a district, a city or the country (主体名录), kept in columns.</summary>
/// <remarks>
/// <para>A business has a row, numbered from 0 in the order added, and keeps it for life: a business that closes changes its
/// status and stays. Its facts lie in <see cref="Facts"/>, which is what grading reads and which knows what changed.</para>
/// <para>Not thread-safe for writing: while one thread writes, nobody reads. Any number of threads may read.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class BusinessRegister
{
    private readonly Dictionary<BusinessId, int> _rows;
    private readonly List<Identity> _identities;
    private readonly FactMap<Business> _map;

    /// <summary>Makes an empty register.</summary>
    /// <param name="areas">The areas in which its businesses stand.</param>
    /// <param name="schema">The facts that get columns; <see cref="BusinessFacts.Schema"/>, or that with own facts added.</param>
    /// <exception cref="ArgumentException">The schema lacks a standard fact.</exception>
    public BusinessRegister(AreaTree areas, FactSchema? schema = null)
    {
        ArgumentNullException.ThrowIfNull(areas);
        schema ??= BusinessFacts.Schema;
        if (BusinessFacts.Schema.Facts.FirstOrDefault(fact => !schema.Contains(fact)) is { } missing)
        {
            throw new ArgumentException($"A register needs every standard fact; '{missing.Id}' is missing. Start from BusinessFacts.Schema.", nameof(schema));
        }

        (Areas, _rows, _identities) = (areas, [], []);
        Facts = new FactTable(schema) { KeyOf = row => row < Count ? IdAt(row).ToString() : null };
        _map = schema.Facts.Where(fact => !BusinessFacts.IsStandard(fact))
            .Aggregate(BusinessFacts.Map, (map, fact) => map.Stored(fact, business => business.OwnFacts.Read(fact)));
    }

    private BusinessRegister(BusinessRegister other)
    {
        (Areas, _map) = (other.Areas, other._map);
        (_rows, _identities) = (new(other._rows), [.. other._identities]);
        Facts = other.Facts.Copy(row => row < Count ? IdAt(row).ToString() : null);
    }

    /// <summary>The areas in which its businesses stand; those of a district are others once its divisions changed.</summary>
    public AreaTree Areas { get; private set; }

    /// <summary>The facts of all businesses, by row; the group of a row is the ordinal of its area.</summary>
    public FactTable Facts { get; }

    /// <summary>How many businesses there are.</summary>
    public int Count => _identities.Count;

    /// <summary>All businesses, by row.</summary>
    public IEnumerable<Business> Businesses => Enumerable.Range(0, Count).Select(At);

    /// <summary>The business of an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    public Business this[BusinessId id] => At(RowOf(id));

    /// <summary>The business of an id, or null.</summary>
    /// <param name="id">The id.</param>
    public Business? Find(BusinessId id) => _rows.TryGetValue(id, out var row) ? At(row) : null;

    /// <summary>Whether the register has a business.</summary>
    /// <param name="id">The id.</param>
    public bool Contains(BusinessId id) => _rows.ContainsKey(id);

    /// <summary>The row of a business.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    public int RowOf(BusinessId id) => _rows.TryGetValue(id, out var row) ? row : throw new BusinessNotFoundException(id);

    /// <summary>The row of a business, or null.</summary>
    /// <param name="id">The id; a default one has none.</param>
    internal int? FindRow(BusinessId id) => _rows.TryGetValue(id, out var row) ? row : null;

    /// <summary>The id of the business in a row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public BusinessId IdAt(int row) => Identify(row).Id;

    /// <summary>The name of the business in a row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public string NameAt(int row) => Identify(row).Name;

    /// <summary>The code of the area in which the business in a row stands.</summary>
    internal AreaCode AreaAt(int row) => Areas.Codes[Facts.GroupOf(row)];

    /// <summary>The business in a row, as it is now.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Business At(int row)
    {
        var identity = Identify(row);
        var facts = Facts[row];
        var own = Facts.Schema.Facts.Length == BusinessFacts.Schema.Facts.Length ? FactRecord.Empty : OwnFactsOf(facts);
        return new Business(identity.Id, identity.Name, AreaAt(row), BusinessFacts.Type.In(facts))
        {
            Status = BusinessFacts.Status.In(facts),
            CreditCode = identity.CreditCode,
            Licence = identity.Licence,
            Profile = BusinessFacts.ProfileOf(facts),
            OwnFacts = own,
        };
    }

    /// <summary>Adds a business.</summary>
    /// <param name="business">The business.</param>
    /// <returns>Its row.</returns>
    /// <exception cref="ArgumentException">Its id is taken, or it states an own fact for which there is no column.</exception>
    /// <exception cref="AreaNotFoundException">Its area is not in the tree.</exception>
    public int Add(Business business) => AddRange([business]);

    /// <summary>Adds many businesses, all of them or, when one is refused, none.</summary>
    /// <param name="businesses">The businesses.</param>
    /// <returns>The row of the first; the others follow in order.</returns>
    /// <exception cref="ArgumentException">An id is taken or stands twice, or an own fact is stated for which there is no column.</exception>
    /// <exception cref="AreaNotFoundException">An area is not in the tree.</exception>
    public int AddRange(params ReadOnlySpan<Business> businesses)
    {
        var groups = new int[businesses.Length];
        var first = Count;
        var added = 0;
        try
        {
            for (; added < businesses.Length; added++)
            {
                var business = businesses[added];
                ArgumentNullException.ThrowIfNull(business, nameof(businesses));
                CheckOwnFacts(business);
                groups[added] = Areas[business.Area].Ordinal;
                if (!_rows.TryAdd(business.Id, first + added))
                {
                    throw new ArgumentException($"The register has '{business.Id}' already, in row {_rows[business.Id]}.", nameof(businesses));
                }
            }

            Facts.AddRange(businesses, _map, groups);
        }
        catch
        {
            foreach (var business in businesses[..added])
            {
                _rows.Remove(business.Id);
            }

            throw;
        }

        foreach (var business in businesses)
        {
            _identities.Add(Identity.Of(business));
        }

        return first;
    }

    /// <summary>Writes some facts of a business; the rest stays.</summary>
    /// <param name="id">The business.</param>
    /// <param name="values">The facts with their new values: <c>BusinessFacts.DinersPerMeal.Of(520)</c>.</param>
    /// <returns>True when at least one value was another before.</returns>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    /// <exception cref="ArgumentException">There is no column for a fact, or the type or status would become "not stated"; nothing is written.</exception>
    public bool Change(BusinessId id, params ReadOnlySpan<FactValue> values)
    {
        var row = RowOf(id);
        foreach (var value in values)
        {
            if (!Facts.Schema.RequireOneDeclaration(value.RequireFact()))
            {
                throw new ArgumentException($"There is no column for '{value.Fact!.Id}'.", nameof(values));
            }

            if (!value.IsStated && BusinessFacts.IsTypeOrStatus(value.Fact))
            {
                throw new ArgumentException($"The '{value.Fact!.Id}' of a business cannot become \"not stated\".", nameof(values));
            }
        }

        var changed = false;
        foreach (var value in values)
        {
            changed |= Facts.Set(row, value);
        }

        return changed;
    }

    /// <summary>Puts a business in the place of the one with the same id: name, area, codes and all facts.</summary>
    /// <param name="business">The business as it is now.</param>
    /// <returns>True when at least one fact was another before.</returns>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    /// <exception cref="ArgumentException">It states an own fact for which there is no column; nothing is written.</exception>
    /// <exception cref="AreaNotFoundException">Its area is not in the tree; nothing is written.</exception>
    public bool Replace(Business business)
    {
        ArgumentNullException.ThrowIfNull(business);
        var row = RowOf(business.Id);
        var area = Areas[business.Area].Ordinal;
        CheckOwnFacts(business);
        var changed = false;
        foreach (var fact in Facts.Schema.Facts)
        {
            changed |= Facts.Set(row, new FactValue(fact, business.Read(fact)));
        }

        Facts.SetGroup(row, area);
        _identities[row] = Identity.Of(business);
        return changed;
    }

    /// <summary>A register with the same businesses in the same rows, which goes its own way.</summary>
    internal BusinessRegister Copy() => new(this);

    /// <summary>By what the business in a row is known.</summary>
    internal Identity IdentityAt(int row) => Identify(row);

    /// <summary>Gives a business another area and other name and codes, and nothing else.</summary>
    internal void Relabel(int row, AreaCode area, Identity identity) => PutBack(row, identity, Areas[area].Ordinal);

    /// <summary>Gives a business the name, the codes and the ordinal of the area that it had.</summary>
    internal void PutBack(int row, Identity identity, int area)
    {
        _identities[row] = identity;
        Facts.SetGroup(row, area);
    }

    /// <summary>The ordinals of the areas of all businesses, by row.</summary>
    internal int[] Places() => [.. Enumerable.Range(0, Count).Select(Facts.GroupOf)];

    /// <summary>Has all businesses stand in the areas of another tree.</summary>
    internal void Place(AreaTree areas, ReadOnlySpan<int> ordinals)
    {
        Areas = areas;
        for (var row = 0; row < Count; row++)
        {
            Facts.SetGroup(row, ordinals[row]);
        }
    }

    /// <summary>Takes out the businesses from a row on, as if they had not been added.</summary>
    internal void TakeOut(int first)
    {
        for (var row = first; row < Count; row++)
        {
            _rows.Remove(_identities[row].Id);
        }

        _identities.RemoveRange(first, Count - first);
        Facts.TakeOut(first);
    }

    private static FactRecord OwnFactsOf(FactRow facts)
    {
        var own = new List<FactValue>();
        foreach (var fact in facts.Table.Schema.Facts)
        {
            if (!BusinessFacts.IsStandard(fact) && facts.Read(fact) is var stored && stored != fact.Unstated)
            {
                own.Add(new FactValue(fact, stored));
            }
        }

        return own.Count == 0 ? FactRecord.Empty : new FactRecord([.. own]);
    }

    private void CheckOwnFacts(Business business)
    {
        foreach (var value in business.OwnFacts.Values)
        {
            if (!Facts.Schema.RequireOneDeclaration(value.RequireFact()) || BusinessFacts.IsStandard(value.RequireFact()))
            {
                throw new ArgumentException(
                    $"'{business.Id}' states '{value.Fact!.Id}' as an own fact, which is no own column of this register. Own columns: " +
                    $"{string.Join(", ", Facts.Schema.Facts.Where(f => !BusinessFacts.IsStandard(f)).Select(f => f.Id))}.", nameof(business));
            }
        }
    }

    private Identity Identify(int row) => row >= 0 && row < Count
        ? _identities[row]
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"The register has {Count} rows, numbered from 0.");

    /// <summary>What is known of a business besides facts.</summary>
    internal readonly record struct Identity(
        BusinessId Id, string Name, UnifiedSocialCreditCode CreditCode, FoodLicenceNumber Licence)
    {
        public static Identity Of(Business b) => new(b.Id, b.Name, b.CreditCode, b.Licence);
    }
}
