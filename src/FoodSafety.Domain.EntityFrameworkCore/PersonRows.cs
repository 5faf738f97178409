using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>A person of the directory beside the journal (人员名录): the journal knows keys, and only here stands whose they are.</summary>
/// <remarks>The platform writes these rows.</remarks>
public sealed class PersonRow
{
    /// <summary>The key by which acts and stamps know the person.</summary>
    public required string Key { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>How to reach the person; null where nobody said.</summary>
    public string? Telephone { get; set; }

    /// <summary>The office or the business in which the person works; null where nobody said.</summary>
    public string? Organisation { get; set; }
}

/// <summary>That a person was erased from a part of the store (删除记录): whose key, by whom and when, and no name.</summary>
public sealed class ErasureRow
{
    /// <summary>The key of the person.</summary>
    public required string Person { get; init; }

    /// <summary>The district whose free texts were gone through; empty for the directory, which is last.</summary>
    public required string District { get; init; }

    /// <summary>When.</summary>
    public Instant At { get; init; }

    /// <summary>The key of who asked for it.</summary>
    public required string By { get; init; }

    /// <summary>How many free texts of the journal were blanked.</summary>
    public int Texts { get; init; }
}
