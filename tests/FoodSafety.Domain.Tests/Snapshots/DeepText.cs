using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.Tests.Snapshots;

/// <summary>Everything that can be seen of a value through its public properties, as one text.</summary>
internal static class DeepText
{
    private const int MostDepth = 12;

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null or "":
                text.Append('-');
                break;

            // What all parts share is looked at where it stands, and told by its content.
            case AreaTree tree when depth == 0:
                Write(text, tree.Areas.Select(area => (area.Code.ToString(), area.Name)), depth);
                break;
            case BusinessRegister register when depth == 0:
                Write(text, register.Businesses, depth);
                break;
            case GradeBook<Tier> book when depth == 0:
                Write(text, Enumerable.Range(0, book.Table.Count).Select(row => (book.Grades[row], book.Explain(row).ToString())), depth);
                break;
            case ChainPlan plan when depth == 0:
                Write(text, (plan.On, plan.Roster.Cadres, plan.Roster.Posts, Enumerable.Range(0, plan.Count).Select(row => plan.SeatsOf(row).ToString())), depth);
                break;
            case AreaTree or BusinessRegister:
                text.Append(value.GetType().Name);
                break;
            case IEnumerable items and not string:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(text, item, depth + 1);
                    text.Append(",\n");
                }

                text.Append(']');
                break;
            default:
                WriteOne(text, value, depth);
                break;
        }
    }

    private static void WriteOne(StringBuilder text, object value, int depth)
    {
        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is string or decimal or Uri or AreaCode || type.Namespace!.StartsWith("NodaTime", StringComparison.Ordinal))
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $"{value}"));
            return;
        }

        Assert.True(depth < MostDepth, $"{type} nests without end.");
        text.Append(type.Name).Append('{');
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            Write(text, field.GetValue(value), depth + 1);
            text.Append(';');
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            text.Append(property.Name).Append('=');
            Write(text, Read(property, value), depth + 1);
            text.Append(';');
        }

        text.Append('}');
    }

    private static object? Read(PropertyInfo property, object of)
    {
        try
        {
            return property.GetValue(of);
        }
        catch (TargetInvocationException refused)
        {
            return refused.InnerException!.Message;
        }
    }
}
