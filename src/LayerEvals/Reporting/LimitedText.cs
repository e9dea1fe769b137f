using System.Text;

namespace LayerEvals.Reporting;

/// <summary>A text that never grows beyond a limit: a piece that does not fit is left out whole.</summary>
internal sealed class LimitedText(int most)
{
    readonly StringBuilder text = new();

    /// <summary>Whether a piece was left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds a piece; false where it does not fit.</summary>
    public bool Add(string piece)
    {
        if (text.Length + piece.Length > most)
        {
            IsCut = true;
            return false;
        }
        text.Append(piece);
        return true;
    }

    public override string ToString() => text.ToString();
}
