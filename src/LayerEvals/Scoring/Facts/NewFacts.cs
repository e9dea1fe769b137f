namespace LayerEvals.Scoring.Facts;

/// <summary>The facts that an answer states and that were not given: those in code, list numbers and small numbers in words are left out.</summary>
internal static class NewFacts
{
    public static List<Fact> In(Subject subject, FactSet given) =>
        [.. FactScanner.Claimed(subject.Text, at => subject.Regions.At(at) is { IsCode: true }, []).Where(fact => !given.Has(fact))];
}
