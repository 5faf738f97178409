using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Grading;

/// <summary>The format of policy files (分级标准文件格式): its version and its JSON Schema.</summary>
public static class PolicyFileFormat
{
    /// <summary>The version of the format, which every file states as <c>"format"</c>. Files of a newer one are refused.</summary>
    public const int Version = 1;

    /// <summary>
    /// The JSON Schema of the format (draft 2020-12), for editors and other programs; the package has it as
    /// <c>schemas/grading-policy.schema.json</c>.
    /// </summary>
    /// <remarks>What a schema cannot know, the reader checks: which facts, values and grades there are, and which keys.</remarks>
    public static string Schema => EmbeddedText.Read("Grading.Files.grading-policy.schema.json");
}
