using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LayerEvals.JsonSchema;

/// <summary>Where in the instance an evaluation is: <c>claim.items[2].total</c>.</summary>
internal sealed partial class InstancePath
{
    readonly List<string> _steps = [];

    public void Push(string name) => _steps.Add(PlainName.IsMatch(name) ? $".{name}" : $"[\"{Printable.Short(name)}\"]");

    public void Push(int index) => _steps.Add(string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    public int Depth => _steps.Count;

    public override string ToString()
    {
        const int most = 32;
        if (_steps.Count == 0) return "$";
        var path = new StringBuilder();
        foreach (var step in _steps.Take(most)) path.Append(step);
        if (_steps.Count > most) path.Append('…');
        if (path[0] == '.') path.Remove(0, 1);
        else path.Insert(0, '$');
        return path.ToString();
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName { get; }
}
