namespace LayerEvals.Tests.Scoring.Labelled;

/// <summary>What a detector found against what is there, as a table.</summary>
internal sealed class Confusion
{
    public int Found { get; private set; }

    public int Missed { get; private set; }

    public int Wrong { get; private set; }

    public List<string> Errors { get; } = [];

    public double Precision => (double)Found / (Found + Wrong);

    public double Recall => (double)Found / (Found + Missed);

    public void Add<T>(IReadOnlyCollection<T> there, IReadOnlyCollection<T> found, Func<T, string> show)
    {
        Found += there.Intersect(found).Count();
        foreach (var missed in there.Except(found))
        {
            Missed++;
            Errors.Add($"missed: {show(missed)}");
        }
        foreach (var wrong in found.Except(there))
        {
            Wrong++;
            Errors.Add($"found and not there: {show(wrong)}");
        }
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
        |          | found | not found |
        |----------|------:|----------:|
        | marker   | {Found} | {Missed} |
        | no marker | {Wrong} | - |
        precision {Precision:0.0000}, recall {Recall:0.0000}
        {string.Join('\n', Errors.Take(25))}
        """);
}
