namespace FoodSafety.Domain.DataFiles;

/// <summary>A part of a file could not be read; its faults are recorded. Caught by the list around it, which goes on with the next.</summary>
internal sealed class UnreadablePartException : Exception;
