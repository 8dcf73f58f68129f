// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A verb that announces speech.
 *
 * @param act what it does
 * @param frames what it takes
 */
record CueVerb(SpeechAct act, Set<Frame> frames) {

    boolean takes(Frame frame) {
        return frames.contains(frame);
    }

    /** Reads the value of an entry: SAID CLAUSE QUOTE. */
    static CueVerb parse(String value) {
        String[] words = value.split("\\s+");
        SpeechAct act = SpeechAct.valueOf(words[0].toUpperCase(Locale.ROOT));
        Set<Frame> frames = EnumSet.noneOf(Frame.class);
        for (int i = 1; i < words.length; i++) {
            frames.add(Frame.valueOf(words[i]));
        }
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("expected what the verb takes behind its act, as in SAID CLAUSE QUOTE");
        }
        return new CueVerb(act, frames);
    }
}
