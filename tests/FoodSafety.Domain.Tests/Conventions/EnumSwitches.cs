using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>Finds the switches in which a new value of one of our enums would fall into an arm that was not written for it.</summary>
/// <remarks>
/// The compiler reports a switch expression that misses a value (CS8509), but only where no arm catches all, and never a switch statement.
/// Here both are asked: an arm for everything is found wherever the switch decides by one of our enums: by its value, by one in a tuple, by a property.
/// </remarks>
internal sealed class EnumSwitches
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    // What ImplicitUsings adds to every project, and the library to its own.
    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(
        string.Concat(new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "System.Text.Json.Serialization", "FoodSafety.Domain.ValueTypes" }
            .Select(name => $"global using {name};\n")),
        Parsing);

    private readonly CSharpCompilation _compilation;

    /// <summary>Reads sources together.</summary>
    /// <param name="sources">Path and text of each.</param>
    /// <param name="references">Paths of the assemblies they use.</param>
    public EnumSwitches(IEnumerable<(string Path, string Text)> sources, IEnumerable<string> references) => _compilation = CSharpCompilation.Create(
        "Read",
        [Usings, .. sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, Parsing, source.Path))],
        references.Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>How many switches decide by one of our enums.</summary>
    public int Count { get; private set; }

    /// <summary>Every place where a new value would be taken for another, as "path(line): what".</summary>
    public List<string> Faults()
    {
        List<string> faults = [];
        Count = 0;
        foreach (var tree in _compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var node in tree.GetRoot().DescendantNodes().Where(node => node is SwitchExpressionSyntax or SwitchStatementSyntax))
            {
                model ??= _compilation.GetSemanticModel(tree);
                switch (model.GetOperation(node))
                {
                    case ISwitchExpressionOperation { Value: { } value } expression:
                        Look(value.Type, [.. expression.Arms.Select(arm => arm.Pattern)], mustNameAll: false);
                        break;
                    case ISwitchOperation { Value: { } value } statement:
                        var clauses = statement.Cases.SelectMany(section => section.Clauses).ToList();
                        Look(value.Type, [.. clauses.Where(clause => clause is not IDefaultCaseClauseOperation)], mustNameAll: true);
                        if (clauses.FirstOrDefault(clause => clause is IDefaultCaseClauseOperation) is { } fallback && DecidesByEnum(value.Type, clauses))
                        {
                            Report(fallback.Syntax, "takes every value that is not named");
                        }

                        break;
                    default:
                        Report(node, "could not be read");
                        break;
                }

                void Look(ITypeSymbol? type, List<IOperation> arms, bool mustNameAll)
                {
                    if (type is null or IErrorTypeSymbol)
                    {
                        Report(node, "decides by a type that could not be read");
                        return;
                    }

                    if (!DecidesByEnum(type, arms))
                    {
                        return;
                    }

                    Count++;
                    foreach (var arm in arms)
                    {
                        var pattern = arm is IPatternCaseClauseOperation clause ? clause.Pattern : arm;
                        foreach (var part in pattern.DescendantsAndSelf().OfType<IPatternOperation>())
                        {
                            if (IsForAll(part) && (ReferenceEquals(part, pattern) || EnumsIn(part.InputType).Any()))
                            {
                                Report(part.Syntax, "takes every value that is not named");
                            }
                            else if (part is INegatedPatternOperation or IRelationalPatternOperation && EnumsIn(part.InputType).Any())
                            {
                                Report(part.Syntax, "takes values that it does not name");
                            }
                        }
                    }

                    if (mustNameAll && EnumOf(type) is { } over)
                    {
                        var named = arms.SelectMany(arm => arm.DescendantsAndSelf()).Select(part => part.ConstantValue).Where(value => value is { HasValue: true, Value: not null }).Select(value => value.Value!).ToHashSet();
                        foreach (var missing in over.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue && !named.Contains(field.ConstantValue!)))
                        {
                            Report(node, $"does not name {missing.Name}");
                        }
                    }
                }

                void Report(SyntaxNode at, string what)
                {
                    var span = at.GetLocation().GetLineSpan();
                    faults.Add($"{span.Path}({span.StartLinePosition.Line + 1}): '{at.ToString().Split('\n')[0].Trim()}' {what}");
                }
            }
        }

        return faults;
    }

    /// <summary>
    /// Every place where some values of one of our enums are named in passing, as in <c>light is Red or Green</c>: a new value would be taken for none of them
    /// without anybody saying so. A switch that names all values says what each is.
    /// </summary>
    public List<string> SetsInPassing()
    {
        List<string> found = [];
        foreach (var tree in _compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var either in tree.GetRoot().DescendantNodes().Where(IsEither))
            {
                // The arms of a switch are looked at by its own rule.
                if (either.Ancestors().Any(above => above is SwitchExpressionArmSyntax arm && arm.Pattern.Contains(either) || above is SwitchLabelSyntax) || IsEither(either.Parent!))
                {
                    continue;
                }

                model ??= _compilation.GetSemanticModel(tree);
                var isSet = either.DescendantNodes().OfType<ExpressionSyntax>().Select(value => model.GetSymbolInfo(value).Symbol).OfType<IFieldSymbol>()
                    .Where(field => field.HasConstantValue && EnumOf(field.Type) is not null)
                    .GroupBy<IFieldSymbol, ISymbol>(field => field.ContainingType, SymbolEqualityComparer.Default).Any(fields => fields.Distinct<IFieldSymbol>(SymbolEqualityComparer.Default).Count() > 1);
                if (isSet)
                {
                    var span = either.GetLocation().GetLineSpan();
                    found.Add($"{span.Path}({span.StartLinePosition.Line + 1}): '{either.ToString().Split('\n')[0].Trim()}' names some values in passing");
                }
            }
        }

        return found;

        static bool IsEither(SyntaxNode node) => node is BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern }
            || node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or && IsEquality(or.Left) && IsEquality(or.Right)
            || node is ParenthesizedPatternSyntax { Pattern: BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } };

        static bool IsEquality(ExpressionSyntax expression) => expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } or IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax };
    }

    /// <summary>Every place where a refusal would tell a value of one of our enums by the name of its member and not by its code, which stays when a member is renamed.</summary>
    public List<string> MembersInRefusals()
    {
        List<string> found = [];
        foreach (var tree in _compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var made in tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
            {
                // By their form first: few have the two arguments, and only they are worth the meaning.
                if (made.ArgumentList is not { Arguments: [_, var value] }
                    || (made is ObjectCreationExpressionSyntax { Type: var written } && written.ToString() != "GuardValue"))
                {
                    continue;
                }

                model ??= _compilation.GetSemanticModel(tree);
                if (model.GetTypeInfo(made).Type?.Name == "GuardValue" && value.DescendantNodes().OfType<ExpressionSyntax>().Any(part =>
                    part switch
                    {
                        { Parent: InterpolationSyntax } => EnumOf(model.GetTypeInfo(part).Type) is not null,
                        MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString" } text => EnumOf(model.GetTypeInfo(text.Expression).Type) is not null,
                        InvocationExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } call when model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Join", TypeArguments: [var item] } => EnumOf(item) is not null,
                        _ => false,
                    }))
                {
                    var span = made.GetLocation().GetLineSpan();
                    found.Add($"{span.Path}({span.StartLinePosition.Line + 1}): '{value}' is the name of a member; its code is meant");
                }
            }
        }

        return found;
    }

    private bool DecidesByEnum(ITypeSymbol? type, IEnumerable<IOperation> arms) =>
        EnumsIn(type).Any() || arms.SelectMany(arm => arm.DescendantsAndSelf()).Any(part => part is IConstantPatternOperation { Value.Type: { } constant } && EnumOf(constant) is not null);

    private static bool IsForAll(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchesNull || SymbolEqualityComparer.Default.Equals(declaration.MatchedType, declaration.InputType),
        IRecursivePatternOperation { PropertySubpatterns: [], DeconstructionSubpatterns: [] } recursive => SymbolEqualityComparer.Default.Equals(recursive.MatchedType, recursive.InputType),
        _ => false,
    };

    /// <summary>The enum of ours that a type is, or is the nullable form of; for a tuple, those of its parts.</summary>
    private IEnumerable<INamedTypeSymbol> EnumsIn(ITypeSymbol? type) => type is INamedTypeSymbol { IsTupleType: true } tuple
        ? tuple.TupleElements.SelectMany(element => EnumsIn(element.Type))
        : EnumOf(type) is { } one ? [one] : [];

    private INamedTypeSymbol? EnumOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named
            && (SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, _compilation.Assembly) || named.ContainingAssembly.Name == "FoodSafety.Domain")
            ? named
            : null;
    }
}
