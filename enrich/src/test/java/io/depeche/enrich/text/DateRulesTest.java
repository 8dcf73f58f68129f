// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.enrich.text.dates.DateAnalyser;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.LexiconException;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.pieces.Vocabularies;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that can't be read is told at start, with its line and what to do. */
final class DateRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{dya} {month} = date ~ there is no slot {dya}; expected one of [n, quarters, ordinal",
                "{day} <of> {month} = date ~ there is no class <of>",
                "{day} {month} = dote ~ there is no meaning \"dote\"",
                "{day} (of|in {month} = date ~ a ) lacks",
                "{day} {month}) = date ~ there is a ) too many",
                "({day}|) = date ~ can match nothing at all",
                "{moment} {day} = date ~ {moment} is found later than {date}",
                "summer = season ~ the meaning needs the slot {season}",
                "12 {month} = date ~ which are no word; use a slot",
                "{day} = shift -1 hourglass ~ there is no unit of time \"hourglass\"",
                "{day} ~ expected pattern = meaning",
            })
    void badRulesAreToldAtStart(String rule, String problem) {
        Lexicon lexicon =
                Lexicon.parse("en", "en.lang", "[time-units]\nday = day\n[period-rules]\n[date-rules]\n" + rule + "\n");

        assertThatThrownBy(() -> new DateAnalyser(new Lexicons(List.of(lexicon), "1"), new Vocabularies()))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("en.lang:5: ")
                .hasMessageContaining(problem);
    }
}
