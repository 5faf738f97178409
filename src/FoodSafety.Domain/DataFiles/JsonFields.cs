using System.Text.Json;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>The properties of one object of a file.</summary>
internal sealed class JsonFields
{
    private const int LongestName = 100;

    // Up to so many, searching a list is faster than making a table; and a file may have any number of them.
    private const int MostSearched = 16;

    private readonly JsonPart _whole;
    private readonly List<JsonPart> _fields = [];

    private JsonFields(JsonPart whole) => _whole = whole;

    public IReadOnlyList<JsonPart> All => _fields;

    /// <summary>The properties of a value, or null and a fault when it is no object. A property that stands twice is a fault.</summary>
    public static JsonFields? Of(JsonPart part, params ReadOnlySpan<Allowed> otherTypes)
    {
        if (part.Kind != JsonValueKind.Object)
        {
            return part.WrongType<JsonFields>([Allowed.Object, .. otherTypes]);
        }

        var fields = new JsonFields(part);
        HashSet<string>? names = null;
        foreach (var property in part.Element.EnumerateObject())
        {
            var field = new JsonPart(property.Value, part, property.Name);
            if (names is null && fields._fields.Count == MostSearched)
            {
                names = fields._fields.Select(known => known.Name).ToHashSet(StringComparer.Ordinal);
            }

            if (names?.Add(field.Name) ?? fields.Optional(field.Name) is null)
            {
                fields._fields.Add(field);
            }
            else
            {
                part.Faults.Add(DataFileFaultKind.DuplicateProperty, field, field.ShownName);
            }
        }

        return fields;
    }

    /// <summary>Reports every property that is none of the names.</summary>
    public void Allow(params string[] names)
    {
        foreach (var field in _fields)
        {
            if (!names.Contains(field.Name))
            {
                field.Faults.AddUnknown(DataFileFaultKind.UnknownProperty, field, field.ShownName, Allowed.Codes(names));
            }
        }
    }

    public JsonPart? Optional(string name) => _fields.Find(field => field.Name == name);

    public JsonPart? Required(string name)
    {
        var found = Optional(name);
        if (found is null)
        {
            _whole.Faults.Add(DataFileFaultKind.MissingProperty, _whole, null, name);
        }

        return found;
    }

    /// <summary>The only property there is out of several names, or null and a fault when there is none or more than one.</summary>
    /// <param name="names">The names.</param>
    /// <param name="remedy">How to write several, should they stand.</param>
    public JsonPart? OneOf(string[] names, Func<IReadOnlyList<JsonPart>, BilingualText>? remedy = null)
    {
        var found = _fields.FindAll(field => names.Contains(field.Name));
        Allowed[] allowed = [.. names];
        switch (found.Count)
        {
            case 1:
                return found[0];
            case 0:
                _whole.Faults.Add(DataFileFaultKind.MissingProperty, _whole, null, allowed);
                return null;
            default:
                var standing = string.Join(", ", found.Select(field => field.Name));
                _whole.Faults.Add(new DataFileFault(DataFileFaultKind.ConflictingProperties, _whole.Path, standing, [.. allowed], remedy: remedy?.Invoke(found) ?? default), found[1]);
                return null;
        }
    }

    /// <summary>A path in the way of RFC 9535: a dot before a plain name, brackets around any other. It is for the eye, so that a long name is cut.</summary>
    public static string JoinPath(string path, string whole)
    {
        var name = Excerpt.Of(whole, LongestName);
        return name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_' || c > 127)
            ? $"{path}.{name}"
            : $"{path}['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";
    }
}
