using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Areas, policy, businesses and tiers.</summary>
internal sealed class RegisterSections(FactSchema schema, IEnumerable<CustomCondition>? customConditions)
{
    private readonly PolicyFile<Tier> _policies = new(Tiers.Scale, schema.Facts, customConditions);
    private readonly Shape<Business> _business = RegisterShapes.Business(schema);

    public void Write(SectionWriter writer, Reporting.District district)
    {
        var register = district.Register;
        if (!register.Facts.Schema.Facts.SequenceEqual(schema.Facts))
        {
            throw new ArgumentException("The register has other facts than these snapshots. Allowed: a register of the same schema.", nameof(district));
        }

        var policy = district.Grades.Policy ?? throw new ArgumentException("Nothing was graded yet, so there are no tiers to save.", nameof(district));
        writer.Lines("areas", RegisterShapes.Area, register.Areas.Areas.Select(area => new AreaRow(area.Code.ToString(), area.Name)));
        writer.Raw("policy", _policies.Write(policy));
        writer.Lines("businesses", _business, register.Businesses);
        writer.One("tiers", Shape.Text, TierMarks.Of(district.Grades.Grades, register.Count));
    }

    public (BusinessRegister Register, GradeBook<Tier> Grades) Read(SectionReader reader)
    {
        var areas = reader.Build("areas", () => AreaTree.Build(reader.Lines("areas", RegisterShapes.Area)));
        var policy = reader.ReadFile(reader.Part("policy"), _policies.Read);
        var register = new BusinessRegister(areas, schema);
        reader.Build("businesses", () => register.AddRange(reader.Lines("businesses", _business).AsSpan()));
        var grades = new GradeBook<Tier>(register.Facts, Tiers.Scale);
        grades.Regrade(new Grader<Tier>(policy));
        return TierMarks.FindDifference(grades.Grades, register, reader.One("tiers", Shape.Text)) is { } difference
            ? throw reader.Refuse("tiers", difference)
            : (register, grades);
    }
}
