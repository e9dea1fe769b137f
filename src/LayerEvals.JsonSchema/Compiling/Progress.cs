namespace LayerEvals.JsonSchema;

/// <summary>Finds schemas that come back to themselves for the same value: no instance could ever end their evaluation.</summary>
internal sealed class Progress
{
    readonly Dictionary<SchemaNode, List<SchemaNode>> _next = new(ReferenceEqualityComparer.Instance);

    public void Add(SchemaNode from, SchemaNode to)
    {
        if (!_next.TryGetValue(from, out var list)) _next.Add(from, list = []);
        list.Add(to);
    }

    /// <summary>The paths of schemas at which a cycle closes, in the order of compiling.</summary>
    public IEnumerable<string> Cycles()
    {
        var done = new HashSet<SchemaNode>(ReferenceEqualityComparer.Instance);
        var open = new HashSet<SchemaNode>(ReferenceEqualityComparer.Instance);
        var trail = new Stack<(SchemaNode Node, int Next)>();
        foreach (var start in _next.Keys)
        {
            if (done.Contains(start)) continue;
            trail.Push((start, 0));
            open.Add(start);
            while (trail.TryPop(out var at))
            {
                var next = _next.GetValueOrDefault(at.Node);
                if (next is null || at.Next == next.Count)
                {
                    open.Remove(at.Node);
                    done.Add(at.Node);
                    continue;
                }
                trail.Push((at.Node, at.Next + 1));
                var to = next[at.Next];
                if (open.Contains(to)) yield return to.Path;
                else if (!done.Contains(to) && open.Add(to)) trail.Push((to, 0));
            }
        }
    }
}
