// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.enrich.text.language.LanguageAnalyser;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.LexiconException;
import io.depeche.enrich.text.language.Section;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {

    private static DetectedLanguage language(String stated, String text) {
        return Reading.of(stated, null, text).annotations().get(Layers.LANGUAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Le ministre a dit que la route n'était pas fermée par les soldats.",
                "en | The minister said that the road had not been closed by the soldiers.",
                "es | El ministro dijo que la carretera no fue cerrada por los soldados.",
                "de | Der Minister sagte, dass die Straße nicht von den Soldaten gesperrt wurde.",
                "it | Il ministro ha detto che la strada non è stata chiusa dai soldati della pace.",
                "pt | O ministro disse que a estrada não foi fechada pelos soldados e pela polícia.",
                "ru | Азербайджан и Армения подписали мирный договор.",
                "az | Azərbaycan Prezidenti İlham Əliyev fevralın 5-də Bakıda nümayəndə heyətini qəbul edib.",
                "tr | Azerbaycan Cumhurbaşkanı İlham Aliyev, 5 Şubat'ta Bakü'de heyeti kabul etti.",
                "uk | Президент Азербайджану Ільхам Алієв прийняв делегацію в Баку.",
                "bg | Президентът на Азербайджан Илхам Алиев прие делегацията в Баку и каза, че договорът е готов.",
                "sr | Председник Азербејџана Илхам Алијев примио је делегацију у Бакуу.",
                "be | Прэзідэнт Азербайджана Ільхам Аліеў прыняў дэлегацыю ў Баку.",
                "kk | Әзербайжан Президенті Ильхам Әлиев Бакуде делегацияны қабылдады.",
                "uz | Ozarbayjon Prezidenti Ilhom Aliyev Bokuda delegatsiyani qabul qildi va munosabatlar haqida gapirdi.",
                "nl | De president van Azerbeidzjan heeft de delegatie in Bakoe ontvangen.",
                "pl | Prezydent Azerbejdżanu Ilham Alijew przyjął delegację w Baku.",
                "ro | Președintele Azerbaidjanului a primit delegația la Baku.",
                "cs | Prezident Ázerbájdžánu přijal delegaci v Baku.",
                "hu | Azerbajdzsán elnöke Bakuban fogadta a küldöttséget.",
                "sv | Azerbajdzjans president tog emot delegationen i Baku och sade att mötet var viktigt.",
                "da | Aserbajdsjans præsident modtog delegationen i Baku og sagde, at mødet blev vigtigt.",
                "no | Aserbajdsjans president tok imot delegasjonen i Baku og sa at møtet ble viktig.",
                "fi | Azerbaidžanin presidentti otti valtuuskunnan vastaan Bakussa.",
                "el | Ο πρόεδρος του Αζερμπαϊτζάν δέχθηκε την αντιπροσωπεία στο Μπακού.",
                "ka | აზერბაიჯანის პრეზიდენტმა ბაქოში დელეგაცია მიიღო.",
                "hy | Ադրբեջանի նախագահը Բաքվում ընդունեց պատվիրակությանը։",
                "ar | استقبل رئيس أذربيجان الوفد في باكو.",
                "fa | رئیس جمهور آذربایجان هیئت را در باکو پذیرفت.",
                "he | נשיא אזרבייג'ן קיבל את המשלחת בבאקו.",
                "hi | अज़रबैजान के राष्ट्रपति ने बाकू में प्रतिनिधिमंडल का स्वागत किया और कहा कि संबंध अच्छे हैं।",
                "zh | 阿塞拜疆总统在巴库会见了代表团。",
                "ja | アゼルバイジャンの大統領はバクーで代表団を迎えた。",
                "ko | 아제르바이잔 대통령이 바쿠에서 대표단을 접견했다.",
                "el | Η Αρμενία και το Αζερμπαϊτζάν υπέγραψαν συνθήκη ειρήνης.",
                "und | Latchine 12 34",
                "und | 12 34 !",
                "und | https://www.example.com/the/minister/said/that/the/road",
            })
    void isTold(String expected, String text) {
        assertThat(language(null, text).tag()).isEqualTo(expected);
    }

    @Test
    void isTheOneStated() {
        assertThat(language("fr-CA", "The text is in English.")).isEqualTo(new DetectedLanguage("fr-CA", 1));
        assertThat(language("French", "The text is in English.").tag()).isEqualTo("en");
        assertThat(language("", "The text is in English.").tag()).isEqualTo("en");
    }

    @Test
    void lessTextIsLessSure() {
        float little = language(null, "The road.").confidence();
        float more = language(null, "The road that they had is closed, and so is the one with the bridge.")
                .confidence();

        assertThat(little).isPositive().isLessThan(more);
        assertThat(language(null, "").confidence()).isZero();
    }

    private static final String FRENCH =
            "Le ministre a dit que la route n'était pas fermée par les soldats, et que les "
                    + "habitants pouvaient donc se rendre dans la ville voisine le 3 mai 2022.";
    private static final String ENGLISH =
            "The minister said that the road had not been closed by the 12 soldiers, and that "
                    + "Antony Blinken would visit the town on 4 May 2022.";
    private static final String RUSSIAN =
            "Министр сказал, что дорога не была закрыта солдатами и что жители могут поехать в "
                    + "соседний город, но не ранее 5 мая 2022 года.";

    @Test
    void paragraphsInOtherLanguagesAreToldApart() {
        String text = FRENCH + " " + FRENCH + " " + FRENCH + "\n\n" + ENGLISH + "\n\nAFP\n\n" + ENGLISH + "\n\n"
                + RUSSIAN + "\n" + FRENCH;
        DetectedLanguage language = language(null, text);

        assertThat(language.tag()).isEqualTo("fr");
        assertThat(language.passages())
                .extracting(
                        passage -> passage.tag() + " " + passage.span().of(text).strip())
                .containsExactly("en " + ENGLISH + "\n\nAFP\n\n" + ENGLISH, "ru " + RUSSIAN);
        assertThat(language("fr", ENGLISH).passages()).extracting(Passage::tag).containsExactly("en");
        assertThat(language("fr", "AFP\n\nThe minister said.").passages()).isEmpty();
        assertThat(language("la", ENGLISH).passages()).isEmpty();
    }

    @Test
    void eachPassageIsReadInItsLanguage() {
        Reading reading = Reading.of(
                null, null, FRENCH + " L'Azerbaïdjan aussi.\n\n" + ENGLISH + " So does Azerbaijan.\n\n" + RUSSIAN);

        assertThat(reading.dates())
                .containsExactly("3 mai 2022: 2022-05-03", "4 May 2022: 2022-05-04", "5 мая 2022 года: 2022-05-05");
        assertThat(reading.figures()).containsExactly("12: EXACT 12 soldiers");
        assertThat(reading.sentences())
                .containsExactly(FRENCH, "L'Azerbaïdjan aussi.", ENGLISH, "So does Azerbaijan.", RUSSIAN);
        assertThat(reading.mentions("Azerbaïdjan")).containsExactly("Azerbaïdjan NAME", "Azerbaijan NAME");
        assertThat(reading.annotations().coverage("dates")).isEqualTo(Coverage.RAN);
        assertThat(reading.annotations().coverage("sentences")).isEqualTo(Coverage.RAN);
    }

    /** It takes some 20 ms and 3 MB. */
    @Test
    void loadsInASecondAndLittleMemory() {
        System.gc();
        long before = used();
        long start = System.nanoTime();
        LanguageAnalyser analyser = new LanguageAnalyser();
        long nanos = System.nanoTime() - start;
        System.gc();

        assertThat(nanos).isLessThan(TimeUnit.SECONDS.toNanos(1));
        assertThat(used() - before).isLessThan(20L << 20);
        assertThat(analyser.version()).startsWith("2 ngrams-");
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aLanguageFileIsReadByLine() {
        Lexicon lexicon = Lexicon.parse("fr", "fr.lang", "# comment\n[numbers]\nDeux = 2\n\n[one]\nun\n= \n% = x\n");

        assertThat(lexicon.map(Section.NUMBERS, Integer::valueOf)).containsEntry("deux", 2);
        assertThat(lexicon.words(Section.ONE)).containsExactlyInAnyOrder("un", "=", "%");
        assertThat(lexicon.has(Section.TITLES)).isFalse();
    }

    @Test
    void aMistakeInALanguageFileIsToldWithItsLine() {
        assertThatThrownBy(() -> Lexicon.parse("fr", "fr.lang", "[numbres]\n"))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("fr.lang:1: read [numbres]; expected one of [function-words]");
        assertThatThrownBy(() -> Lexicon.parse("fr", "fr.lang", "# x\ndeux = 2\n"))
                .hasMessageStartingWith("fr.lang:2: read \"deux = 2\" before any section");
        assertThatThrownBy(() -> Lexicon.parse("fr", "fr.lang", "[numbers]\ndeux =\n"))
                .hasMessageStartingWith("fr.lang:2: read \"deux =\"; expected a value");
        Lexicon lexicon = Lexicon.parse("fr", "fr.lang", "[numbers]\ndeux = zwei\n");
        assertThatThrownBy(() -> lexicon.map(Section.NUMBERS, Integer::valueOf))
                .hasMessageStartingWith("fr.lang:2: read \"zwei\" as the value of \"deux\"");
        Lexicon twice = Lexicon.parse("fr", "fr.lang", "[numbers]\ndeux = 2\nDEUX = 3\n");
        assertThatThrownBy(() -> twice.map(Section.NUMBERS, Integer::valueOf))
                .hasMessageStartingWith("fr.lang:3: \"DEUX\" has the value 2 further up");
    }
}
