using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Relocations;

namespace FoodSafety.Domain.Formats;

/// <summary>Reads and writes as JSON what districts send each other of a business that moves (迁移往来文书): the transfer, and the receipt of its arrival.</summary>
/// <remarks>Lossless. No settings are needed: facts stand in a transfer as texts, so that every district can read those of another.</remarks>
/// <example>
/// <code>
/// // The district left sends what stands in its journal ...
/// var sent = RelocationFormat.Write(left.Relocations[id].Transfer);
/// // ... and the other takes it, and the business when it arrives.
/// other.Apply(stamp, new TransferReceived(RelocationFormat.ReadTransfer(sent)));
/// other.Apply(later, new BusinessMovedIn(id, new BusinessId("S-204"), village));
/// left.Apply(later, new ArrivalConfirmed(RelocationFormat.ReadReceipt(RelocationFormat.Write(other.Relocations[id].Receipt!))));
/// </code>
/// </example>
public static class RelocationFormat
{
    // A transfer has some pages of text at the most.
    private const int MostBytes = 1 << 22;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a transfer as one line of JSON in UTF-8.</summary>
    /// <param name="transfer">What is handed over.</param>
    public static byte[] Write(BusinessTransfer transfer) => Write(RelocationShapes.Transfer, transfer);

    /// <summary>Writes a receipt as one line of JSON in UTF-8.</summary>
    /// <param name="receipt">What is said of the arrival.</param>
    public static byte[] Write(ArrivalReceipt receipt) => Write(RelocationShapes.Receipt, receipt);

    /// <summary>Reads a transfer.</summary>
    /// <param name="utf8">JSON in UTF-8, one object of 4 MiB at the most.</param>
    /// <exception cref="DataFileException">It has faults; each is told with its place and what is allowed there.</exception>
    public static BusinessTransfer ReadTransfer(ReadOnlySpan<byte> utf8) => Read(RelocationShapes.Transfer, utf8, ("主体迁移移交单", "transfer of a business"));

    /// <summary>Reads a receipt.</summary>
    /// <param name="utf8">JSON in UTF-8, one object of 4 MiB at the most.</param>
    /// <exception cref="DataFileException">It has faults; each is told with its place and what is allowed there.</exception>
    public static ArrivalReceipt ReadReceipt(ReadOnlySpan<byte> utf8) => Read(RelocationShapes.Receipt, utf8, ("迁入回执", "receipt of an arrival"));

    private static byte[] Write<T>(Shape<T> shape, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            shape.Write(writer, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static T Read<T>(Shape<T> shape, ReadOnlySpan<byte> utf8, BilingualText subject) => JsonSource.Read(utf8, MostBytes, (FieldsShape<T>)shape, new JsonCursor(), subject);
}
