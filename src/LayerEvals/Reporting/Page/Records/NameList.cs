namespace LayerEvals.Reporting.Page;

/// <summary>Gives each thing a number, in the order in which it came first.</summary>
internal sealed class NameList<T> where T : notnull
{
    readonly Dictionary<T, int> numbers = [];
    readonly List<T> items = [];

    public IReadOnlyList<T> Items => items;

    public int this[T item]
    {
        get
        {
            if (numbers.TryGetValue(item, out var number)) return number;
            items.Add(item);
            return numbers[item] = items.Count - 1;
        }
    }
}
