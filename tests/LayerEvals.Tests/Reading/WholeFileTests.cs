using LayerEvals.Reading;
using LayerEvals.Testing;

namespace LayerEvals.Tests.Reading;

public sealed class WholeFileTests
{
    [Fact]
    public void A_writer_that_fails_leaves_nothing_behind()
    {
        using var folder = new TempFolder();

        Should.Throw<InvalidDataException>(() => WholeFile.Write(folder.At("page"), HalfThenFail));

        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_old_file_as_it_was()
    {
        using var folder = new TempFolder();
        var path = folder.Write("page", "old");

        Should.Throw<InvalidDataException>(() => WholeFile.Write(path, HalfThenFail));

        File.ReadAllText(path).ShouldBe("old");
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void The_old_file_stands_until_the_new_one_is_whole()
    {
        using var folder = new TempFolder();
        var path = folder.Write("page", "old and longer");
        var meanwhile = "";

        WholeFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            meanwhile = File.ReadAllText(path);
        });

        meanwhile.ShouldBe("old and longer");
        File.ReadAllText(path).ShouldBe("new");
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([path]);
    }

    [Fact]
    public void What_another_is_writing_is_left_to_it()
    {
        using var folder = new TempFolder();
        using var other = new FileStream(folder.At("page.part"), FileMode.Create, FileAccess.Write, FileShare.None);

        Should.Throw<IOException>(() => WholeFile.Write(folder.At("page"), stream => stream.Write("new"u8)));

        Directory.GetFileSystemEntries(folder.Path).ShouldBe([other.Name]);
    }

    static void HalfThenFail(Stream stream)
    {
        stream.Write("ne"u8);
        throw new InvalidDataException();
    }
}
