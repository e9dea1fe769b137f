namespace LayerEvals.Reading;

/// <summary>A file that is written whole or not at all: to a name beside it, then renamed. Where writing fails the old file stays, and nothing else does.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<Stream> write)
    {
        var draft = path + ".part";
        // Outside of what is tidied up: a draft that cannot be opened is somebody else's.
        var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        try
        {
            using (stream) write(stream);
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            // Once it is renamed, a draft of that name is somebody else's.
            File.Delete(draft);
            throw;
        }
    }
}
