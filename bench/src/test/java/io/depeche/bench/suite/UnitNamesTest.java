// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitNamesTest {

    @ParameterizedTest
    @CsvSource({
        "en, Finnish markka, FIM",
        "fr, Dollar de Hong Kong, HKD",
        "fr, Yuan Chinois, CNY",
        "de, US-Dollar, USD",
        "es, Dólar estadounidense, USD",
        "fr, Euro, EUR"
    })
    void currenciesAreFoundInTheirLanguage(String language, String name, String code) {
        assertThat(new UnitNames(language).money(name, null)).isEqualTo(AcceptedUnits.of(code));
    }

    @ParameterizedTest
    @CsvSource({"en, Dollar", "en, Pound", "fr, Livre", "fr, Franc", "es, Peso", "en, Rupee"})
    void nameOfSeveralCurrenciesDecidesNone(String language, String name) {
        AcceptedUnits units = new UnitNames(language).money(name, null);

        assertThat(units.accepts(null)).isTrue();
        assertThat(units.accepts("USD")).isFalse();
    }

    @Test
    void minorUnitsAreAHundredthOfAnyCurrency() {
        AcceptedUnits units = new UnitNames("en").money("Pence", null);

        assertThat(units.accepts("GBP/100")).isTrue();
        assertThat(units.accepts(null)).isTrue();
        assertThat(units.accepts("GBP")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Square kilometer, km2",
        "en, Mile per hour, [mi_i]/h",
        "fr, Tonne métrique, t",
        "fr, Kilomètres, km",
        "de, Kilometer, km",
        "es, Kilómetro, km",
        "it, Chilometro, km",
        "pt, Quilômetro, km",
        "ru, Километр, km"
    })
    void measuresAreFoundInTheirLanguage(String language, String name, String code) {
        assertThat(new UnitNames(language).measure(name).accepts(code)).isTrue();
        assertThat(new UnitNames(language).measure(name).isUnknown()).isFalse();
    }

    @Test
    void bareDegreesHaveNoUnit() {
        UnitNames names = new UnitNames("fr");

        assertThat(names.temperature("Degré")).isEqualTo(AcceptedUnits.of(AcceptedUnits.NONE));
        assertThat(names.temperature("C")).isEqualTo(AcceptedUnits.of("Cel"));
    }

    @Test
    void unknownNameIsNotCompared() {
        assertThat(new UnitNames("en").money("Satoshi", null).accepts("anything"))
                .isTrue();
    }
}
