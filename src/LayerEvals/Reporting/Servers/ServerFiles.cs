using LayerEvals.Reading;
using LayerEvals.Runs;

namespace LayerEvals.Reporting.Servers;

/// <summary>Writes junit.xml and ctrf.json, both in one pass over the run.</summary>
internal static class ServerFiles
{
    public static void Write(RunFolder folder, ServerCases cases) =>
        WholeFile.Write(folder.File("junit.xml"), xml => WholeFile.Write(folder.File("ctrf.json"), json => Write(cases, xml, json)));

    static void Write(ServerCases cases, Stream xml, Stream json)
    {
        using var junit = new JunitXml(cases, xml);
        using var ctrf = new CtrfJson(cases, json);
        foreach (var shown in cases.All())
        {
            junit.Add(shown);
            ctrf.Add(shown);
        }
    }
}
