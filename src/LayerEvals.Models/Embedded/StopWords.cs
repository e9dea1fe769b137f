using System.Collections.Frozen;

namespace LayerEvals.Models;

/// <summary>Words that say nothing about what a question is about.</summary>
internal static class StopWords
{
    private const string Grammar = """
        a an the this that these those it its they them their theirs he she his her hers him we us our ours i me my mine you your yours
        and or but nor so if then than as of at by for from in into on onto to with without within about over under after before between
        during through per via is are was were be been being am do does did done doing have has had having can could may might must shall
        should will would not no yes there here what which who whom whose when where why how much many long often any some all each every
        both either neither other another such only also just too very more most less least own same up down out off again once
        now still already quite really sure hello hi hey thanks thank sorry guys gonna wanna ok okay kindly regards dear us else perhaps
        myself yourself himself herself itself ourselves yourselves themselves
        hasn't haven't wasn't weren't didn't wouldn't shouldn't couldn't
        don't doesn't isn't aren't can't won't i'm it's that's what's there's i've you're we're let's
        """;

    // What a task is made of, as against what it asks about.
    private const string Task = """
        please tell know say said says give given get gets got want wants need needs make makes made happen happens let go goes going
        take takes took mean means like using use used based according question answer answers respond reply write summarise summarize
        summary list describe explain state mention provide show find source sources passage text document documents record records
        sentence sentences bullet bullets point points word words following above below exactly short briefly brief one thing things
        see seen saw sees someone anyone something anything somebody
        """;

    private static readonly FrozenSet<string> All =
        $"{Grammar} {Task}".Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    public static bool Contains(ReadOnlySpan<char> lowerCaseWord) =>
        All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lowerCaseWord);
}
