using System.Text.Json.Nodes;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using NodaTime;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>What the types of the library are in documents of OpenAPI (接口文档).</summary>
public static class FoodSafetyOpenApi
{
    /// <summary>Describes ids, codes, dates, texts and acts as they go over the wire: what looks like an empty object without it.</summary>
    /// <remarks>
    /// <code>
    /// builder.Services.AddOpenApi(o => o.AddFoodSafety());
    /// </code>
    /// </remarks>
    /// <param name="options">The options of a document.</param>
    /// <returns>The same options.</returns>
    public static OpenApiOptions AddFoodSafety(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddSchemaTransformer<SchemaTransformer>();
    }

    private sealed class SchemaTransformer(EntryFormat format, IOptions<FoodSafetyOptions> platform) : IOpenApiSchemaTransformer
    {
        public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
        {
            // Of what an address holds the framework says that it is a text, whatever the endpoint reads of it.
            var type = context.JsonPropertyInfo is null && context.ParameterDescription?.ParameterDescriptor?.ParameterType is { } read ? read : context.JsonTypeInfo.Type;
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (Describe(type) is { } form)
            {
                schema.Type = form.Type;
                schema.Format = form.Format;
                schema.Pattern = form.Pattern;
                schema.Description = (schema.Description, form.Description) is ({ } said, { } allowed) ? $"{said}\n\n{allowed}" : schema.Description ?? form.Description;
                schema.Enum = form.Values?.Select(value => (JsonNode)value).ToList();
                schema.Minimum = form.Type == JsonSchemaType.Integer ? "1" : null;
                schema.Properties = null;
                schema.Required = null;
            }
            else if (type == typeof(BilingualText) || type.IsAssignableTo(typeof(Condition)) || type.IsAssignableTo(typeof(NumberExpression)))
            {
                DescribeText(schema);
            }
            else if (type.IsAssignableTo(typeof(Act)))
            {
                schema.Type = JsonSchemaType.Object;
                schema.Description ??= "An act as journals have it (办理事项).";
                schema.Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["kind"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. format.Kinds.Select(kind => (JsonNode)kind)] },
                };
                schema.Required = new HashSet<string> { "kind" };
            }
            else if (type == typeof(Entry) || type == typeof(FactRecord) || type == typeof(ScorecardReport) || type == typeof(StatisticalTable)
                || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(GradingPolicy<>)))
            {
                schema.Type = JsonSchemaType.Object;
            }
            else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ItemList<>))
            {
                schema.Type = JsonSchemaType.Array;
                schema.Items = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, cancellationToken);
            }
        }

        private void DescribeText(OpenApiSchema schema)
        {
            schema.Description ??= "A text that people read (双语文本).";
            if (platform.Value.HasTextsInOneLanguage)
            {
                schema.Type = JsonSchemaType.String;
                return;
            }

            schema.Type = JsonSchemaType.Object;
            schema.Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["chinese"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["english"] = new OpenApiSchema { Type = JsonSchemaType.String },
            };
            schema.Required = new HashSet<string> { "chinese", "english" };
        }
    }

    private sealed record Form(JsonSchemaType Type, string? Description, string? Format = null, string? Pattern = null, string[]? Values = null);

    private static Form? Describe(Type type)
    {
        if (type == typeof(LocalDate) || type == typeof(IsoDate))
        {
            return new(JsonSchemaType.String, null, Format: "date");
        }

        if (type == typeof(Instant) || type == typeof(IsoInstant) || type == typeof(OffsetDateTime))
        {
            return new(JsonSchemaType.String, null, Format: "date-time");
        }

        if (type == typeof(LocalTime))
        {
            return new(JsonSchemaType.String, null, Format: "time");
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EnumCode<>))
        {
            return OfEnum(type.GetGenericArguments()[0]);
        }

        if (type.IsEnum && EnumCodeJsonConverter.IsCoded(type))
        {
            return OfEnum(type);
        }

        if (type == typeof(Area) || type == typeof(AreaCode))
        {
            return new(JsonSchemaType.String, "区划代码：2、4、6、9 或 12 位数字。A code of an administrative division: 2, 4, 6, 9 or 12 digits.", Pattern: "^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$");
        }

        if (type == typeof(UnifiedSocialCreditCode))
        {
            return new(JsonSchemaType.String, "统一社会信用代码，18 位，含校验码。A unified social credit code of 18 characters, the last a check character.", Pattern: "^[0-9A-HJ-NPQRTUWXY]{18}$");
        }

        if (type == typeof(FoodLicenceNumber))
        {
            return new(JsonSchemaType.String, "食品许可证编号，2 个字母加 14 位数字，含校验码。A food licence number: two letters and 14 digits, the last a check digit.", Pattern: "^[A-Z]{2}\\d{14}$");
        }

        if (type == typeof(Checklist))
        {
            return OfText(typeof(ChecklistName));
        }

        if (type.IsAssignableTo(typeof(IFact)))
        {
            return new(JsonSchemaType.String, "事实的编码。The key of a fact.", Pattern: $"^{FactKeyPattern}$");
        }

        return type.GetCustomAttributes(typeof(JsonConverterAttribute), inherit: false) is [JsonConverterAttribute { ConverterType: { IsGenericType: true } converter }]
            ? converter.GetGenericTypeDefinition() == typeof(NumberJsonConverter<>) ? OfText(type) with { Type = JsonSchemaType.Integer, Format = "int64" }
                : converter.GetGenericTypeDefinition() == typeof(TextJsonConverter<>) ? OfText(type)
                : null
            : null;
    }

    private const string FactKeyPattern = "[a-z][a-z0-9.-]{0,63}";

    private static Form OfEnum(Type type) => (Form)typeof(FoodSafetyOpenApi).GetMethod(nameof(OfEnumOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(type).Invoke(null, null)!;

    private static Form OfEnumOf<TEnum>() where TEnum : struct, Enum
    {
        var values = EnumCodes.All<TEnum>();
        var isNamed = values.All(value => typeof(TEnum).GetField(value.ToString())!.IsDefined(typeof(BilingualNameAttribute), inherit: false));
        return new(
            JsonSchemaType.String, isNamed ? string.Join("; ", values.Select(value => $"{value.Code()}: {value.Name().Chinese}, {value.Name().English}")) : null,
            Values: [.. values.Select(value => value.Code())]);
    }

    /// <summary>An id or a code: what is allowed the type itself says.</summary>
    private static Form OfText(Type type) => new(JsonSchemaType.String, FieldText.AllowedOf(type) is { } allowed ? $"{allowed.Chinese}。{char.ToUpperInvariant(allowed.English[0])}{allowed.English[1..]}." : null);
}
