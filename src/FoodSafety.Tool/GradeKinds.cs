using System.Collections.Immutable;
using System.Text.Json;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Tool;

/// <summary>Something that is done with policies of whichever enum of grades.</summary>
internal interface IGradeWork
{
    int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum;
}

/// <summary>A kind of grading that the tool knows (分级种类): its grades, and the facts that its policies may read.</summary>
internal abstract class GradeKind(string key, BilingualText name, FactSchema schema)
{
    public static ImmutableArray<GradeKind> All { get; } =
    [
        new GradeKind<Tier>("tier", ("包保分级", "guarantee tiers"), BusinessFacts.Schema, TierPolicies.File),
        new GradeKind<RiskGrade>("risk", ("食品销售者风险分级", "risk grades of food sellers"), FoodSellerFacts.Schema, RiskPolicies.File),
        new GradeKind<IncidentGrade>("incident", ("食品安全事故分级", "grades of food-safety incidents"), IncidentFacts.Schema, IncidentPolicies.File),
    ];

    /// <summary>The word for it on the command line.</summary>
    public string Key => key;

    public BilingualText Name => name;

    /// <summary>The facts, and how their rows are kept.</summary>
    public FactSchema Schema => schema;

    /// <summary>The grades as files name them, the mildest first.</summary>
    public abstract IReadOnlyList<string> Grades { get; }

    /// <summary>The JSON Schema of its files.</summary>
    public abstract string FileSchema { get; }

    public abstract int Run(IGradeWork work);

    public static GradeKind Of(string key) => All.Single(kind => kind.Key == key);

    /// <summary>The kind of which a file is, by the order of its grades; null where that is none of a kind, or not there.</summary>
    public static GradeKind? Find(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 1000, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("scale", out var scale) || scale.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var grades = scale.EnumerateArray().Select(grade => grade.ValueKind == JsonValueKind.String ? grade.GetString()! : "").ToList();
            return All.FirstOrDefault(kind => kind.Grades.SequenceEqual(grades));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>All kinds with their grades, for messages.</summary>
    public static BilingualText Scales => (
        string.Join("；", All.Select(kind => $"{kind.Name.Chinese}：{string.Join(" ", kind.Grades)}")),
        string.Join("; ", All.Select(kind => $"{kind.Name.English}: {string.Join(" ", kind.Grades)}")));
}

/// <inheritdoc/>
internal sealed class GradeKind<TGrade>(string key, BilingualText name, FactSchema schema, PolicyFile<TGrade> file) : GradeKind(key, name, schema)
    where TGrade : struct, Enum
{
    /// <summary>Reads and writes its policies.</summary>
    public PolicyFile<TGrade> File => file;

    public override IReadOnlyList<string> Grades => [.. file.Scale.MildestFirst.Select(grade => grade.ToString())];

    public override string FileSchema => PolicySchema.Write(file);

    public override int Run(IGradeWork work) => work.Run(this);
}
