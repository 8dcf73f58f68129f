// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and figures in Azerbaijani, as far as they are read. */
final class AzerbaijaniTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Şəhərdə 12 000 nəfər yaşayır. | 12 000: EXACT 12000 nəfər",
                "Şəhərdə 12.000 nəfər yaşayır. | 12.000: EXACT 12000 nəfər",
                "İyirmi beş min üç yüz nəfər gəldi. | İyirmi beş min üç yüz: EXACT 25300 nəfər",
                "Yüz əlli ev dağılıb. | Yüz əlli: EXACT 150 ev",
                "İki milyon insan qaçıb. | İki milyon: EXACT 2000000 insan",
                "Büdcə 3,5 milyon manat təşkil edib. | 3,5 milyon manat: EXACT 3500000 MONEY AZN",
                "Büdcə 2 mlrd. manat təşkil edib. | 2 mlrd. manat: EXACT 2000000000 MONEY AZN",
                "O, 50 dollar ödədi. | 50 dollar: EXACT 50 MONEY",
                "O, 20 min ABŞ dolları ödədi. | 20 min ABŞ dolları: EXACT 20000 MONEY USD",
                "Artım 25 faiz olub. | 25 faiz: EXACT 25 PERCENT %",
                "Artım 12,5% olub. | 12,5%: EXACT 12.5 PERCENT %",
                "Təxminən 200 nəfər gəldi. | 200: ABOUT 200 nəfər",
                "Ən azı 10 maşın yanıb. | 10: AT_LEAST 10 maşın",
                "100 nəfərdən çox insan gəldi. | 100: MORE_THAN 100 insan",
                "50-dən çox ölkə qatılıb. | 50: MORE_THAN 50 ölkə",
                "Uzunluğu 15 kilometr olan yol. | 15 kilometr: EXACT 15 MEASURE km",
                "29 yaşında kişi öldü. | 29 yaşında: EXACT 29 AGE a",
                "Bu, 5-ci yerdir. | 5-ci: EXACT 5 ORDINAL",
                "Bu, ikinci görüşdür. | ikinci: EXACT 2 ORDINAL",
                "Bu, XXI əsrdə oldu. | XXI: EXACT 21 ORDINAL",
                "Minlərlə insan gəldi. | Minlərlə: EXACT null insan",
                "10-12 faiz artım. | 10-12 faiz: EXACT 10..12 PERCENT %",
            })
    void readsFigures(String text, String figures) {
        assertThat(String.join("; ", Reading.of("az", null, text).figures())).isEqualTo(figures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-ci ildə oldu.",
                "Boeing 737 və G20.",
                "Birinci vitse-prezident gəldi.",
                "Saat 10:30.",
            })
    void leavesOutWhatIsNoFigure(String text) {
        assertThat(Reading.of("az", null, text).figures()).isEmpty();
    }

    @Test
    void isTold() {
        assertThat(Reading.of(
                                null,
                                null,
                                "Nazir bildirib ki, hökumət ilə danışıqlar hələ davam edir və bu çox vacibdir.")
                        .annotations()
                        .get(Layers.LANGUAGE)
                        .primary())
                .isEqualTo("az");
    }

    @Test
    void declaresHowMuchItReads() {
        assertThat(Reading.of("az", null, "12 nəfər gəldi.").annotations().coverage("figures"))
                .isEqualTo(Coverage.PARTIAL);
    }
}
