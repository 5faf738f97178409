using System.Security.Cryptography;
using System.Text.Json.Serialization;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>What somebody asks the store to do, so that it is done once however often it is sent (请求): a form that was sent twice, a message that came again, a line that broke before the answer.</summary>
public sealed record Request
{
    /// <summary>Names a request.</summary>
    /// <param name="id">The id, given by whoever asks and used for this request alone in its district: a UUID of the form, the key of a message, <c>day-2026-03-01</c> of a nightly job; 1 to 128 characters.</param>
    /// <param name="content">A fingerprint of what is asked, of at most 128 characters; null where whoever asks says none. The same id with another fingerprint is refused.</param>
    /// <exception cref="ArgumentException">The id is empty, or one of both is too long.</exception>
    public Request(string id, string? content = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        (Id, Content) = (Check(id, nameof(id)), content is null ? null : Check(content, nameof(content)));
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The fingerprint of what is asked; null where none is said.</summary>
    public string? Content { get; }

    /// <summary>A request for acts that are data: its fingerprint is the SHA-256 of who did which acts on which day, and not of when they are recorded.</summary>
    /// <param name="id">The id.</param>
    /// <param name="format">How acts are written.</param>
    /// <param name="stamp">By whom and when they were done; the instant of record is left out.</param>
    /// <param name="acts">The acts.</param>
    /// <exception cref="ArgumentException">The id is empty or too long, or an act names what the settings do not have.</exception>
    public static Request Of(string id, EntryFormat format, Stamp stamp, ItemList<Act> acts)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(stamp);
        var asked = format.Write(new Entry(1, stamp with { RecordedAt = NodaConstants.UnixEpoch }, acts, new Outcome([])));
        return new(id, Convert.ToHexStringLower(SHA256.HashData(asked)));
    }

    private static string Check(string text, string name) => text.Length <= FoodSafetyModel.MaxRequestLength
        ? text
        : throw new ArgumentException($"It has {text.Length} characters. Allowed: at most {FoodSafetyModel.MaxRequestLength}.", name);
}

/// <summary>What is to be done as one unit (一批事项): who did it, which acts, and what else is to be written with them.</summary>
/// <param name="Stamp">Who did them, on which day, and the instant of record that the store said.</param>
/// <param name="Acts">What was done. Each is asked for after the one before was taken, so that an iterator may look at the district in between.</param>
public sealed record UnitOfActs(Stamp Stamp, params IEnumerable<Act> Acts)
{
    /// <summary>
    /// Writes rows of the platform's own in the same transaction: the photographs of an inspection, a message that is to be sent. It is given the context of the store and what
    /// followed from the acts; what it adds is saved with them, and what it throws takes everything back. Null where there is nothing to write; not called where no entry is kept.
    /// </summary>
    public Func<DbContext, Consequences, CancellationToken, Task>? Beside { get; init; }
}

/// <summary>What became of a unit (办理结果).</summary>
public sealed record ActResult
{
    internal ActResult(Consequences consequences, bool isRepeated) => (Consequences, IsRepeated) = (consequences, isRepeated);

    /// <summary>What is kept of it, with the outcome; null when it told that a day began and nothing turned.</summary>
    public Entry? Entry => Consequences.Entry;

    /// <summary>What followed; of a request that is kept already, what followed then.</summary>
    public Consequences Consequences { get; }

    /// <summary>Whether the request was kept already and nothing was done now. It is left out of JSON: whoever asks again is answered with the same words.</summary>
    [JsonIgnore]
    public bool IsRepeated { get; }
}

/// <summary>The id of a request was used for something else (请求编号重复); nothing was done.</summary>
public sealed class RequestRefusedException : Exception, IBilingualError
{
    internal RequestRefusedException(string district, Request request, long entry)
        : base(TextOf(district, request.Id, entry).English) => (District, Request, Entry) = (district, request, entry);

    /// <summary>The district.</summary>
    public string District { get; }

    /// <summary>The request.</summary>
    public Request Request { get; }

    /// <summary>The number of the entry that answers the first request with this id.</summary>
    public long Entry { get; }

    /// <inheritdoc/>
    public BilingualText Text => TextOf(District, Request.Id, Entry);

    private static BilingualText TextOf(string district, string id, long entry) => (
        $"请求编号 {id} 已用于内容不同的请求（辖区 {district} 条目 {entry}）。可以：另用新的编号。",
        $"The request id '{id}' was used for something else, which entry {entry} of district {district} answers. Allowed: an id of its own for each request.");
}

/// <summary>The data base went away while it was committing, and could not be asked whether it did (结果不明): the unit is kept whole or not at all, and sending the same request again is safe.</summary>
public sealed class OutcomeUnknownException : Exception, IBilingualError
{
    internal OutcomeUnknownException(string district, Request request, Exception inner)
        : base(TextOf(district, request.Id).English, inner) => (District, Request) = (district, request);

    /// <summary>The district.</summary>
    public string District { get; }

    /// <summary>The request, to be sent again as it is.</summary>
    public Request Request { get; }

    /// <inheritdoc/>
    public BilingualText Text => TextOf(District, Request.Id);

    private static BilingualText TextOf(string district, string id) => (
        $"提交时数据库连接中断，无法确认辖区 {district} 的请求 {id} 是否已保存。可以：以同一编号重发，不会重复办理。",
        $"The data base went away while it committed request '{id}' of district {district}, and whether it is kept could not be asked. Allowed: sending the same request again; it is not done twice.");
}

/// <summary>The clocks of the process and of the data base say times too far from each other (时钟不一致); nothing was done.</summary>
public sealed class ClocksDifferException : Exception, IBilingualError
{
    internal ClocksDifferException(Instant process, Instant database, Duration most)
        : base(TextOf(process, database, most).English) => (Process, Database, Most) = (process, database, most);

    /// <summary>The time of the process.</summary>
    public Instant Process { get; }

    /// <summary>The time of the data base.</summary>
    public Instant Database { get; }

    /// <summary>How far they may be from each other.</summary>
    public Duration Most { get; }

    /// <inheritdoc/>
    public BilingualText Text => TextOf(Process, Database, Most);

    private static BilingualText TextOf(Instant process, Instant database, Duration most) => (
        $"本机时间 {process} 与数据库时间 {database} 相差超过 {most.TotalMinutes} 分钟。可以：校准两者的时钟后重报。",
        $"The process says {process} and the data base {database}, more than {most.TotalMinutes} minutes apart. Allowed: the same request once both clocks are right.");
}
