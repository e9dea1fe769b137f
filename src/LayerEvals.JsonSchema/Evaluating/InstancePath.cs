using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LayerEvals.JsonSchema;

/// <summary>Where in the instance an evaluation is: <c>claim.items[2].total</c>.</summary>
internal sealed partial class InstancePath
{
    // A name, or an index where there is none. Most steps are never shown.
    readonly List<(string? Name, int Index)> _steps = [];

    public void Push(string name) => _steps.Add((name, 0));

    public void Push(int index) => _steps.Add((null, index));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    public int Depth => _steps.Count;

    public override string ToString()
    {
        const int most = 32;
        if (_steps.Count == 0) return "$";
        var path = new StringBuilder();
        foreach (var step in _steps.Take(most)) path.Append(Shown(step));
        if (_steps.Count > most) path.Append('…');
        if (path[0] == '.') path.Remove(0, 1);
        else path.Insert(0, '$');
        return path.ToString();
    }

    static string Shown((string? Name, int Index) step)
    {
        if (step.Name is not { } name) return string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]");
        return PlainName.IsMatch(name) ? $".{name}" : $"[\"{Printable.Short(name)}\"]";
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName { get; }
}
