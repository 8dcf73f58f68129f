// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Finds the verbs that announce speech in one sentence, with their auxiliaries, clitics and negations. */
final class CueFinder {

    private static final int MOST_BETWEEN = 4;

    private final Tokens tokens;
    private final int start;
    private final int end;
    private final SpeechWords words;

    CueFinder(Tokens tokens, Tokens.Range sentence, SpeechWords words) {
        this.tokens = tokens;
        this.start = sentence.from();
        this.end = sentence.to();
        this.words = words;
    }

    List<Cue> all() {
        List<Cue> cues = new ArrayList<>();
        int at = start;
        while (at < end) {
            Cue cue = at(at);
            if (cue != null) {
                cues.add(cue);
            }
            at = cue == null ? at + 1 : cue.to();
        }
        return cues;
    }

    private Cue at(int at) {
        Token token = tokens.get(at);
        if (!token.isWord()) {
            return null;
        }
        String folded = token.folded();
        List<CueVerbs.Form> forms = words.verbs.of(folded);
        boolean inverted = false;
        if (forms.isEmpty()) {
            String bare = words.invertedVerb(folded);
            if (bare == null) {
                return null;
            }
            forms = words.verbs.of(bare);
            inverted = true;
        }
        if (forms.isEmpty() || token.isCapitalised() && at > start && !isAllCapitals(at - 1)) {
            return null;
        }
        Group group = new Group(at, inverted);
        Cue best = null;
        for (CueVerbs.Form form : forms) {
            int behind = behindRest(form, at + 1);
            VerbForm role = behind < 0 || form.reflexive() && !group.reflexive ? null : group.role(form);
            if (role != null && (best == null || behind > best.to() || form.reflexive())) {
                best = new Cue(
                        form.verb(),
                        role,
                        group.left,
                        group.from,
                        behind,
                        group.subject,
                        group.nobody,
                        group.isPassive(form, role) || isImpersonal(form, role, group),
                        group.negated || behind < end && isNegatedBehind(behind));
            }
        }
        return best;
    }

    /** Whether a reflexive pronoun makes a passive of a verb: se anunció que. */
    private boolean isImpersonal(CueVerbs.Form form, VerbForm role, Group group) {
        return words.dropsSubjects() && group.reflexive && !form.reflexive() && role == VerbForm.FINITE;
    }

    private boolean isAllCapitals(int at) {
        String text = tokens.get(at).text();
        return text.length() > 1 && text.equals(text.toUpperCase(java.util.Locale.ROOT));
    }

    private int behindRest(CueVerbs.Form form, int at) {
        int next = at;
        for (String word : form.rest()) {
            if (next >= end || !tokens.get(next).folded().equals(word)) {
                return -1;
            }
            next++;
        }
        return next;
    }

    private boolean isNegatedBehind(int at) {
        // promete no pagar: it is what is said that is negated.
        boolean inContent = words.hasInfinitiveEndings() && at + 1 < end && words.isInfinitive(tokens.get(at + 1));
        return words.isNegation(tokens.get(at)) && !inContent;
    }

    /** What stands before a verb and belongs to it. */
    private final class Group {

        private final int verb;
        private int from;
        private int left;
        private boolean auxiliary;
        private boolean passive;
        private boolean reflexive;
        private boolean negated;
        private boolean unreal;
        private boolean subject;
        private boolean nobody;

        Group(int verb, boolean inverted) {
            this.verb = verb;
            from = verb;
            if (inverted && words.isInvertedObject(tokens.get(verb).folded())) {
                reflexive = words.isInvertedReflexive(tokens.get(verb).folded());
            } else if (inverted) {
                subject = true;
                nobody = words.isInvertedNobody(tokens.get(verb).folded());
            }
            int at = verb;
            while (at > start && verb - at <= 2 * MOST_BETWEEN) {
                int next = before(at);
                if (next < 0) {
                    break;
                }
                at = next;
            }
            left = at;
            clitics();
        }

        /** Steps left over adverbs and negations to an auxiliary; index of it, or -1 where there is none. */
        private int before(int at) {
            boolean seen = false;
            int next = at - 1;
            boolean marked = false;
            while (next >= start && at - next <= MOST_BETWEEN && (isBetween(next) || words.isInfinitiveMarker(tokens.get(next)))) {
                seen |= words.isNegation(tokens.get(next));
                marked |= words.isInfinitiveMarker(tokens.get(next)) && !isBetween(next);
                next--;
            }
            if (next < start) {
                return -1;
            }
            boolean follows = next + 1 < at && words.isInfinitiveMarker(tokens.get(next + 1));
            if (words.isMarked(tokens.get(next)) ? !follows : marked) {
                return -1;
            }
            String folded = tokens.get(next).folded();
            if (!words.isAuxiliary(tokens.get(next))) {
                String bare = words.invertedVerb(folded);
                if (bare == null || !words.isAuxiliary(bare)) {
                    return -1;
                }
                subject = true;
                nobody = words.isInvertedNobody(folded);
            }
            unreal |= words.isUnreal(tokens.get(next));
            passive = auxiliary ? passive : words.isPassive(tokens.get(next));
            auxiliary = true;
            negated |= seen;
            from = next;
            return next;
        }

        private boolean isBetween(int at) {
            Token token = tokens.get(at);
            return words.isNegation(token) || words.isAdverb(tokens, at, at + 1) || words.isClitic(token);
        }

        /** Reflexive pronouns, negations and objects close before the verb. */
        private void clitics() {
            int at = from - 1;
            while (at >= start && from - at <= MOST_BETWEEN) {
                Token token = tokens.get(at);
                if (words.isReflexive(token)) {
                    reflexive = true;
                    from = at;
                } else if (words.isNegation(token)) {
                    negated = true;
                } else if (!words.isClitic(token) && !words.isAdverb(tokens, at, at + 1)) {
                    break;
                }
                left = at;
                at--;
            }
            passive &= !reflexive;
        }

        boolean isPassive(CueVerbs.Form form, VerbForm role) {
            return passive && auxiliary && form.forms().contains(VerbForm.PARTICIPLE) && role == VerbForm.FINITE;
        }

        /** What the verb is here: FINITE also with its auxiliaries; null where it is no verb of the sentence. */
        VerbForm role(CueVerbs.Form form) {
            if (unreal) {
                return null;
            }
            if (auxiliary) {
                return form.forms().contains(VerbForm.PARTICIPLE)
                                || form.forms().contains(VerbForm.INFINITIVE)
                                || form.forms().contains(VerbForm.GERUND)
                        ? VerbForm.FINITE
                        : null;
            }
            if (form.forms().contains(VerbForm.FINITE) && !isNoun()) {
                return VerbForm.FINITE;
            }
            return form.forms().contains(VerbForm.GERUND) ? VerbForm.GERUND : null;
        }

        /** Behind an article or a preposition a word is a noun that the verb has its form from: la demande. */
        private boolean isNoun() {
            if (left == start || left < verb && reflexive) {
                return false;
            }
            Token before = tokens.get(left < verb && !words.isClitic(tokens.get(verb - 1)) ? left - 1 : verb - 1);
            if (words.isClitic(before) && words.isArticle(before)) {
                // l' and le are articles and objects: objects behind what can be a subject.
                return verb - 2 < start || words.pronouns.skip(tokens, verb - 2, verb - 1) == verb - 2;
            }
            boolean source = words.isSource(tokens, left - 1);
            return words.isArticle(before) || words.isPreposition(before) && !source || words.isNounLinker(before);
        }
    }
}
