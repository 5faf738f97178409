using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Formats;

/// <summary>Who or what is inspected, as one field: <c>{"business": "510115-0001"}</c>.</summary>
internal sealed class SubjectShape : FieldsShape<InspectionSubject>
{
    private const string Business = "business";
    private const string Cadre = "cadre";
    private const string Area = "area";

    public override void Write(Utf8JsonWriter writer, InspectionSubject value)
    {
        writer.WriteStartObject();
        switch (value.Kind.Named())
        {
            case InspectionSubjectKind.Business:
                writer.WritePropertyName(Business);
                SnapshotShapes.BusinessId.Write(writer, value.Business);
                break;
            case InspectionSubjectKind.Cadre:
                writer.WritePropertyName(Cadre);
                SnapshotShapes.CadreId.Write(writer, value.Cadre);
                break;
            case InspectionSubjectKind.Area:
                writer.WritePropertyName(Area);
                SnapshotShapes.AreaCode.Write(writer, value.Area);
                break;
        }

        writer.WriteEndObject();
    }

    protected override InspectionSubject ReadInOrder(JsonCursor part)
    {
        var fields = new OrderedFields(part);
        var field = fields.Take(Business) ?? fields.Take(Cadre) ?? fields.Take(Area);
        var subject = ReadNamed(field ?? throw new UnreadablePartException());
        return fields.IsAtEnd ? subject : throw new UnreadablePartException();
    }

    internal protected override InspectionSubject ReadByName(JsonPart part)
    {
        if (JsonFields.Of(part) is not { } fields)
        {
            throw new UnreadablePartException();
        }

        fields.Allow(Business, Cadre, Area);
        var field = fields.OneOf([Business, Cadre, Area]) ?? throw new UnreadablePartException();
        return ReadNamed(field);
    }

    private static InspectionSubject ReadNamed(JsonPart field) => field.Name switch
    {
        Business => InspectionSubject.OfBusiness(SnapshotShapes.BusinessId.Read(field)),
        Cadre => InspectionSubject.OfCadre(SnapshotShapes.CadreId.Read(field)),
        _ => InspectionSubject.OfArea(SnapshotShapes.AreaCode.Read(field)),
    };
}
