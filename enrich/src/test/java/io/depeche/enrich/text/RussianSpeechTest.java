// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RussianSpeechTest {

    /** "speaker | cue | content" */
    private static List<String> said(String text) {
        return Reading.of("ru", null, text).said();
    }

    @Test
    void conjunction() {
        assertThat(said("Министр заявил, что переговоры завершены."))
                .containsExactly("Министр | заявил | переговоры завершены");
    }

    @Test
    void speakerBehindQuotation() {
        assertThat(said("«Мы не сдадимся», — сказал президент."))
                .containsExactly("президент | сказал | Мы не сдадимся");
    }

    @Test
    void source() {
        assertThat(said("По словам министра, ситуация сложная."))
                .containsExactly("министра | По словам | ситуация сложная");
    }

    @Test
    void placeBefore() {
        assertThat(said("В министерстве сообщили, что дорога закрыта."))
                .containsExactly("министерстве | сообщили | дорога закрыта");
    }

    @Test
    void placeBehind() {
        assertThat(said("Дорога закрыта, сообщили в полиции.")).containsExactly("полиции | сообщили | Дорога закрыта");
    }

    @Test
    void document() {
        assertThat(said("В сообщении говорится, что дорога закрыта."))
                .containsExactly("сообщении | говорится | дорога закрыта");
    }

    @Test
    void nobody() {
        assertThat(said("Сообщается, что дорога закрыта.")).containsExactly("null | Сообщается | дорога закрыта");
    }

    @Test
    void cueClause() {
        assertThat(said("Как сообщила полиция, дорога закрыта."))
                .containsExactly("полиция | сообщила | дорога закрыта");
    }

    @Test
    void infinitive() {
        assertThat(said("Директор пообещал открыть новый завод."))
                .containsExactly("Директор | пообещал | открыть новый завод");
    }

    @Test
    void infinitiveBehindWhoItIsSaidTo() {
        assertThat(said("Генеральный секретарь призвал стороны прекратить огонь."))
                .containsExactly("Генеральный секретарь | призвал | прекратить огонь");
    }

    @Test
    void titleBehindTime() {
        assertThat(said("В понедельник президент Франции Эмманюэль Макрон подчеркнул, что войска останутся."))
                .containsExactly("президент Франции Эмманюэль Макрон | подчеркнул | войска останутся");
    }

    @Test
    void object() {
        assertThat(said("Компания опровергла обвинения.")).containsExactly("Компания | опровергла | обвинения");
    }

    @Test
    void question() {
        assertThat(said("Адвокат спросил, когда начнётся суд."))
                .containsExactly("Адвокат | спросил | когда начнётся суд");
    }
}
