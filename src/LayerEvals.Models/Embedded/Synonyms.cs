using System.Collections.Frozen;

namespace LayerEvals.Models;

/// <summary>Everyday English words that ask for one another. No subject's vocabulary: only what any notice board would use.</summary>
internal static class Synonyms
{
    private static readonly string[] Groups =
    [
        "cost price fee charge pay payment rate tariff expensive", "buy purchase acquire", "begin start commence", "end finish stop expire close closes",
        "allow permit authorise let", "forbid prohibit ban disallow", "need require requirement necessary mandatory compulsory oblige",
        "help assist support", "send post mail ship dispatch", "receive obtain", "change alter modify amend amendment correct correction",
        "cancel cancellation terminate withdraw", "repair fix mend", "damage break broken", "lose lost loss missing", "return bring back",
        "trip journey travel tour voyage holiday vacation", "depart departure leave", "flight fly plane aircraft airplane", "luggage baggage suitcase bag rucksack backpack",
        "theft steal thief rob robbery burgle burglary", "injury injure hurt wound", "hotel accommodation lodging", "bill invoice receipt", "hospital clinic",
        "doctor physician medic", "dentist dental tooth", "wife husband spouse", "die death dead deceased funeral", "mistake error typo", "abroad foreign overseas",
        "moment time", "euro euros eur", "deduct subtract withhold", "collect fetch", "insure insurance cover", "treat treatment", "country nation", "swap exchange",
        "big large size", "small little tiny", "quick fast soon", "maximum most limit cap", "minimum least", "age old years", "child kid children minor",
        "company firm business", "job work employment", "employee staff worker", "customer client", "phone telephone call ring", "car vehicle", "bike bicycle cycle",
        "house home", "picture image photo photograph", "weight weigh heavy kilogram kg", "length long metre", "temperature warm cold degrees", "tell inform notify notification",
        "ask request apply application", "choose select pick", "keep retain store hold", "check inspect examine verify", "approve approval accept agree consent",
        "refuse reject deny decline", "late delay overdue", "early advance beforehand", "open opening hours", "borrow loan lend", "rent hire rental", "clean wash cleaning",
        "remove delete erase", "contact reach", "place location site where", "date day deadline", "include contain", "exclude exclusion except",
        "responsible liable responsibility", "often frequency frequently", "extend extension renew renewal prolong", "illness sick ill", "form document paper",
    ];

    private static readonly FrozenDictionary<string, int> GroupOfStem = ByStem();

    /// <summary>The number of the group that the stem is in, or -1.</summary>
    public static int GroupOf(string stem) => GroupOfStem.GetValueOrDefault(stem, -1);

    private static FrozenDictionary<string, int> ByStem()
    {
        var groups = new Dictionary<string, int>();
        for (var group = 0; group < Groups.Length; group++)
            foreach (var word in Groups[group].Split(' '))
            {
                var letters = word.ToCharArray();
                groups.TryAdd(new string(letters, 0, Stem.Shorten(letters)), group);
            }
        return groups.ToFrozenDictionary();
    }
}
