using LayerEvals.Scoring.Languages;

namespace LayerEvals.Tests.Scoring.Languages;

/// <summary>Which language a text is in, told without a model.</summary>
public sealed class LanguageReadingTests
{
    [Theory]
    [InlineData("en", "You can ask for a refund within thirty days of the trip, and we will answer soon.")]
    [InlineData("de", "Sie können die Erstattung innerhalb von dreißig Tagen nach der Reise beantragen.")]
    [InlineData("nl", "U kunt het geld binnen dertig dagen na de reis terugvragen, maar niet later.")]
    [InlineData("sv", "Du kan begära pengarna tillbaka inom trettio dagar efter resan, men inte senare.")]
    [InlineData("da", "Du kan bede om pengene inden for tredive dage efter rejsen, men ikke efter det. Hvad skal jeg ellers gøre?")]
    [InlineData("no", "Du kan be om pengene innen tretti dager etter reisen, men ikke senere. Hva skal jeg ellers gjøre nå?")]
    [InlineData("fr", "Vous pouvez demander le remboursement dans les trente jours après le voyage.")]
    [InlineData("es", "Usted puede pedir el reembolso en los treinta días después del viaje, pero no más tarde.")]
    [InlineData("pt", "Você pode pedir o reembolso em até trinta dias depois da viagem, mas não mais tarde.")]
    [InlineData("it", "Si può chiedere il rimborso entro trenta giorni dopo il viaggio, ma non più tardi.")]
    [InlineData("ca", "Pots demanar els diners amb aquest formulari, però també per telèfon i per correu.")]
    [InlineData("ro", "Puteți cere banii înapoi în treizeci de zile de la călătorie, dar nu mai târziu.")]
    [InlineData("pl", "Możesz poprosić o zwrot pieniędzy w ciągu trzydziestu dni po podróży, ale nie później.")]
    [InlineData("cs", "O vrácení peněz můžete požádat do třiceti dnů po cestě, ale ne později, protože je to tak.")]
    [InlineData("sk", "O vrátenie peňazí môžete požiadať do tridsiatich dní po ceste, ale nie neskôr, lebo keď je to tak, tak sa to nedá.")]
    [InlineData("hu", "A pénzt az utazás után harminc napon belül lehet visszakérni, de később már nem.")]
    [InlineData("fi", "Voit pyytää rahat takaisin kolmenkymmenen päivän kuluessa, mutta ei sen jälkeen.")]
    [InlineData("et", "Raha võib tagasi küsida kolmekümne päeva jooksul pärast reisi, aga mitte hiljem, sest see on nii.")]
    [InlineData("lv", "Naudu var prasīt atpakaļ trīsdesmit dienu laikā pēc ceļojuma, bet ne vēlāk.")]
    [InlineData("lt", "Pinigus galima susigrąžinti per trisdešimt dienų po kelionės, bet ne vėliau, nes taip yra.")]
    [InlineData("tr", "Parayı yolculuktan sonra otuz gün içinde geri isteyebilirsiniz, ama daha sonra değil.")]
    [InlineData("vi", "Bạn có thể yêu cầu hoàn tiền trong vòng ba mươi ngày sau chuyến đi.")]
    [InlineData("id", "Anda dapat meminta pengembalian uang dalam tiga puluh hari setelah perjalanan, tetapi tidak lebih lama.")]
    [InlineData("sw", "Unaweza kuomba fedha zako ndani ya siku thelathini baada ya safari, lakini si zaidi.")]
    [InlineData("tl", "Maaari mong hingin ang pera sa loob ng tatlumpung araw, pero hindi na pagkatapos nito.")]
    [InlineData("ru", "Вы можете попросить вернуть деньги в течение тридцати дней после поездки, но не позже.")]
    [InlineData("uk", "Ви можете попросити повернути гроші протягом тридцяти днів після поїздки, але не пізніше.")]
    [InlineData("bg", "Можете да поискате парите си до тридесет дни след пътуването, но не по-късно.")]
    [InlineData("ar", "يمكن طلب استرداد المال في غضون ثلاثين يوما بعد الرحلة، ولا يمكن ذلك بعد هذا.")]
    [InlineData("fa", "شما می‌توانید تا سی روز پس از سفر پول خود را پس بگیرید، اما نه بعد از آن.")]
    [InlineData("ur", "آپ سفر کے بعد تیس دن کے اندر رقم واپس مانگ سکتے ہیں، لیکن اس کے بعد نہیں۔")]
    [InlineData("hi", "आप यात्रा के बाद तीस दिन में पैसे वापस माँग सकते हैं, लेकिन उसके बाद नहीं।")]
    [InlineData("mr", "तुम्ही प्रवासानंतर तीस दिवसांत पैसे परत मागू शकता, पण त्यानंतर नाही, कारण हे असे आहे.")]
    [InlineData("ne", "तपाईं यात्रा पछि तीस दिन भित्र पैसा फिर्ता माग्न सक्नुहुन्छ, तर त्यसपछि छैन। यो हाम्रो नियम हो।")]
    [InlineData("he", "אפשר לבקש את הכסף בחזרה")]
    [InlineData("el", "Μπορείτε να ζητήσετε τα χρήματά σας")]
    [InlineData("ko", "여행 후 삼십 일 안에 환불을 요청할 수 있습니다")]
    [InlineData("ja", "旅行後三十日以内に返金を求めることができます")]
    [InlineData("zh", "旅行后三十天内可以要求退款")]
    [InlineData("th", "คุณสามารถขอเงินคืนได้")]
    [InlineData("bn", "আপনি টাকা ফেরত চাইতে পারেন")]
    [InlineData("ta", "நீங்கள் பணத்தைத் திரும்பக் கேட்கலாம்")]
    [InlineData("te", "మీరు డబ్బు తిరిగి అడగవచ్చు")]
    [InlineData("kn", "ನೀವು ಹಣವನ್ನು ಹಿಂತಿರುಗಿಸಲು ಕೇಳಬಹುದು")]
    [InlineData("ml", "നിങ്ങൾക്ക് പണം തിരികെ ആവശ്യപ്പെടാം")]
    [InlineData("gu", "તમે પૈસા પાછા માંગી શકો છો")]
    [InlineData("pa", "ਤੁਸੀਂ ਪੈਸੇ ਵਾਪਸ ਮੰਗ ਸਕਦੇ ਹੋ")]
    public void A_sentence_has_its_language(string code, string text)
    {
        var reading = LanguageReading.Of(text);

        (reading.Language?.Code, reading.IsSure).ShouldBe((code, true), reading.Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("40 EUR")]
    [InlineData("OK")]
    [InlineData("12:30, 👍")]
    public void What_is_too_short_to_tell_is_not_told(string text) => LanguageReading.Of(text).IsSure.ShouldBeFalse();

    [Fact]
    public void A_long_list_of_names_is_in_no_language()
    {
        var reading = LanguageReading.Of(string.Join('\n', Enumerable.Repeat("ALEXANDER ISABELLA JONATHAN SOPHIA MATTHEW", 10)));

        (reading.Language, reading.IsSure).ShouldBe((null, true));
    }

    [Fact]
    public void Names_in_Latin_letters_make_no_text_English() =>
        LanguageReading.Of("मैं Microsoft Azure में काम करता हूँ और यह बहुत अच्छा है").Language!.Code.ShouldBe("hi");
}
