using System.Text;

namespace LayerEvals.Models.Tests.Embedded;

/// <summary>Four small documents written for these tests alone, and questions on them.</summary>
internal static class Shelf
{
    public const string Rules = """
        You answer questions from the sources only.
        Cite the id of the source in brackets after each sentence, like [B-1].
        If the sources do not hold the answer, reply exactly "Not found in the sources."
        Use at most 80 words.
        """;

    public static IReadOnlyList<(string Id, string Text)> Bicycles { get; } =
    [
        ("B-1", "Rental period\nA day rental runs from 9:00 until 19:00. A bicycle that comes back after closing counts as rented for a second day."),
        ("B-2", "Deposit\nWe hold a deposit of 150 EUR for a city bicycle and 400 EUR for a cargo bicycle. The deposit is released within 3 working days of the return."),
        ("B-3", "Flat tyres\nA flat tyre is repaired free of charge at any of our stations. Riders must not patch a tubeless tyre themselves."),
        ("B-4", "Helmets and locks\nEvery rental comes with one lock. Helmets can be borrowed for 4 EUR a day; children under 12 ride with a helmet or not at all."),
        ("B-5", "Theft\nReport a stolen bicycle to the police within 24 hours and send us the report number. If the bicycle was locked to a fixed object, your share of the loss is limited to 200 EUR."),
        ("B-6", "Cancelling a booking\nA booking can be cancelled without cost until 18:00 on the day before. Later cancellations are charged at half the day rate."),
    ];

    public static IReadOnlyList<(string Id, string Text)> Telescope { get; } =
    [
        ("T-1", "Setting up the tripod\nSpread the legs until the brace locks. Level the head with the bubble before the tube goes on."),
        ("T-2", "Aligning the finder\nAlign the finder by day on a distant roof or mast, never on the Sun. Turn the two screws until the cross sits where the main tube points."),
        ("T-3", "Eyepieces\nThe 25 mm eyepiece gives a magnification of 40 times. The 10 mm eyepiece gives 100 times and needs steady air."),
        ("T-4", "Cleaning the mirror\nDo not wipe the mirror. Rinse it with distilled water once a year at most and let it dry on its edge."),
        ("T-5", "Batteries\nThe motor drive runs on eight AA cells. A fresh set lasts about 12 hours at 20 degrees and half as long in frost."),
        ("T-6", "Collimation\nCheck the collimation after every journey by car. A star out of focus should show round rings; if they are lopsided, adjust the secondary mirror first."),
    ];

    public static IReadOnlyList<(string Id, string Text)> Library { get; } =
    [
        ("L-1", "Opening hours\nThe reading room is open from Tuesday to Saturday, 10:00 to 20:00. On public holidays the library stays closed."),
        ("L-2", "Library card\nA card costs 12 EUR a year. Pupils and students get it free when they show a school or university identity card."),
        ("L-3", "Loan period\nBooks may be kept for 28 days, films for 7 days. A loan can be renewed twice unless somebody has reserved the title."),
        ("L-4", "Late fees\nFrom the first day after the due date we charge 0.25 EUR per item and day. The fee never exceeds 10 EUR per item."),
        ("L-5", "Lost items\nIf an item is lost, you pay its replacement price plus 5 EUR for processing."),
        ("L-6", "Quiet floor\nPhones are switched off on the third floor. Group work belongs in the seminar rooms, which are booked at the desk."),
    ];

    public static IReadOnlyList<(string Id, string Text)> Museum { get; } =
    [
        ("M-1", "Loan request\nA loan is requested in writing at least six months before the exhibition opens. The request names the curator in charge."),
        ("M-2", "Climate\nThe borrower keeps relative humidity between 45 and 55 percent and the temperature at 20 degrees."),
        ("M-3", "Transport\nObjects travel in crates built by our workshop. A courier of the museum accompanies every painting."),
        ("M-4", "Insurance\nThe borrower insures the object nail to nail at the value stated in the contract. State indemnity is accepted in place of a policy."),
        ("M-5", "Photography\nVisitors may photograph loans without flash. Film crews need our written consent."),
        ("M-6", "Early recall\nWe may recall an object when its condition gets worse. The borrower then returns it within 14 days."),
    ];

    public static IReadOnlyList<(IReadOnlyList<(string Id, string Text)> Sources, string Question, string Clause)> Answerable { get; } =
    [
        (Bicycles, "Until what time does a day rental run?", "B-1"),
        (Bicycles, "How much is the deposit for a cargo bicycle?", "B-2"),
        (Bicycles, "When is the deposit released?", "B-2"),
        (Bicycles, "Who repairs a flat tyre?", "B-3"),
        (Bicycles, "May I patch a tubeless tyre myself?", "B-3"),
        (Bicycles, "What does it cost to borrow a helmet?", "B-4"),
        (Bicycles, "My bicycle was stolen. How soon must I report it to the police?", "B-5"),
        (Bicycles, "Can I cancel a booking without paying?", "B-6"),
        (Telescope, "How do I level the tripod head?", "T-1"),
        (Telescope, "What should I align the finder on?", "T-2"),
        (Telescope, "What magnification does the 10 mm eyepiece give?", "T-3"),
        (Telescope, "How often may I rinse the mirror?", "T-4"),
        (Telescope, "How long does a set of cells last in frost?", "T-5"),
        (Telescope, "When should I check the collimation?", "T-6"),
        (Library, "On which days is the reading room open?", "L-1"),
        (Library, "Is the library open on public holidays?", "L-1"),
        (Library, "How much does a library card cost?", "L-2"),
        (Library, "How long may I keep a film?", "L-3"),
        (Library, "How often can a loan be renewed?", "L-3"),
        (Library, "What is the late fee per day?", "L-4"),
        (Library, "What do I pay for a lost book?", "L-5"),
        (Library, "Where can we do group work?", "L-6"),
        (Museum, "How early must a loan be requested?", "M-1"),
        (Museum, "Which humidity must the borrower keep?", "M-2"),
        (Museum, "Who accompanies a painting on its journey?", "M-3"),
        (Museum, "Is state indemnity accepted?", "M-4"),
        (Museum, "Are visitors allowed to photograph loans with flash?", "M-5"),
        (Museum, "Within how many days does the borrower return a recalled object?", "M-6"),
    ];

    public static IReadOnlyList<(IReadOnlyList<(string Id, string Text)> Sources, string Question)> Unanswerable { get; } =
    [
        (Bicycles, "Do you rent out electric scooters?"),
        (Bicycles, "Which insurance covers a broken phone holder?"),
        (Bicycles, "Can I take the bicycle on a ferry to Denmark?"),
        (Bicycles, "How heavy may a rider of a city bicycle be?"),
        (Bicycles, "Is there a discount for members of a cycling club?"),
        (Bicycles, "What is the deposit for a tandem with a trailer?"),
        (Telescope, "Which camera adapter fits the focuser?"),
        (Telescope, "How heavy is the tripod with its counterweights?"),
        (Telescope, "Can I observe the Sun with a solar filter?"),
        (Telescope, "Who is the importer for Portugal?"),
        (Telescope, "How long is the warranty on the motor drive?"),
        (Telescope, "Does the mirror coating contain silver?"),
        (Library, "Is there parking behind the library?"),
        (Library, "How much does a photocopy in colour cost?"),
        (Library, "Can I borrow a laptop at the desk?"),
        (Library, "Does the café in the library serve lunch?"),
        (Library, "What is the wireless password of the reading room?"),
        (Library, "How do I suggest a book for purchase?"),
        (Museum, "How much is the loan fee for a sculpture?"),
        (Museum, "Who pays for the hotel of the courier?"),
        (Museum, "Which frames are allowed for miniatures?"),
        (Museum, "How bright may the light on a watercolour be?"),
        (Museum, "Does the museum sell prints of its paintings?"),
        (Museum, "When does the museum shop open?"),
    ];

    public static string Ask(IReadOnlyList<(string Id, string Text)> sources, string question)
    {
        var message = new StringBuilder();
        foreach (var (id, text) in sources) message.Append($"<source id=\"{id}\">{text}</source>\n");
        return message.Append("\nQuestion: ").Append(question).ToString();
    }
}
