using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Tool.Commands;

/// <summary><c>check</c>: what is wrong with policies, as files, as rules, and as versions that follow each other.</summary>
internal sealed class CheckCommand(ToolConsole console, string[] paths, bool isJson, bool isAll) : IGradeWork
{
    private readonly List<CheckedFile> _files = [];
    private readonly List<CheckedTimeline> _timelines = [];
    private readonly Dictionary<(GradeKind Kind, string Id, string Folder), List<(object Policy, string Path)>> _versions = [];
    private PolicyText _text = null!;
    private string? _folder;

    private bool IsGood => _files.TrueForAll(file => file.IsGood) && _timelines.TrueForAll(timeline => timeline.Faults.Count == 0);

    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>(console.In(("路径", "PATH")))
        {
            Description = console.In(("标准文件，或装有各版本的文件夹", "files of policies, or folders with their versions")),
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = console.In(("以 JSON 输出", "answer in JSON")) };
        var all = new Option<bool>("--all") { Description = console.In(("也列出提示", "list notes too")) };
        var command = new Command("check", console.In((
            "检查标准：文件差错、永不适用或互相矛盾的条款；文件夹中的各版本还须前后衔接",
            "find what is wrong: faults of files, rules that never apply or contradict; the versions in a folder have to follow each other"))) { paths, json, all };
        command.SetAction(asked => new CheckCommand(console, asked.GetValue(paths)!, asked.GetValue(json), asked.GetValue(all)).Run());
        return command;
    }

    private int Run()
    {
        foreach (var path in paths)
        {
            _folder = Directory.Exists(path) ? path : null;
            foreach (var file in _folder is null ? [path] : FilesIn(path))
            {
                _text = PolicyText.Load(file);
                _text.Kind.Run(this);
            }
        }

        foreach (var ((kind, id, folder), versions) in _versions)
        {
            kind.Run(new TimelineWork(this, id, folder, versions));
        }

        if (isJson)
        {
            WriteJson();
        }
        else
        {
            WriteText();
        }

        return IsGood ? ExitCodes.Yes : ExitCodes.No;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        try
        {
            var policy = kind.File.Read(_text.Bytes);
            var analysis = PolicyAnalysis.Of(policy);
            var accepted = policy.Accepted.ToDictionary(found => found.Finding, found => found.Reason);
            _files.Add(new CheckedFile(_text.Path, policy.Id, policy.Version, analysis.IsComplete, [.. analysis.Findings.Select(finding =>
                _text.MessageOf(finding, accepted.TryGetValue(finding.Key, out var reason) ? reason : null))]));
            if (_folder is { } folder)
            {
                var key = (kind, policy.Id, folder);
                _versions.TryAdd(key, []);
                _versions[key].Add((policy, _text.Path));
            }
        }
        catch (DataFileException wrong)
        {
            _files.Add(new CheckedFile(_text.Path, null, null, false, [.. _text.MessagesOf(wrong)]));
        }

        return ExitCodes.Yes;
    }

    private static string[] FilesIn(string folder)
    {
        string[] files = [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new ToolException(($"文件夹“{folder}”中没有 .json 文件", $"there is no .json file in the folder '{folder}'"));
    }

    private void WriteText()
    {
        foreach (var file in _files)
        {
            foreach (var message in file.Messages.Where(message => isAll || message.Severity != Severity.Note))
            {
                console.Say(message.Line);
            }
        }

        foreach (var timeline in _timelines)
        {
            foreach (var fault in timeline.Faults)
            {
                console.Say(($"{timeline.Folder}: 差错：{fault.Chinese}", $"{timeline.Folder}: fault: {fault.English}"));
            }

            console.Say(($"{timeline.Folder}: {timeline.Id}：{timeline.Versions.Chinese}", $"{timeline.Folder}: {timeline.Id}: {timeline.Versions.English}"));
        }

        var faults = _files.Sum(file => file.Count(Severity.Fault)) + _timelines.Sum(timeline => timeline.Faults.Count);
        var (accepted, notes) = (_files.Sum(file => file.Count(Severity.Accepted)), _files.Sum(file => file.Count(Severity.Note)));
        var hint = notes > 0 && !isAll;
        console.Say((
            $"已检查 {_files.Count} 个文件：{faults} 处差错，{(accepted > 0 ? $"{accepted} 处已认可，" : "")}{notes} 条提示{(hint ? "（--all 列出）" : "")}",
            $"{Shared.Counted(_files.Count, "file")} checked: {Shared.Counted(faults, "fault")}, {(accepted > 0 ? $"{accepted} accepted, " : "")}{Shared.Counted(notes, "note")}{(hint ? " (listed with --all)" : "")}"));
    }

    private void WriteJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteBoolean("ok", IsGood);
            json.WriteStartArray("files");
            foreach (var file in _files)
            {
                WriteFile(json, file);
            }

            json.WriteEndArray();
            json.WriteStartArray("timelines");
            foreach (var timeline in _timelines)
            {
                json.WriteStartObject();
                json.WriteString("folder", timeline.Folder);
                json.WriteString("policy", timeline.Id);
                json.WriteStartArray("faults");
                foreach (var fault in timeline.Faults)
                {
                    WriteText(json, fault);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        console.Output.Write(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
        console.Output.Write('\n');
    }

    private static void WriteFile(Utf8JsonWriter json, CheckedFile file)
    {
        json.WriteStartObject();
        json.WriteString("file", file.Path);
        json.WriteString("policy", file.Id);
        json.WriteString("version", file.Version);
        json.WriteBoolean("complete", file.IsComplete);
        json.WriteStartArray("messages");
        foreach (var message in file.Messages)
        {
            json.WriteStartObject();
            json.WriteString("severity", message.Severity.Name().English);
            if (message.Place is { } place)
            {
                json.WriteNumber("line", place.Line);
                if (place.Column is { } column)
                {
                    json.WriteNumber("column", column);
                }
            }

            if (message.Path is { } path)
            {
                json.WriteString("path", path);
            }

            if (message.Finding is { } finding)
            {
                json.WriteString("finding", finding.Key);
            }

            json.WriteStartArray("clauses");
            foreach (var clause in message.Finding?.Clauses ?? [])
            {
                json.WriteStringValue(clause);
            }

            json.WriteEndArray();
            json.WritePropertyName("text");
            WriteText(json, message.Text);
            if (!message.Reason.IsEmpty)
            {
                json.WritePropertyName("reason");
                WriteText(json, message.Reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, BilingualText text)
    {
        json.WriteStartObject();
        json.WriteString("zh", text.Chinese);
        json.WriteString("en", text.English);
        json.WriteEndObject();
    }

    /// <summary>What was found in one file.</summary>
    private sealed record CheckedFile(string Path, string? Id, string? Version, bool IsComplete, List<Message> Messages)
    {
        // Of a policy that is too large to be looked at whole, that is one of the faults.
        public bool IsGood => Count(Severity.Fault) == 0;

        public int Count(Severity severity) => Messages.Count(message => message.Severity == severity);
    }

    /// <summary>What was found in the versions of one policy.</summary>
    private sealed record CheckedTimeline(string Folder, string Id, List<BilingualText> Faults, BilingualText Versions);

    private sealed class TimelineWork(CheckCommand check, string id, string folder, List<(object Policy, string Path)> versions) : IGradeWork
    {
        public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
        {
            IReadOnlyList<GradingPolicy<TGrade>> policies = [.. versions.Select(version => (GradingPolicy<TGrade>)version.Policy).OrderBy(policy => policy.From)];
            var faults = new List<BilingualText>();
            try
            {
                policies = PolicyTimeline.OfOpenVersions(policies).Versions;
            }
            catch (TimelineException e)
            {
                faults.AddRange(e.Faults.Select(fault => fault.Text));
            }

            BilingualText all = (
                string.Join("，", policies.Select(policy => $"{policy.Version}（{PolicyDays.Of(policy).Chinese}）")),
                string.Join(", ", policies.Select(policy => $"{policy.Version} ({PolicyDays.Of(policy).English})")));
            check._timelines.Add(new CheckedTimeline(folder, id, faults, all));
            return ExitCodes.Yes;
        }
    }
}

/// <summary>When a policy is in force, in words.</summary>
internal static class PolicyDays
{
    public static BilingualText Of<TGrade>(GradingPolicy<TGrade> policy) where TGrade : struct, Enum =>
        (policy.From == NodaTime.LocalDate.MinIsoValue, policy.Until) switch
        {
            (true, null) => ("始终有效", "always in force"),
            (true, { } until) => ($"{until:uuuu-MM-dd} 之前", $"before {until:uuuu-MM-dd}"),
            (false, null) => ($"{policy.From:uuuu-MM-dd} 起", $"from {policy.From:uuuu-MM-dd}"),
            (false, { } until) => ($"{policy.From:uuuu-MM-dd} 起，{until:uuuu-MM-dd} 之前", $"from {policy.From:uuuu-MM-dd}, before {until:uuuu-MM-dd}"),
        };
}
