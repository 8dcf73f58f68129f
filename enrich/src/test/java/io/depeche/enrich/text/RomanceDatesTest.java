// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in Spanish, Portuguese and Italian; the day of issue is Monday, 7 November 2016. */
final class RomanceDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "es | Vino hace dos años.                              | hace dos años: 2014-11-07 @ 2016-11-07",
                "es | Vendrá dentro de tres meses.                     | tres meses: 2017-02-07 @ 2016-11-07",
                "es | los próximos tres meses                          | próximos tres meses: 2016-11-08/2017-02-08 @ 2016-11-07",
                "es | a mediados de marzo                              | mediados de marzo: XXXX-03",
                "es | entre 2014 y 2018                                | 2014 y 2018: 2014/2018",
                "es | del 12 al 15 de marzo                            | 12 al 15 de marzo: XXXX-03-12/XXXX-03-15",
                "es | todos los lunes                                  | todos los lunes: XXXX-WXX-1",
                "es | en el siglo XXI                                  | siglo XXI: 20",
                "es | en los años 90                                   | años 90: 199",
                "es | Volveré el 2 de oct.                             | 2 de oct.: XXXX-10-02",
                "es | Volveré mañana por la mañana a las 7             | mañana por la mañana a las 7: 2016-11-08T07 @ 2016-11-07",
                "es | Volveré pasado mañana                            | pasado mañana: 2016-11-09 @ 2016-11-07",
                "es | Volveré el próximo domingo                       | próximo domingo: 2016-11-13 @ 2016-11-07",
                "es | Volveré el 21/04/2016 a las 8:00 pm              | 21/04/2016 a las 8:00 pm: 2016-04-21T20:00",
                "es | Me iré por 3 horas y media                       | 3 horas y media: PT3.5H",
                "es | Estaré fuera de 16 a 17 horas                    | 16 a 17 horas: T16/T17",
                "es | Me iré cada dos días                             | cada dos días: P2D",
                "es | a finales de los años ochenta                    | años ochenta: 198",
                "es | el verano pasado                                 | verano pasado: 2016-SU @ 2016-11-07",
                "es | el 15 de este mes                                | 15 de este mes: 2016-11-15 @ 2016-11-07",
                "es | dos veces al mes                                 | dos veces al mes: P1M",
                "es | las 19h30                                        | 19h30: T19:30",
                "es | ayer por la tarde                                | ayer por la tarde: 2016-11-06TAF @ 2016-11-07",
                "es | desde 1999 hasta 2003                            | 1999 hasta 2003: 1999/2003",
                "es | el último día de este mes                        | último día de este mes: 2016-11-30 @ 2016-11-07",
                "es | volveré el 5 de mayo de 2016 a las 20:20         | 5 de mayo de 2016 a las 20:20: 2016-05-05T20:20",
                "pt | Chegou há dois anos.                             | há dois anos: 2014-11-07 @ 2016-11-07",
                "pt | Chegará daqui a três meses.                      | três meses: 2017-02-07 @ 2016-11-07",
                "pt | os próximos três meses                           | próximos três meses: 2016-11-08/2017-02-08 @ 2016-11-07",
                "pt | em meados de março                               | meados de março: XXXX-03",
                "pt | entre 2014 e 2018                                | 2014 e 2018: 2014/2018",
                "pt | de 12 a 15 de março                              | 12 a 15 de março: XXXX-03-12/XXXX-03-15",
                "pt | todas as segundas-feiras                         | todas as segundas-feiras: XXXX-WXX-1",
                "pt | no século XXI                                    | século XXI: 20",
                "pt | nos anos 90                                      | anos 90: 199",
                "pt | Voltarei em 2 de out.                            | 2 de out.: XXXX-10-02",
                "pt | Voltarei amanhã de manhã às 7                    | amanhã de manhã às 7: 2016-11-08T07 @ 2016-11-07",
                "pt | Voltarei depois de amanhã                        | depois de amanhã: 2016-11-09 @ 2016-11-07",
                "pt | Voltarei no próximo domingo                      | próximo domingo: 2016-11-13 @ 2016-11-07",
                "pt | Voltarei 21/04/2016 às 8:00 pm                   | 21/04/2016 às 8:00 pm: 2016-04-21T20:00",
                "pt | estarei fora das 5 às 6pm                        | 5 às 6pm: T17/T18",
                "pt | vemo-nos esta noite                              | esta noite: 2016-11-07TNI @ 2016-11-07",
                "pt | toda segunda-feira às 16:00                      | toda segunda-feira às 16:00: XXXX-WXX-1T16:00",
                "pt | durante os últimos dez meses                     | últimos dez meses: 2016-01-07/2016-11-07 @ 2016-11-07",
                "pt | no dia de Natal                                  | dia de Natal: XXXX-12-25",
                "pt | Voltarei agora                                   | agora: PRESENT_REF",
                "pt | o resto do ano                                   | resto do ano: 2016-11-07/2016-12-31 @ 2016-11-07",
                "pt | quinta-feira ao meio-dia                         | quinta-feira ao meio-dia: XXXX-WXX-4T12",
                "pt | desde 1999 até 2003                              | 1999 até 2003: 1999/2003",
                "pt | no mês que vem                                   | mês que vem: 2016-12 @ 2016-11-07",
                "pt | Eu tirei férias entre quarta-feira e sexta-feira | quarta-feira e sexta-feira: XXXX-WXX-3/XXXX-WXX-5",
                "pt | sexta-feira desta semana                         | sexta-feira desta semana: 2016-11-11 @ 2016-11-07",
                "it | È arrivato due anni fa.                          | due anni fa: 2014-11-07 @ 2016-11-07",
                "it | Arriverà tra tre mesi.                           | tre mesi: 2017-02-07 @ 2016-11-07",
                "it | la prossima settimana                            | prossima settimana: 2016-W46 @ 2016-11-07",
                "it | i prossimi tre mesi                              | prossimi tre mesi: 2016-11-08/2017-02-08 @ 2016-11-07",
                "it | a metà marzo                                     | metà marzo: XXXX-03",
                "it | tra il 2014 e il 2018                            | 2014 e il 2018: 2014/2018",
                "it | dal 12 al 15 marzo                               | 12 al 15 marzo: XXXX-03-12/XXXX-03-15",
                "it | ogni lunedì                                      | ogni lunedì: XXXX-WXX-1",
                "it | tutti i lunedì                                   | tutti i lunedì: XXXX-WXX-1",
                "it | nel XXI secolo                                   | XXI secolo: 20",
                "it | Tornerò il 2 ott.                                | 2 ott.: XXXX-10-02",
                "it | Tornerò domani mattina alle 7                    | domani mattina alle 7: 2016-11-08T07 @ 2016-11-07",
                "it | Tornerò dopodomani                               | dopodomani: 2016-11-09 @ 2016-11-07",
                "it | il primo venerdì di luglio                       | primo venerdì di luglio: XXXX-07-WXX-5-1",
                "it | Sono le 8 di sera                                | 8 di sera: T20",
                "it | sarò fuori dalle 16 alle 17                      | 16 alle 17: T16/T17",
                "it | martedì pomeriggio                               | martedì pomeriggio: XXXX-WXX-2TAF",
                "it | Tornerò l'altro ieri                             | l'altro ieri: 2016-11-05 @ 2016-11-07",
                "it | l'estate scorsa                                  | estate scorsa: 2016-SU @ 2016-11-07",
                "it | Venerdì Santo 2017                               | Venerdì Santo 2017: 2017-04-14",
                "it | Tornerò adesso                                   | adesso: PRESENT_REF",
                "it | il resto dell'anno                               | resto dell'anno: 2016-11-07/2016-12-31 @ 2016-11-07",
                "it | ieri sera                                        | ieri sera: 2016-11-06TEV @ 2016-11-07",
                "it | tutta la settimana                               | tutta la settimana: P1W",
                "it | da lunedì a venerdì                              | lunedì a venerdì: XXXX-WXX-1/XXXX-WXX-5",
                "it | il 5 maggio 2016 alle 20:20                      | 5 maggio 2016 alle 20:20: 2016-05-05T20:20",
            })
    void readsDates(String language, String text, String date) {
        assertThat(Reading.of(language, "2016-11-07", text).dates()).containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | Un hombre de 29 años fue detenido.",
                "es | Un mecánico de 42 años grabó la protesta.",
                "pt | Um homem de 29 anos foi detido.",
                "pt | Nasceu em Santo Domingo.",
                "it | Un uomo di 29 anni è stato arrestato.",
                "it | Un operaio di 54 anni è morto.",
            })
    void anAgeOrAPlaceIsNoDate(String language, String text) {
        assertThat(Reading.of(language, "2016-11-07", text).dates()).isEmpty();
    }
}
