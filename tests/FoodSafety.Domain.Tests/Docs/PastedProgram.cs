using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using FluentValidation;
using FoodSafety.Domain.Areas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FoodSafety.Domain.Tests.Docs;

/// <summary>
/// A program as somebody pastes it into an empty console project that references the package: compiled with what the package brings and no
/// more, and run as a process of its own in a folder of its own.
/// </summary>
internal sealed class PastedProgram : IDisposable
{
    private const string Name = "pasted.dll";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    // What an empty console project begins with.
    private static readonly SyntaxTree ImplicitUsings = CSharpSyntaxTree.ParseText(string.Concat(
        ((string[])["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"])
            .Select(name => $"global using {name};")), Parsing);

    private static readonly string Runtime = RuntimeEnvironment.GetRuntimeDirectory();

    private static readonly string[] Brought =
    [
        typeof(AreaCode).Assembly.Location, typeof(LocalDate).Assembly.Location, typeof(IValidator).Assembly.Location, typeof(IServiceCollection).Assembly.Location,
    ];

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => path.StartsWith(Runtime, StringComparison.Ordinal))
            .Concat(Brought).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly DirectoryInfo _program = Directory.CreateTempSubdirectory("pasted-");

    /// <summary>Compiles a program; what an empty project would warn of is a failure too.</summary>
    public PastedProgram(string text)
    {
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(Name), [ImplicitUsings, CSharpSyntaxTree.ParseText(text, Parsing)], References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var built = compilation.Emit(Path.Combine(_program.FullName, Name));
        Assert.Empty(built.Diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(found => $"{found}"));
        foreach (var path in Brought)
        {
            File.Copy(path, Path.Combine(_program.FullName, Path.GetFileName(path)));
        }

        File.WriteAllText(
            Path.Combine(_program.FullName, Path.ChangeExtension(Name, "runtimeconfig.json")),
            $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }""");
        Folder = _program.CreateSubdirectory("folder").FullName;
    }

    /// <summary>The folder that it runs in.</summary>
    public string Folder { get; }

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it printed, lines joined by line feeds, without one at the end.</returns>
    public string Run()
    {
        using var process = Start();
        var errors = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n');
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, errors.GetAwaiter().GetResult()));
        return printed;
    }

    /// <summary>Starts it; what it prints can be read as it goes.</summary>
    public Process Start() => Process.Start(new ProcessStartInfo(Path.Combine(Runtime, "..", "..", "..", "dotnet"), ["exec", Path.Combine(_program.FullName, Name)])
    {
        WorkingDirectory = Folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    public void Dispose() => _program.Delete(recursive: true);
}
