// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Comparator;
import java.util.Objects;

/**
 * Reported speech: who said what.
 *
 * @param span the whole: speaker, cue and content, with what stands between
 * @param speaker id of the entity that speaks; null where none is named, or only by words that stand for no entity
 * @param speakerSpan the words that name the speaker; null where none do, as in a passive
 * @param cue the words that announce the speech; null where none do
 * @param content what was said, without conjunction and quotation marks around it
 * @param form how it is reported
 * @param act what the speaker does by saying it
 * @param negated whether it was not said, by the statement
 */
public record Attribution(
        Span span,
        Integer speaker,
        Span speakerSpan,
        Span cue,
        Span content,
        AttributionForm form,
        SpeechAct act,
        boolean negated) {

    /** By start; of two that start at the same place, the longer one first. */
    public static final Comparator<Attribution> ORDER = Comparator.<Attribution>comparingInt(
                    attribution -> attribution.span().start())
            .thenComparing(attribution -> -attribution.span().end())
            .thenComparing(attribution -> attribution.content().start());

    public Attribution {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(act, "act");
    }

    /** The same of another speaker. */
    Attribution by(Integer other) {
        return new Attribution(span, other, speakerSpan, cue, content, form, act, negated);
    }
}
