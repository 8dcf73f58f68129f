// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GermanRussianDatesTest {

    /** A Monday. */
    private static final String ISSUED = "2016-11-07";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Er kam am Montag, dem 23. Januar 2023, an. | Montag, dem 23. Januar 2023: 2023-01-23",
                "de | Sie kam am 23.1.2023 zurück. | 23.1.2023: 2023-01-23",
                "de | Wir treffen uns um 10.30 Uhr. | 10.30 Uhr: T10:30",
                "de | Er kommt um halb acht. | halb acht: T07:30",
                "de | Das war vor zwei Jahren. | vor zwei Jahren: 2014-11-07 @ 2016-11-07",
                "de | Ich komme in drei Monaten zurück. | drei Monaten: 2017-02-07 @ 2016-11-07",
                "de | Das war im vergangenen Jahr. | vergangenen Jahr: 2015 @ 2016-11-07",
                "de | Er kam letzte Woche. | letzte Woche: 2016-W44 @ 2016-11-07",
                "de | Wir treffen uns nächste Woche. | nächste Woche: 2016-W46 @ 2016-11-07",
                "de | Das geschieht in den kommenden drei Monaten. | kommenden drei Monaten: 2016-11-08/2017-02-08 @ 2016-11-07",
                "de | Sie kommt Mitte März. | Mitte März: XXXX-03",
                "de | zwischen 2014 und 2018 | 2014 und 2018: 2014/2018",
                "de | Die Messe läuft vom 12. bis 15. März. | 12. bis 15. März: XXXX-03-12/XXXX-03-15",
                "de | Er kommt jeden Montag. | jeden Montag: XXXX-WXX-1",
                "de | Er arbeitet montags. | montags: XXXX-WXX-1",
                "de | Das Leben im 21. Jahrhundert. | 21. Jahrhundert: 20",
                "de | Die Musik in den 90er Jahren. | 90er Jahren: 199",
                "de | Am Montagmorgen kam er. | Montagmorgen: XXXX-WXX-1TMO",
                "de | Wir sehen uns heute Abend. | heute Abend: 2016-11-07TEV @ 2016-11-07",
                "de | Bis Jahresende ist es fertig. | Jahresende: 2016 @ 2016-11-07",
                "de | Ich gehe um Viertel vor acht zurück. | Viertel vor acht: T07:45",
                "de | Ich bin von 16 bis 17 Uhr weg. | 16 bis 17 Uhr: T16/T17",
                "de | Im zweiten Halbjahr 2018 stieg der Umsatz. | zweiten Halbjahr 2018: 2018-H2",
                "de | Im Herbst letzten Jahres kam sie. | Herbst letzten Jahres: 2015-FA @ 2016-11-07",
                "de | Sie bleibt zwei Stunden und 30 Minuten. | zwei Stunden und 30 Minuten: PT2H30M",
                "ru | Это было в понедельник, 23 января 2023 года. | понедельник, 23 января 2023 года: 2023-01-23",
                "ru | Он приехал 23 января 2023 г. в Москву. | 23 января 2023 г.: 2023-01-23",
                "ru | Это было в прошлом году. | прошлом году: 2015 @ 2016-11-07",
                "ru | Мы встретимся на следующей неделе. | следующей неделе: 2016-W46 @ 2016-11-07",
                "ru | Он приехал два года назад. | два года назад: 2014-11-07 @ 2016-11-07",
                "ru | Он приедет через три месяца. | три месяца: 2017-02-07 @ 2016-11-07",
                "ru | Выставка проходит с 12 по 15 марта. | 12 по 15 марта: XXXX-03-12/XXXX-03-15",
                "ru | Встреча в 10:30. | 10:30: T10:30",
                "ru | Это было в 1990-х годах. | 1990-х годах: 199",
                "ru | Наступил XXI век. | XXI век: 20",
                "ru | Он приходит каждый понедельник. | каждый понедельник: XXXX-WXX-1",
                "ru | Это было в начале марта. | начале марта: XXXX-03",
                "ru | Это длилось в течение трёх месяцев. | трёх месяцев: P3M",
                "ru | Он жил в 2014—2018 годах. | 2014—2018 годах: 2014/2018",
                "ru | Он уехал 12.01.2016. | 12.01.2016: 2016-01-12",
                "ru | Завтра утром он уедет. | Завтра утром: 2016-11-08TMO @ 2016-11-07",
                "ru | Сегодня в 8 часов вечера встреча. | Сегодня в 8 часов вечера: 2016-11-07T20 @ 2016-11-07",
                "ru | Встреча в три часа дня. | три часа дня: T15",
                "ru | Год назад он уехал. | Год назад: 2015-11-07 @ 2016-11-07",
                "ru | Он работает по понедельникам. | по понедельникам: XXXX-WXX-1",
                "ru | За последние два года он болел. | последние два года: 2014-11-07/2016-11-07 @ 2016-11-07",
                "ru | В первом квартале 2018 года выросли цены. | первом квартале 2018 года: 2018-Q1",
                "ru | В марте этого года он уехал. | марте этого года: 2016-03 @ 2016-11-07",
                "ru | В половине восьмого он ушёл. | половине восьмого: T07:30",
                "ru | В следующий вторник он приедет. | следующий вторник: 2016-11-15 @ 2016-11-07",
            })
    void readsDates(String language, String text, String date) {
        assertThat(Reading.of(language, ISSUED, text).dates()).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Er ist 29 Jahre alt.", "Im Alter von 29 Jahren starb er.", "Guten Morgen, wie geht es?"})
    void findsNoDatesInGermanAgesAndGreetings(String text) {
        assertThat(Reading.of("de", ISSUED, text).dates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ему 29 лет.", "В возрасте 29 лет он умер.", "Доброе утро!"})
    void findsNoDatesInRussianAgesAndGreetings(String text) {
        assertThat(Reading.of("ru", ISSUED, text).dates()).isEmpty();
    }
}
