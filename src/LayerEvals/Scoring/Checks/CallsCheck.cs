using LayerEvals.Diagnostics;
using LayerEvals.Reading;
using LayerEvals.Scoring.Calling;

namespace LayerEvals.Scoring.Checks;

/// <summary>The model called these tools: in this order or in any, so often, and no others. A call whose arguments no tool could read is none.</summary>
internal static class CallsCheck
{
    const string Tools = "tools";

    public static CheckType Type { get; } = new("calls", Layers.Tools, Read) { Short = CheckType.Under(Tools), ToolsOf = CalledTools.Under(Tools) };

    sealed record Wanted(IReadOnlyList<string> Tools, int? Min, int? Max, bool IsInOrder, bool AllowsOthers)
    {
        public IReadOnlyList<string> Names { get; } = [.. Tools.Distinct(StringComparer.Ordinal)];

        /// <summary>Whether each tool may be called a number of times, instead of as often as it is listed.</summary>
        public bool IsRange => Min is not null || Max is not null;
    }

    static Check? Read(MapReader settings)
    {
        var tools = settings.Texts(Tools);
        var wanted = new Wanted(tools, settings.Whole("min", 0, int.MaxValue), settings.Whole("max", 0, int.MaxValue), settings.OneOf("order", "given", "any") != "any", settings.Flag("others") ?? false);
        if (tools.Count == 0 || tools.Any(string.IsNullOrWhiteSpace))
        {
            if (settings.Node(Tools) is null || tools.Count > 0 || settings.Node(Tools) is ListNode { Items.Count: 0 })
                settings.Missing([Tools], ProblemIds.MissingKey, "expected the tools that are to be called, found none", "write `calls: find_claim` or a list; that nothing is to be called is the check `no-call`");
            return null;
        }
        if ((wanted.Min ?? 1) > wanted.Max)
            return Refused(settings, ProblemIds.OutOfRange, $"expected min to be at most max, found min {wanted.Min ?? 1} and max {wanted.Max}", wanted.Max == 0 ? "what must not be called goes into `no-call`" : "correct one of them; without `min` it is 1");
        if (wanted.IsRange && wanted.Names.Count < tools.Count)
            return Refused(settings, ProblemIds.BadValue, $"expected each tool once beside `min` or `max`, found {CalledTools.Named(tools)}", "list each tool once, or say how often by listing it, without `min` and `max`");
        return subject => Judge(wanted, subject);
    }

    static Check? Refused(MapReader settings, string id, string what, string advice)
    {
        settings.File.Error(id, settings.Line, what, advice);
        return null;
    }

    static Finding Judge(Wanted wanted, Subject subject) =>
        (CalledTools.Undeclared(subject) ?? Unreadable(wanted, subject) ?? Count(wanted, subject) ?? Other(wanted, subject) ?? Order(wanted, subject)) is { } why
            ? Finding.Fail(why + (subject.Answer.EndedEarly is { } ended && subject.Turn is null ? $"; {ended}" : ""), CalledTools.Shown(subject.Calls))
            : Finding.Pass;

    static string? Unreadable(Wanted wanted, Subject subject)
    {
        foreach (var call in subject.Calls.Where(c => wanted.Names.Contains(c.Name)))
            if (CallArguments.Fault(call) is { } fault) return $"the arguments of `{Printable.Short(call.Name, 60)}` are no JSON object: {fault}";
        return null;
    }

    static string? Count(Wanted wanted, Subject subject)
    {
        foreach (var name in wanted.Names)
        {
            var times = subject.Calls.Count(c => c.Name == name);
            var listed = wanted.Tools.Count(t => t == name);
            var (min, max) = wanted.IsRange ? (wanted.Min ?? 1, wanted.Max) : (listed, listed);
            if (times >= min && !(times > max)) continue;
            var limit = min == max ? $"exactly {min}" : times < min ? $"at least {min}" : $"at most {max}";
            return $"called `{Printable.Short(name, 60)}` {Numerals.Count(times, "time")}, {limit}{(subject.Calls.Count > 0 && times == 0 ? $"; found {CalledTools.Named(subject.Calls.Select(c => c.Name))}" : "")}";
        }
        return null;
    }

    static string? Other(Wanted wanted, Subject subject)
    {
        if (wanted.AllowsOthers) return null;
        var others = subject.Calls.Select(c => c.Name).Where(n => !wanted.Names.Contains(n)).Distinct(StringComparer.Ordinal).ToList();
        return others.Count == 0 ? null : $"expected no call but of {CalledTools.Named(wanted.Names)}, found {CalledTools.Named(others)}";
    }

    // Beside a range the calls of each tool stand together, in the order of the list.
    static string? Order(Wanted wanted, Subject subject)
    {
        if (!wanted.IsInOrder) return null;
        var found = subject.Calls.Select(c => c.Name).Where(wanted.Names.Contains).ToList();
        var ordered = wanted.IsRange ? [.. wanted.Names.SelectMany(n => found.Where(f => f == n))] : wanted.Tools;
        return found.SequenceEqual(ordered, StringComparer.Ordinal) ? null : $"expected the calls in the order {CalledTools.Named(ordered)}, found {CalledTools.Named(found)}";
    }
}
