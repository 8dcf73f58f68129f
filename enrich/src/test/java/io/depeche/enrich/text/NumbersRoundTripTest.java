// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import io.depeche.enrich.text.numbers.Numeral;
import io.depeche.enrich.text.numbers.Numerals;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What the CLDR writes, in digits and in words, is read again with the same value, in every language. */
final class NumbersRoundTripTest {

    private static final Map<String, NumberFormat> DIGITS = new HashMap<>();
    private static final Map<String, RuleBasedNumberFormat> WORDS = new HashMap<>();

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("fr", "en", "es", "de", "pt", "it", "ru", "az");
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("999999999999"))
                .ofScale(3);
    }

    @Property(tries = 2000)
    void digitsKeepTheirValue(@ForAll("languages") String language, @ForAll("values") BigDecimal value) {
        NumberFormat format = DIGITS.computeIfAbsent(language, key -> {
            NumberFormat made = NumberFormat.getInstance(ULocale.forLanguageTag(key));
            made.setMaximumFractionDigits(3);
            return made;
        });

        assertThat(read(language, format.format(value))).isEqualByComparingTo(value);
    }

    @Property(tries = 3000)
    void wordsKeepTheirValue(
            @ForAll("languages") String language, @ForAll @LongRange(min = 2, max = 999_999_999_999L) long value) {
        assertWords(language, value);
    }

    @Property(tries = 2000)
    void smallWordsKeepTheirValue(
            @ForAll("languages") String language, @ForAll @LongRange(min = 2, max = 20_000) long value) {
        assertWords(language, value);
    }

    private static void assertWords(String language, long value) {
        RuleBasedNumberFormat format = WORDS.computeIfAbsent(
                language,
                key -> new RuleBasedNumberFormat(ULocale.forLanguageTag(key), RuleBasedNumberFormat.SPELLOUT));
        // ICU marks where German words may be broken.
        String words = format.format(value).replace("\u00AD", "");

        assertThat(read(language, words)).as("%s %s", language, words).isEqualByComparingTo(BigDecimal.valueOf(value));
    }

    private static BigDecimal read(String language, String number) {
        Numerals numerals = Reading.of(language, null, number).annotations().get(Layers.NUMERALS);
        assertThat(numerals.size()).as("%s %s", language, number).isEqualTo(1);
        Numeral numeral = numerals.get(0);
        assertThat(numeral.kind()).isEqualTo(Numeral.Kind.CARDINAL);
        return numeral.value();
    }
}
