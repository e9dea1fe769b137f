using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LayerEvals.JsonSchema;

/// <summary>One evaluation of one instance: the only thing that changes while a schema is evaluated.</summary>
internal sealed class Evaluation(SchemaLimits limits, bool explains)
{
    // The stack is looked at every so many levels only: a level takes two KiB at most, and the runtime answers for 64.
    const int LevelsBetweenLooks = 16;

    // Most instances need none of these, so they are made when they are.
    Stack<Marks>? _spare;
    InstancePath? _path;
    List<RankedFailure>? _failures;
    SchemaResource[] _scope = new SchemaResource[2];
    int _scopeDepth;
    int _depth;
    long _steps;

    /// <summary>Whether failures are being explained; false on the fast path, and inside <c>not</c>, <c>if</c> and <c>contains</c>.</summary>
    public bool Explains { get; private set; } = explains;

    public InstancePath Path => _path ??= new InstancePath();

    public IReadOnlyList<SchemaFailure> Failures => _failures is null ? [] : [.. _failures.Select(f => f.Failure)];

    /// <summary>The schemas' resources that lead to this point, outermost first.</summary>
    public ReadOnlySpan<SchemaResource> Scope => _scope.AsSpan(0, _scopeDepth);

    /// <summary>Evaluates a schema; <paramref name="marks"/> is null when nobody asks what was evaluated.</summary>
    public bool Check(SchemaNode node, JsonElement instance, Marks? marks)
    {
        if (node.Always is { } always) return always || (Explains && Fail(new KeywordPlace(node.Path, "false"), instance, "nothing"));

        var scopeDepth = Enter(node);
        var own = node.Leftovers.Length > 0 ? RentMarks() : marks;
        var valid = CheckKeywords(node, instance, own);
        if (own != marks)
        {
            if (valid) marks?.Add(own!); // own is marks, or was rented and is not null
            ReturnMarks(own!);           // the same
        }
        _scopeDepth = scopeDepth;
        _depth--;
        return valid;
    }

    public bool CheckProperty(SchemaNode node, JsonProperty property)
    {
        if (!Explains) return Check(node, property.Value, marks: null);
        Path.Push(InstanceText.NameOf(property));
        var valid = Check(node, property.Value, marks: null);
        Path.Pop();
        return valid;
    }

    public bool CheckItem(SchemaNode node, JsonElement item, int index)
    {
        if (!Explains) return Check(node, item, marks: null);
        Path.Push(index);
        var valid = Check(node, item, marks: null);
        Path.Pop();
        return valid;
    }

    /// <summary>Evaluates a schema whose failure is no failure of the instance.</summary>
    public bool CheckQuietly(SchemaNode node, JsonElement instance, Marks? marks)
    {
        var before = Explains;
        Explains = false;
        var valid = CheckApart(node, instance, marks);
        Explains = before;
        return valid;
    }

    /// <summary>Evaluates a schema whose marks count only when the instance is valid against it.</summary>
    public bool CheckApart(SchemaNode node, JsonElement instance, Marks? marks)
    {
        if (marks is null) return Check(node, instance, marks: null);
        var apart = RentMarks();
        var valid = Check(node, instance, apart);
        if (valid) marks.Add(apart);
        ReturnMarks(apart);
        return valid;
    }

    /// <summary>Evaluates a branch and keeps its failures apart from the others.</summary>
    public (bool Valid, List<RankedFailure> Failures) CheckBranch(SchemaNode node, JsonElement instance, Marks? marks)
    {
        var outer = _failures;
        _failures = [];
        var valid = CheckApart(node, instance, marks);
        var inner = _failures;
        _failures = outer;
        return (valid, inner);
    }

    /// <summary>Fails with the value as what was found. Always false.</summary>
    public bool Fail(KeywordPlace at, JsonElement instance, string wanted)
    {
        // A value is put into words only where somebody will read them.
        if (Explains && !IsFull) Fail(at, Wording.Value(instance), wanted);
        return false;
    }

    /// <summary>Fails with the sentence "found where wanted is expected". Always false.</summary>
    public bool Fail(KeywordPlace at, string found, string wanted) => Fail(at, found, wanted, $"{found} where {wanted} is expected");

    /// <summary>Fails with the sentence "found where wanted are expected", for counts. Always false.</summary>
    public bool FailCount(KeywordPlace at, string found, string wanted) =>
        Fail(at, found, wanted, $"{found} where {wanted} {(wanted.EndsWith(" 1", StringComparison.Ordinal) ? "is" : "are")} expected");

    /// <summary>Fails with a sentence of the keyword's own. Always false.</summary>
    public bool Fail(KeywordPlace at, string found, string wanted, string sentence)
    {
        if (!Explains || IsFull) return false;
        var failure = new SchemaFailure(Path.ToString(), at.Path, at.Name, found, wanted, sentence);
        (_failures ??= []).Add(new RankedFailure(failure, Path.Depth));
        return false;
    }

    /// <summary>Takes over the failures of a branch.</summary>
    public void Adopt(IReadOnlyList<RankedFailure> failures)
    {
        _failures ??= [];
        _failures.AddRange(failures.Take(limits.MaxFailures - _failures.Count));
    }

    bool IsFull => _failures?.Count >= limits.MaxFailures;

    int Enter(SchemaNode node)
    {
        if (++_depth > limits.MaxDepth) throw EvaluationLimitException.TooDeep(limits.MaxDepth);
        if (++_steps > limits.MaxSteps) throw EvaluationLimitException.TooLong(limits.MaxSteps);
        if (_depth % LevelsBetweenLooks == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw EvaluationLimitException.TooDeep();

        var before = _scopeDepth;
        if (before > 0 && _scope[before - 1] == node.Resource) return before;
        if (before == _scope.Length) Array.Resize(ref _scope, before * 2);
        _scope[_scopeDepth++] = node.Resource;
        return before;
    }

    bool CheckKeywords(SchemaNode node, JsonElement instance, Marks? marks)
    {
        var valid = true;
        foreach (var check in node.Checks(instance.ValueKind))
        {
            if (check(instance, this, marks)) continue;
            if (!Explains) return false;
            valid = false;
        }
        // After a failure the marks are not complete: what is unevaluated would be a guess.
        if (!valid) return false;
        return node.Leftovers.Length == 0 || CheckLeftovers(node, instance, marks);
    }

    bool CheckLeftovers(SchemaNode node, JsonElement instance, Marks? marks)
    {
        var valid = true;
        foreach (var keyword in node.Leftovers) valid &= keyword.Check(instance, this, marks);
        return valid;
    }

    Marks RentMarks() => _spare is not null && _spare.TryPop(out var marks) ? marks : new Marks();

    void ReturnMarks(Marks marks)
    {
        marks.Clear();
        (_spare ??= new Stack<Marks>()).Push(marks);
    }
}

/// <summary>A failure and how deep in the instance it lies.</summary>
internal sealed record RankedFailure(SchemaFailure Failure, int Depth);
