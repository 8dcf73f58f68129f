// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;

/** Finds what was said before a phrase that points back to all of it: A. C'est ce qu'a annoncé X. */
final class ResumedSpeech {

    /** The most words between the beginning of such a phrase and its verb. */
    private static final int LONGEST_LEAD = 12;

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Drafts drafts;
    private final Contents contents;
    private final Speakers speakers;

    ResumedSpeech(SentenceSyntax syntax, Drafts drafts, Contents contents, Speakers speakers) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        this.drafts = drafts;
        this.contents = contents;
        this.speakers = speakers;
    }

    /** Reads a cue behind such a phrase; false where it stands behind none. */
    boolean read(Cue cue) {
        int phrase = cue.form() == VerbForm.FINITE && !cue.passive() ? phraseBefore(cue.left()) : -1;
        if (phrase < 0) {
            return false;
        }
        boolean first = phrase == syntax.start();
        int end = syntax.trimmed(syntax.lastSentence(phrase), first ? phrase : phrase - 1);
        int from = first ? syntax.lastSentence(phrase) : contents.speechStart(end, false);
        Speaker speaker = speaker(cue, words.resumptions.skip(tokens, phrase, cue.to()));
        if (speaker != null && from < end) {
            Quotation whole = syntax.quotationOf(from, end);
            boolean direct = whole != null;
            drafts.add(new Draft(
                    speaker,
                    cue.from(),
                    cue.to(),
                    direct ? whole.from() : from,
                    direct ? syntax.trimmed(whole.from(), whole.to()) : end,
                    direct,
                    cue.verb().act(),
                    cue.negated()));
        }
        return true;
    }

    /** Where such a phrase begins before a verb, with its sentence or behind a comma; -1 where none does. */
    private int phraseBefore(int verb) {
        for (int i = verb - 1; i >= syntax.start() && verb - i <= LONGEST_LEAD; i--) {
            boolean opens = i == syntax.start() || syntax.isComma(i - 1) || words.isCoordinator(tokens.get(i - 1));
            if (opens && words.resumptions.skip(tokens, i, verb) > i) {
                return i;
            }
        }
        return -1;
    }

    private Speaker speaker(Cue cue, int behind) {
        if (cue.subject()) {
            return speakers.pronoun(cue);
        }
        Speaker speaker = behind == cue.left() ? syntax.inverted(cue) : syntax.phrases.behind(behind, cue.left());
        return speakers.resolve(speaker);
    }
}
