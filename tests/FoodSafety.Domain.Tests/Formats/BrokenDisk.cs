namespace FoodSafety.Domain.Tests.Formats;

/// <summary>A disk in memory that fails when it is told to, after as many bytes as it is told.</summary>
internal sealed class BrokenDisk : MemoryStream
{
    /// <summary>How many more bytes it takes; null for any number.</summary>
    public long? Room { get; set; }

    public bool FlushFails { get; set; }

    public bool CutFails { get; set; }

    public int Flushes { get; private set; }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var taken = (int)Math.Min(Room ?? buffer.Length, buffer.Length);
        base.Write(buffer[..taken].ToArray(), 0, taken);
        Room -= taken;
        if (taken < buffer.Length)
        {
            throw new IOException("The disk is full.");
        }
    }

    public override void SetLength(long value)
    {
        if (CutFails)
        {
            throw new IOException("The disk is gone.");
        }

        base.SetLength(value);
    }

    public override void Flush()
    {
        Flushes++;
        if (FlushFails)
        {
            throw new IOException("The disk did not take it.");
        }
    }
}
