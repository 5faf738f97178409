using System.Collections.Immutable;
using System.Text.Json;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How areas and businesses stand in a snapshot.</summary>
internal static class RegisterShapes
{
    public static readonly Shape<AreaRow> Area = Shape.Object<AreaRow>(f => new AreaRow(
        f.Get("code", static row => row.Code, Shape.Text),
        f.Get("name", static row => row.Name, Shape.Text)));

    private static readonly Shape<UnifiedSocialCreditCode> CreditCode = Shape.Parsed<UnifiedSocialCreditCode>(
        code => code.ToString(), text => UnifiedSocialCreditCode.TryParse(text, out var code) ? code : null, "unified social credit code");

    private static readonly Shape<FoodLicenceNumber> Licence = Shape.Parsed<FoodLicenceNumber>(
        number => number.ToString(), text => FoodLicenceNumber.TryParse(text, out var number) ? number : null, "food licence number");

    /// <summary>A business with the facts of a schema; what is not stated does not stand.</summary>
    public static Shape<Business> Business(FactSchema schema)
    {
        var facts = new FactsShape(schema);
        return Shape.Object<Business>(f =>
        {
            var id = f.Get("id", static business => business.Id, SnapshotShapes.BusinessId);
            var name = f.Get("name", static business => business.Name, Shape.Text);
            var area = f.Get("area", static business => business.Area, SnapshotShapes.AreaCode);
            var creditCode = f.Get("creditCode", static business => business.CreditCode, CreditCode, usual: default);
            var licence = f.Get("licence", static business => business.Licence, Licence, usual: default);
            var stated = new FactRecord(f.Get("facts", business => facts.StatedBy(business), facts).AsSpan());
            return new Business(id, name, area, BusinessFacts.Type.In(stated))
            {
                Status = BusinessFacts.Status.In(stated),
                CreditCode = creditCode,
                Licence = licence,
                Profile = BusinessFacts.ProfileOf(stated),
                OwnFacts = new FactRecord([.. stated.Values.Where(value => !BusinessFacts.IsStandard(value.Fact!))]),
            };
        });
    }

    /// <summary>Stated facts by their keys: numbers as they are, flags as true, choices by their codes.</summary>
    private sealed class FactsShape(FactSchema schema) : Shape<ImmutableArray<FactValue>>
    {
        public ImmutableArray<FactValue> StatedBy(Business business) =>
            [.. schema.Facts.Select(fact => new FactValue(fact, business.Read(fact))).Where(value => value.Stored != value.Fact!.Unstated)];

        public override void Write(Utf8JsonWriter writer, ImmutableArray<FactValue> value)
        {
            writer.WriteStartObject();
            foreach (var stated in value)
            {
                writer.WritePropertyName(stated.Fact!.Id);
                switch (stated.Fact)
                {
                    case NumberFact number:
                        writer.WriteNumberValue(Exact.ToDecimal(stated.Stored, number.Decimals));
                        break;
                    case IChoiceFact choice:
                        writer.WriteStringValue(choice.CodeOf((int)stated.Stored));
                        break;
                    default:
                        writer.WriteBooleanValue(stated.Stored != 0);
                        break;
                }
            }

            writer.WriteEndObject();
        }

        public override ImmutableArray<FactValue> Read(JsonPart part)
        {
            if (JsonFields.Of(part) is not { } fields)
            {
                throw new UnreadablePartException();
            }

            fields.Allow([.. schema.Facts.Select(fact => fact.Id)]);
            var values = fields.All.Select(field => schema.Find(field.Name) is { } fact ? Find(fact, field) : null).ToList();
            return values.Contains(null) ? throw new UnreadablePartException() : [.. values.Select(value => value!.Value)];
        }

        private static FactValue? Find(IFact fact, JsonPart part)
        {
            switch (fact)
            {
                case NumberFact number:
                    return part.Number() is not { } amount ? null
                        : amount < number.Minimum || amount > number.Maximum || Exact.TryStore(amount, number.Decimals) is null
                            ? part.OutOfRange<FactValue?>($"{number.Minimum}..{number.Maximum}, {number.Decimals} decimals")
                            : number.Of(amount);
                case IChoiceFact choice:
                    if (part.Text() is not { } code)
                    {
                        return null;
                    }

                    foreach (var value in choice.Values)
                    {
                        if (value != 0 && choice.CodeOf(value) == code)
                        {
                            return new FactValue(choice, value);
                        }
                    }

                    return part.Unknown<FactValue?>(choice.Values.Where(value => value != 0).Select(choice.CodeOf));
                default:
                    return part.Element.ValueKind is JsonValueKind.True or JsonValueKind.False
                        ? new FactValue(fact, part.Element.GetBoolean() ? 1 : 0)
                        : part.WrongType<FactValue?>("true", "false");
            }
        }
    }
}
