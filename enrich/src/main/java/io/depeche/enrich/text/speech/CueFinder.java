// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Finds the verbs that announce speech in one sentence, with their auxiliaries, clitics and negations. */
final class CueFinder {

    private static final int MOST_BETWEEN = 4;

    /** The most tokens in commas between an auxiliary and its verb. */
    private static final int LONGEST_INSERTION = 8;

    /** The most words of an adverb, and elided ones, that a verb can seem to be the last one of. */
    private static final int LONGEST_ADVERB = 5;

    /** The most tokens between a quotation and a verb that is not listed. */
    private static final int FARTHEST_QUOTATION = 8;

    private static final CueVerb OPEN = new CueVerb(SpeechAct.SAID, EnumSet.of(Frame.QUOTE));

    /** The most tokens between the two parts of a verb that stand apart. */
    private static final int FARTHEST_PART = 24;

    private final SentenceSyntax syntax;
    private final RelativeClauses relatives;
    private final Leads leads;
    private final Tokens tokens;
    private final int start;
    private final int end;
    private final SpeechWords words;
    private final Mentions mentions;
    private final Quotations quotations;
    private final NounPhrases phrases;

    /** Whether a quotation ends in the sentence, or near before it. */
    private final boolean quoted;

    /** Whether an infinitive behind a preposition was found: pour dénoncer … et demander. */
    private boolean infinitive;

    CueFinder(SentenceSyntax syntax) {
        this.syntax = syntax;
        relatives = syntax.relatives;
        leads = syntax.leads;
        tokens = syntax.tokens;
        start = syntax.start();
        end = syntax.end();
        words = syntax.words;
        mentions = syntax.mentions;
        quotations = syntax.quotations;
        phrases = syntax.phrases;
        quoted = words.hasOpenCues() && quotedBefore(end, start - FARTHEST_QUOTATION);
    }

    List<Cue> all() {
        List<Cue> cues = new ArrayList<>();
        int at = start;
        while (at < end) {
            Cue cue = at(at);
            if (cue != null && !(isState(cue) && isSaidOfSelf(cues, cue))) {
                cues.add(cue);
                infinitive |= isBehindPreposition(cue);
            }
            at = cue == null ? at + 1 : cue.to();
        }
        return cues;
    }

    private static boolean isState(Cue cue) {
        return cue.form() == VerbForm.GERUND || cue.form() == VerbForm.PARTICIPLE;
    }

    /**
     * Whether somebody says of themselves what a cue tells, so that it begins what they say: se dit [confiant] que, se dit [convaincu]
     * que.
     */
    private boolean isSaidOfSelf(List<Cue> before, Cue cue) {
        Cue last = before.isEmpty() ? null : before.get(before.size() - 1);
        return last != null
                && words.knowsFiniteVerbs()
                && last.verb().takes(Frame.ADJECTIVE)
                && words.behindAdverbs(tokens, last.to(), cue.left()) == cue.left();
    }

    private boolean isBehindPreposition(Cue cue) {
        return cue.form() == VerbForm.GERUND && words.cuePreposition(tokens, start, cue.left()) >= 0;
    }

    private Cue at(int at) {
        Token token = tokens.get(at);
        if (!token.isWord() || mentions.at(at) != null) {
            return null;
        }
        String folded = token.folded();
        List<CueVerbs.Form> forms = words.verbs.of(folded);
        String bare = forms.isEmpty() ? words.invertedVerb(folded) : null;
        boolean inverted = bare != null;
        if (inverted) {
            forms = words.verbs.of(bare);
        }
        if (isLabel(at)) {
            return null;
        }
        if (token.isCapitalised() && at > start && !SentenceSyntax.isAllCapitals(tokens.get(at - 1))) {
            return null;
        }
        Cue listed = forms.isEmpty() ? null : listed(at, forms, inverted);
        if (listed != null && isInAdverb(listed)) {
            return null;
        }
        if (listed != null && listed.verb().takes(Frame.NOTHING) && !words.isFinite(tokens.get(listed.from()))) {
            return null;
        }
        if (!words.hasOpenCues() || listed != null && quotes(listed)) {
            return listed;
        }
        Cue governed = inverted || listed != null ? null : governed(at, forms);
        Cue other = governed == null ? open(at, inverted ? bare : folded, forms, inverted) : governed;
        return other == null ? listed : other;
    }

    /** Whether a verb of one word is only the last one of an adverb: à juste [titre], lors d'un point [presse]. */
    private boolean isInAdverb(Cue cue) {
        if (!words.knowsFiniteVerbs() || cue.form() != VerbForm.FINITE || cue.to() - cue.left() > 1) {
            return false;
        }
        for (int from = Math.max(start, cue.left() - LONGEST_ADVERB + 1); from < cue.left(); from++) {
            if (words.behindAdverbs(tokens, from, cue.to()) == cue.to()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word before a colon begins a sentence, and so tells what the rest is, and not that somebody says it: Critique : « A ». */
    private boolean isLabel(int at) {
        return words.knowsFiniteVerbs()
                && at == start
                && at + 1 < end
                && tokens.get(at + 1).text().equals(":");
    }

    private static boolean quotes(Cue cue) {
        return cue.verb().takes(Frame.QUOTE) || cue.verb().takes(Frame.CLAUSE);
    }

    /** A verb that is listed, in one of the forms that its word can be. */
    private Cue listed(int at, List<CueVerbs.Form> forms, boolean inverted) {
        // met également en cause
        int rest = hasRest(forms) ? words.behindAdverbs(tokens, at + 1, end) : at + 1;
        Group group = null;
        Cue best = null;
        boolean reflexive = false;
        for (CueVerbs.Form form : forms) {
            int behind = form.rest().isEmpty() ? at + 1 : behindRest(form, rest);
            if (behind < 0 && rest > at + 1) {
                // dit [non]: the rest is an adverb itself.
                behind = behindRest(form, at + 1);
            }
            if (behind < 0) {
                // Most forms of avoir and faire: nothing around them is read.
                continue;
            }
            group = group == null ? bracketed(at, forms, inverted) : group;
            if (form.reflexive() && !group.reflexive && behind == at + 1 && !words.knowsFiniteVerbs()) {
                behind = Math.max(behindReflexive(behind), -1);
            } else if (form.reflexive() && !group.reflexive) {
                behind = -1;
            }
            if (form.clitic() != null && !group.hasClitic(form.clitic())) {
                behind = -1;
            }
            int apart = form.particle() == null || behind < 0 ? behind : behindParticle(form.particle(), behind);
            boolean other = group.reflexive && !form.reflexive() && !words.dropsSubjects();
            VerbForm role = apart < 0 || other ? null : group.role(form);
            if (role != null) {
                int to = apart == behind + 1 ? apart : Math.max(behind, group.to);
                boolean impersonal = form.forms().contains(VerbForm.IMPERSONAL);
                boolean alone = impersonal && !form.forms().contains(VerbForm.FINITE);
                boolean unnamed = group.isUnnamed();
                Cue cue = new Cue(
                        form.verb(),
                        role,
                        group.left,
                        group.from,
                        to,
                        Math.max(apart, to),
                        group.subject || alone,
                        group.nobody || alone || unnamed,
                        !unnamed && group.isPassive(form, role) || isImpersonal(form, role, group),
                        impersonal,
                        group.negated || behind < end && isNegatedBehind(form.verb(), behind));
                if (best == null || form.reflexive() && !reflexive || isBetter(cue, best)) {
                    best = cue;
                    reflexive = form.reflexive();
                }
            }
        }
        return best;
    }

    /** An infinitive with what is said behind it and any verb before it: a tenu à préciser que, se contente d'assurer que. */
    private Cue governed(int at, List<CueVerbs.Form> forms) {
        if (!has(forms, VerbForm.INFINITIVE)) {
            return null;
        }
        Group inner = null;
        for (CueVerbs.Form form : forms) {
            boolean fits = form.forms().contains(VerbForm.INFINITIVE)
                    && form.rest().isEmpty()
                    && (leadsOn(form, at) || asks(form, at) || judges(form, at));
            if (!fits) {
                continue;
            }
            inner = inner == null ? new Group(at, false) : inner;
            // continue [de] croire, but not: fait croire
            boolean own = form.verb().act() != SpeechAct.THOUGHT
                    || inner.left > start && words.isInfinitiveMarker(tokens.get(inner.left - 1));
            Group group = own && form.reflexive() == inner.reflexive ? governing(inner) : null;
            if (group != null && !group.unreal && group.left > start) {
                return cue(form.verb(), group.isGerund() ? VerbForm.GERUND : VerbForm.FINITE, group, at + 1);
            }
        }
        return null;
    }

    /**
     * Whether a clause, a question or a quotation stands right behind an infinitive: ose dire que; veut dire si; et lui d'ajouter : « A
     * ».
     */
    private boolean leadsOn(CueVerbs.Form form, int verb) {
        int behind = words.behindAdverbs(tokens, verb + 1 + form.rest().size(), end);
        if (words.knowsFiniteVerbs() && form.verb().takes(Frame.CLAUSE) && behind < end) {
            // continue d'affirmer à la presse que; continue d'affirmer, lundi, que
            int from = syntax.isComma(behind) ? behind + 1 : behind;
            int settings = syntax.behindSettings(from, behind > verb + 1);
            settings = from > behind && syntax.isComma(settings) ? settings + 1 : settings;
            behind = syntax.isComplementiser(settings) ? settings : behind;
        }
        return form.verb().takes(Frame.CLAUSE) && syntax.isComplementiser(behind)
                || form.verb().takes(Frame.QUOTE) && syntax.isBeforeQuotation(behind)
                || form.verb().takes(Frame.QUESTION)
                        && !form.verb().takes(Frame.DOCUMENT)
                        && words.questionWords.skip(tokens, behind, end) > behind;
    }

    /** Whether what is asked stands right behind an infinitive: n'arrête pas de demander si. */
    private boolean asks(CueVerbs.Form form, int verb) {
        int behind = words.behindAdverbs(tokens, verb + 1, end);
        return form.verb().act() == SpeechAct.ASKED
                && form.verb().takes(Frame.QUESTION)
                && behind < end
                && words.questionWords.skip(tokens, behind, end) > behind;
    }

    /** Whether an infinitive blames or praises what stands right behind it, which is said with that alone: veulent dénoncer la loi. */
    private boolean judges(CueVerbs.Form form, int verb) {
        CueVerb judged = form.verb();
        int behind = verb + 1 + form.rest().size();
        return (judged.act() == SpeechAct.CRITICISED || judged.act() == SpeechAct.PRAISED)
                && judged.takes(Frame.NOUN)
                && behind < end
                && words.isArticle(tokens.get(behind));
    }

    private static Cue cue(CueVerb verb, VerbForm form, Group group, int to) {
        return new Cue(
                verb, form, group.left, group.from, to, to, group.subject, group.nobody, false, false, group.negated);
    }

    /** Any other verb that stands behind a quotation and before its subject: « A », s'enflamme X; « A », veut croire X. */
    private Cue open(int at, String bare, List<CueVerbs.Form> forms, boolean inverted) {
        boolean near = inverted || quoted && quotedBefore(at, at - FARTHEST_QUOTATION);
        if (!near || syntax.isFunctionWord(at) || words.isArticle(tokens.get(at)) || words.isAuxiliary(bare)) {
            return null;
        }
        if (inverted && at + 1 < end && words.isInfinitive(tokens.get(at + 1))) {
            // The infinitive is the cue: pouvait-on [lire].
            return null;
        }
        Group group = new Group(at, inverted);
        if (!group.announces(bare, false) || !stands(group, at + 1)) {
            group = governing(group);
            if (group == null || group.isGerund() || !stands(group, at + 1)) {
                return null;
            }
        }
        return cue(forms.isEmpty() ? OPEN : quoting(forms.get(0).verb()), VerbForm.FINITE, group, at + 1);
    }

    /** A verb that stands behind a quotation as others do that are listed with one. */
    private static CueVerb quoting(CueVerb verb) {
        return verb.takes(Frame.QUOTE) ? verb : new CueVerb(verb.act(), EnumSet.of(Frame.QUOTE));
    }

    /** Whether a quotation ends before a token, and not before the other one. */
    private boolean quotedBefore(int at, int from) {
        for (int i = at - 1; i >= Math.max(0, from); i--) {
            if (quotations.to(i) != null) {
                return true;
            }
        }
        return false;
    }

    /** The verb that an infinitive stands behind: [veut] croire, [tente] de rassurer, [finit] par dire; null where there is none. */
    private Group governing(Group group) {
        int verb = group.left - 1;
        if (!words.isInfinitive(tokens.get(group.verb))
                || group.auxiliary
                || verb < start
                || words.isArticle(tokens.get(group.verb - 1))) {
            return null;
        }
        boolean marked = words.isInfinitiveMarker(tokens.get(verb)) || words.isAgent(tokens.get(verb));
        if (!marked || verb == start) {
            return governing(verb);
        }
        // prend [soin] de
        Group outer = governing(verb - 1);
        return outer == null && tokens.get(verb - 1).isWord() ? governing(verb - 2) : outer;
    }

    private Group governing(int verb) {
        boolean lower =
                verb >= start && tokens.get(verb).isWord() && !tokens.get(verb).isCapitalised();
        if (!lower || words.isAuxiliary(tokens.get(verb))) {
            return null;
        }
        String folded = tokens.get(verb).folded();
        String hung = words.invertedVerb(folded);
        boolean takes = words.verbs.of(folded).stream()
                .anyMatch(form -> form.rest().isEmpty() && form.verb().takes(Frame.INFINITIVE));
        Group outer = new Group(verb, hung != null);
        return !takes && outer.announces(hung == null ? folded : hung, true) ? outer : null;
    }

    /** Whether a verb stands where one announces what is in quotation marks before it, or has its pronoun hung to it in commas. */
    private boolean stands(Group group, int behind) {
        if (group.unreal) {
            return false;
        }
        return group.subject
                ? syntax.isBehindQuotation(group.left) || syntax.isComma(group.left - 1) && syntax.endsClause(behind)
                : isBeforeSubject(group, behind);
    }

    /** Whether a quotation that is all that was said so far stands before a verb, and a noun phrase behind it. */
    private boolean isBeforeSubject(Group group, int behind) {
        Quotation quotation = syntax.isBehindQuotation(group.left) ? syntax.quotationBefore(group.left) : null;
        if (quotation == null
                || !syntax.isComma(group.left - 1) && !group.auxiliary
                || relatives.isBehindRelative(group.left)) {
            return false;
        }
        boolean inserted =
                words.verbs.of(tokens.get(group.verb).folded()).isEmpty() || syntax.isComma(quotation.from() - 2);
        if (!syntax.isDirect(quotation) && !group.auxiliary && !group.reflexive && inserted) {
            return false;
        }
        Speaker speaker = syntax.inverted(behind);
        return speaker != null && !phrases.isNobody(speaker) && !words.isSubject(tokens.get(speaker.from()));
    }

    /** Whether a verb with more words is meant, unless only the one with fewer has content behind it: a annoncé [son intention]. */
    private boolean isBetter(Cue cue, Cue best) {
        if (cue.behind() == best.behind()) {
            return false;
        }
        if (cue.verb().takes(Frame.NOTHING) || best.verb().takes(Frame.NOTHING)) {
            return cue.verb().takes(Frame.NOTHING);
        }
        boolean leads = words.knowsFiniteVerbs() && leads(cue, best);
        boolean led = words.knowsFiniteVerbs() && leads(best, cue);
        return leads == led ? cue.behind() > best.behind() : leads;
    }

    /** Whether content stands behind a verb that is no infinitive that belongs to the other one: croit [savoir]. */
    private boolean leads(Cue cue, Cue other) {
        int lead = leads.of(cue, words.behindAdverbs(tokens, cue.behind(), end));
        return lead >= 0 && !(lead < other.to() && words.isInfinitive(tokens.get(lead)));
    }

    private static boolean has(List<CueVerbs.Form> forms, VerbForm kind) {
        // For each word of a text: a stream would take several times as long.
        for (CueVerbs.Form form : forms) {
            if (form.forms().contains(kind)) {
                return true;
            }
        }
        return false;
    }

    /** A verb with the words around it, from its auxiliary at the other end of the clause on. */
    private Group bracketed(int at, List<CueVerbs.Form> forms, boolean inverted) {
        Group group = new Group(at, inverted);
        if (!group.auxiliary && has(forms, VerbForm.PARTICIPLE)) {
            group.bracket(false);
        } else if (!group.auxiliary && has(forms, VerbForm.INFINITIVE)) {
            group.bracket(true);
        }
        return group;
    }

    private static boolean hasRest(List<CueVerbs.Form> forms) {
        for (CueVerbs.Form form : forms) {
            if (!form.rest().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Index behind the reflexive pronoun behind a verb, or behind the pronoun behind that; -1 where there is none. */
    private int behindReflexive(int at) {
        int next = at < end ? words.pronouns.skip(tokens, at, end) : at;
        return next < end && words.isReflexive(tokens.get(next)) ? next + 1 : -1;
    }

    /** Whether a reflexive pronoun makes a passive of a verb: se anunció que. */
    private boolean isImpersonal(CueVerbs.Form form, VerbForm role, Group group) {
        return words.dropsSubjects() && group.reflexive && !form.reflexive() && role == VerbForm.FINITE;
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

    /** Index behind the particle that ends the clause of a verb; -1 where it is not there. */
    private int behindParticle(String particle, int at) {
        int limit = Math.min(end, at + FARTHEST_PART);
        for (int i = at; i < limit; i++) {
            Token token = tokens.get(i);
            boolean ends = i + 1 >= end || !tokens.get(i + 1).isWord() || words.isCoordinator(tokens.get(i + 1));
            if (ends && token.folded().equals(particle)) {
                return i + 1;
            }
            if (";:".contains(token.text())) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isNegatedBehind(CueVerb verb, int at) {
        // promete no pagar: it is what is said that is negated.
        // réclame plus de moyens; plaide non coupable
        boolean more = words.knowsFiniteVerbs()
                && (verb.takes(Frame.ADJECTIVE) || at + 1 < end && words.isNounLinker(tokens.get(at + 1)));
        return words.isNegation(tokens.get(at)) && !more && !words.isNegatedInfinitive(tokens, at, end);
    }

    /** What stands before a verb and belongs to it. */
    private final class Group {

        private final int verb;
        private int from;
        private int left;
        private int to;
        private boolean auxiliary;
        private boolean passive;
        private boolean reflexive;
        private boolean negated;
        private boolean ceasing;
        private boolean unreal;
        private boolean subject;
        private boolean nobody;

        Group(int verb, boolean inverted) {
            this.verb = verb;
            from = verb;
            to = verb + 1;
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
            negated &= !ceasing;
        }

        /** Steps left over adverbs and negations to an auxiliary; index of it, or -1 where there is none. */
        private int before(int at) {
            boolean seen = false;
            int next = at - 1;
            boolean marked = false;
            while (next >= start && at - next <= MOST_BETWEEN) {
                int adverb = adverbBefore(next + 1);
                if (adverb > next && !words.isInfinitiveMarker(tokens.get(next))) {
                    break;
                }
                seen |= words.isNegation(tokens.get(next));
                marked |= words.isInfinitiveMarker(tokens.get(next)) && adverb > next;
                next = Math.min(adverb, next) - 1;
            }
            if (next < start) {
                return -1;
            }
            next = beforeInsertion(next);
            boolean follows = next + 1 < at && words.isInfinitiveMarker(tokens.get(next + 1));
            if (words.isMarked(tokens.get(next)) ? !follows : marked) {
                return -1;
            }
            String folded = tokens.get(next).folded();
            String bare = folded;
            if (!words.isAuxiliary(tokens.get(next))) {
                bare = words.invertedVerb(folded);
                if (bare == null || !words.isAuxiliary(bare)) {
                    return -1;
                }
                subject = !words.isInvertedObject(folded);
                nobody = words.isInvertedNobody(folded);
            }
            passive = auxiliary ? passive : words.isPassive(bare);
            unreal |= words.isUnreal(tokens.get(next));
            ceasing |= words.isCeasing(tokens.get(next));
            auxiliary = true;
            negated |= seen;
            from = next;
            return next;
        }

        /** The auxiliary before what two commas enclose before a verb: [a], lui, salué; the same token where there is none. */
        private int beforeInsertion(int at) {
            if (!words.knowsFiniteVerbs() || !tokens.get(at).text().equals(",")) {
                return at;
            }
            for (int i = at - 1; i > start && at - i < LONGEST_INSERTION; i--) {
                if (tokens.get(i).text().equals(",")) {
                    int auxiliary = adverbBefore(i) - 1;
                    return auxiliary >= start && words.isAuxiliary(tokens.get(auxiliary)) ? auxiliary : at;
                }
            }
            return at;
        }

        /** Looks for the auxiliary of a participle or infinitive right behind it, or where its clause begins. */
        void bracket(boolean infinitive) {
            while (!infinitive && to < end && to - verb <= 2 && words.isBracket(tokens.get(to))) {
                auxiliary(to);
                to++;
            }
            if (auxiliary && (to >= end || !tokens.get(to).isWord() || words.isCoordinator(tokens.get(to)))) {
                return;
            }
            to = verb + 1;
            auxiliary = false;
            passive = false;
            boolean seen = false;
            for (int i = verb - 1; i >= start && verb - i < FARTHEST_PART; i--) {
                Token token = tokens.get(i);
                if (words.isBracket(token)) {
                    auxiliary(i);
                    unreal |= infinitive;
                    negated |= seen;
                    left = i;
                    return;
                }
                seen |= words.isNegation(token);
                if (",;:".contains(token.text()) || words.complementisers.skip(tokens, i, end) > i) {
                    return;
                }
            }
        }

        private void auxiliary(int at) {
            passive |= words.isPassive(tokens.get(at));
            unreal |= words.isUnreal(tokens.get(at));
            auxiliary = true;
        }

        /** Where an adverb, a negation or a clitic begins that ends before a token; the token where none does. */
        private int adverbBefore(int at) {
            for (int from = Math.max(start, at - MOST_BETWEEN); from < at; from++) {
                if (words.behindAdverbs(tokens, from, at) == at) {
                    return from;
                }
            }
            Token last = tokens.get(at - 1);
            return words.isNegation(last) || words.isClitic(last) ? at - 1 : at;
        }

        /** Reflexive pronouns, negations and objects close before the verb. */
        private void clitics() {
            int finite = from;
            int at = from - 1;
            while (at >= start && from - at <= MOST_BETWEEN) {
                Token token = tokens.get(at);
                if (words.isReflexive(token) || isReflexive(at)) {
                    reflexive = true;
                    from = at;
                } else if (words.isNegation(token)) {
                    negated = true;
                } else if (isSubject(at, finite)
                        || isGoverned(at, finite)
                        || !words.isClitic(token) && !words.isAdverb(tokens, at, at + 1)) {
                    break;
                }
                left = at;
                at--;
            }
            passive &= !reflexive;
        }

        /**
         * Whether a pronoun that can be an object is that of its subject, with or without a negation between: nous [nous], nous ne
         * [nous].
         */
        private boolean isReflexive(int at) {
            int subject = at - 1;
            if (subject > start && words.isNegation(tokens.get(subject))) {
                subject--;
            }
            return subject >= start && words.isReflexive(tokens.get(subject), tokens.get(at));
        }

        /**
         * Whether a preposition governs a pronoun before a finite verb, so that both are of its subject: certains d'entre [nous] pensent.
         */
        private boolean isGoverned(int at, int finite) {
            Token verb = tokens.get(finite);
            return words.knowsFiniteVerbs()
                    && at > start
                    && words.isSubjectByVerb(tokens.get(at))
                    && words.isPreposition(tokens.get(at - 1))
                    && !words.isInfinitiveMarker(tokens.get(at - 1))
                    && !words.isClitic(tokens.get(at - 1))
                    && !words.isInfinitive(verb)
                    && !words.isOpenForm(verb.folded(), VerbForm.GERUND);
        }

        /** Whether a pronoun that can be subject and object is the subject, as its verb tells, or as nothing before it can: nous disons. */
        private boolean isSubject(int at, int finite) {
            Token pronoun = tokens.get(at);
            if (isToldBefore(at, finite)) {
                return false;
            }
            if (words.isSubjectByVerb(pronoun)) {
                return words.isSubjectOf(pronoun, tokens.get(finite));
            }
            boolean first = at == start
                    || !tokens.get(at - 1).isWord()
                    || words.isCoordinator(tokens.get(at - 1))
                    || words.complementisers.skip(tokens, at - 1, at) == at;
            return first && words.pronouns.skip(tokens, at, at + 1) > at && !isTold(at);
        }

        /** Whether a pronoun before a gerund is whom it is said to: A s'est approché de B, [lui] disant que. */
        private boolean isToldBefore(int at, int finite) {
            Token pronoun = tokens.get(at);
            return words.knowsFiniteVerbs()
                    && at + 1 == finite
                    && words.isClitic(pronoun)
                    && words.isOnePerson(pronoun)
                    && !words.isSubject(pronoun)
                    && words.isOpenForm(tokens.get(finite).folded(), VerbForm.GERUND);
        }

        /** Whether a pronoun behind what was said is whom it was said to by who stands behind the verb: « A », nous dit X. */
        private boolean isTold(int at) {
            Token token = tokens.get(at);
            if (!words.knowsFiniteVerbs() || !words.isClitic(token) || at == start) {
                return false;
            }
            if (words.isOpenForm(tokens.get(verb).folded(), VerbForm.GERUND)) {
                // a appelé X, lui disant que
                return true;
            }
            if (words.isCoordinator(tokens.get(at - 1)) && words.isOnePerson(token) && !words.isSubject(token)) {
                // s'est levé et lui a dit
                return true;
            }
            boolean person = words.isOnePerson(token) && !words.isSubject(token) && syntax.isComma(at - 1);
            if (person && (syntax.isBeforeVerbs(at) || relatives.relativeOfSubject(at) >= 0)) {
                // X, le maire, lui a dit
                return true;
            }
            if (!syntax.isBehindSpeech(at)) {
                return false;
            }
            Speaker speaker = syntax.inverted(verb + 1);
            boolean named = speaker != null && (speaker.person() || phrases.isTitled(speaker));
            return speaker != null && !phrases.isPronoun(speaker) && (named || syntax.isBehindQuotation(at));
        }

        /**
         * Whether a verb that is not listed can announce speech in its form.
         *
         * @param leads whether an infinitive behind it does, so that it can be any verb
         */
        boolean announces(String bare, boolean leads) {
            if (auxiliary) {
                return !passive && words.isOpenForm(bare, VerbForm.PARTICIPLE);
            }
            return words.isOpenForm(bare, VerbForm.FINITE) && (leads || !words.isListedFinite(bare))
                    || leads && isGerund();
        }

        /** Whether the verb is a gerund behind a comma, which can govern an infinitive: [se contentant] de dire que. */
        boolean isGerund() {
            return words.knowsFiniteVerbs()
                    && !auxiliary
                    && !subject
                    && left > start
                    && syntax.isComma(left - 1)
                    && words.isOpenForm(tokens.get(verb).folded(), VerbForm.GERUND);
        }

        boolean hasClitic(String folded) {
            for (int i = left; i < verb; i++) {
                if (tokens.get(i).folded().equals(folded)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether the pronoun hung to a passive behind what was said stands for nobody: « A », est-il précisé. */
        boolean isUnnamed() {
            return subject && passive && !reflexive && syntax.isBehindSpeech(left);
        }

        boolean isPassive(CueVerbs.Form form, VerbForm role) {
            return passive
                            && auxiliary
                            && form.forms().contains(VerbForm.PARTICIPLE)
                            && role == VerbForm.FINITE
                            && !form.verb().takes(Frame.INTRANSITIVE)
                    || role == VerbForm.PARTICIPLE && isCharged(form);
        }

        /**
         * Whether a form that can be a participle is one, as by whom something was done stands behind it: le film, [décrit] par X comme
         * A.
         */
        private boolean isDoneBy(CueVerbs.Form form) {
            return words.knowsFiniteVerbs()
                    && form.forms().contains(VerbForm.PARTICIPLE)
                    && left == verb
                    && verb + 1 < end
                    && words.isAgent(tokens.get(verb + 1))
                    && !words.isAdverb(tokens, verb + 1, end);
        }

        /** Whether a participle without an auxiliary says what somebody is charged with: un homme [accusé] de meurtre. */
        private boolean isCharged(CueVerbs.Form form) {
            boolean charge =
                    form.verb().takes(Frame.CHARGE) && (leads.isCharge(verb + 1) || leads.isChargedBy(verb + 1));
            boolean compared = form.verb().takes(Frame.COMPARED) && leads.isComparedBy(verb + 1);
            return (charge || compared || leads.isJudged(form.verb(), verb + 1))
                    && form.forms().contains(VerbForm.PARTICIPLE)
                    && !auxiliary
                    && !(verb > start && words.isArticle(tokens.get(verb - 1)));
        }

        /** What the verb is here: FINITE also with its auxiliaries; null where it is no verb of the sentence. */
        VerbForm role(CueVerbs.Form form) {
            if (unreal) {
                return null;
            }
            if (auxiliary
                    && words.knowsFiniteVerbs()
                    && words.isInfinitive(tokens.get(from))
                    && form.forms().contains(VerbForm.PARTICIPLE)) {
                // pour avoir dit
                return passive ? null : VerbForm.GERUND;
            }
            if (auxiliary) {
                return form.forms().contains(VerbForm.PARTICIPLE)
                                || form.forms().contains(VerbForm.INFINITIVE)
                                || form.forms().contains(VerbForm.PROGRESSIVE)
                        ? VerbForm.FINITE
                        : null;
            }
            if (form.forms().contains(VerbForm.FINITE) && !isNoun() && !isDoneBy(form)) {
                return VerbForm.FINITE;
            }
            if (form.forms().contains(VerbForm.IMPERSONAL)) {
                return VerbForm.FINITE;
            }
            if (form.forms().contains(VerbForm.GERUND)) {
                return isGerundNoun() ? null : VerbForm.GERUND;
            }
            boolean joined = left > start && words.isCoordinator(tokens.get(left - 1));
            if (isCharged(form)) {
                return VerbForm.PARTICIPLE;
            }
            if (form.forms().contains(VerbForm.INFINITIVE) && words.cuePreposition(tokens, start, left) >= 0) {
                // trop tôt pour envisager A: nobody thinks it.
                boolean thought = form.verb().act() == SpeechAct.THOUGHT && words.isPurpose(tokens, start, left);
                return thought && words.knowsFiniteVerbs() ? null : VerbForm.GERUND;
            }
            if (joined && infinitive && words.knowsFiniteVerbs() && form.forms().contains(VerbForm.INFINITIVE)) {
                return VerbForm.GERUND;
            }
            if (form.forms().contains(VerbForm.INFINITIVE) && words.hasOpenCues() && leadsOn(form, verb)) {
                return isNarrative() ? VerbForm.GERUND : null;
            }
            return joined && form.forms().contains(VerbForm.PARTICIPLE) ? VerbForm.PARTICIPLE : null;
        }

        /** Whether what can be a gerund is a noun behind its article, and l' no object: [L'attaquant] anglais; not: l'accusant de A. */
        private boolean isGerundNoun() {
            if (!words.knowsFiniteVerbs() || verb == start || !words.isArticle(tokens.get(verb - 1))) {
                return false;
            }
            int next = words.behindAdverbs(tokens, verb + 1, end);
            return !words.isClitic(tokens.get(verb - 1))
                    || next == verb + 1 && next < end && tokens.get(next).isWord() && !syntax.isFunctionWord(next);
        }

        /**
         * Whether a token ends a noun phrase with an article, so that another article is none: la [police] l'accuse, le juge [fédéral]
         * les accuse.
         */
        private boolean isSubjectNoun(int at) {
            if (!words.knowsFiniteVerbs() || at <= start) {
                return false;
            }
            if (words.isArticle(tokens.get(at - 1))) {
                boolean first = at - 1 == start || !tokens.get(at - 2).isWord();
                return isNominal(at)
                        && (first
                                || words.isGroup(tokens.get(at))
                                || words.verbs.of(tokens.get(at).folded()).isEmpty());
            }
            return at - 2 >= start
                    && words.isArticle(tokens.get(at - 2))
                    && (at - 2 == start || !tokens.get(at - 3).isWord())
                    && isNominal(at - 1)
                    && isNominal(at)
                    && words.verbs.of(tokens.get(at).folded()).isEmpty();
        }

        private boolean isNominal(int at) {
            Token token = tokens.get(at);
            return token.isWord() && !syntax.isFunctionWord(at) && !words.isArticle(token);
        }

        /** Whether an infinitive tells what came next: Et le maire de conclure : « A »; et d'ajouter : « A ». */
        private boolean isNarrative() {
            int marker = left - 1;
            return marker > start
                    && words.isInfinitiveMarker(tokens.get(marker))
                    && (words.isCoordinator(tokens.get(marker - 1))
                            || words.isCoordinator(tokens.get(start)) && syntax.isBeforeVerbs(marker));
        }

        /** Whether a word before the verb that can be an article is its subject: [aucun] ne redoute. */
        private boolean isSubjectAlone(Token before) {
            return words.isAloneArticle(before) && negated && left < verb;
        }

        /** Behind an article or a preposition a word is a noun that the verb has its form from: la demande. */
        private boolean isNoun() {
            boolean article = left < verb && words.isArticle(tokens.get(verb - 1)) && !words.dropsSubjects();
            if (left == start && !article || left < verb && reflexive) {
                return false;
            }
            if (left == verb
                    && verb - 2 >= start
                    && words.isArticle(tokens.get(verb - 2))
                    && words.isDescribedNoun(tokens.get(verb - 1), tokens.get(verb))) {
                return true;
            }
            Token before = tokens.get(left < verb && !words.isClitic(tokens.get(verb - 1)) ? left - 1 : verb - 1);
            if (words.isRelative(before)
                    && verb - 2 >= start
                    && tokens.get(verb - 2).text().equals(",")) {
                return false;
            }
            if (words.isClitic(before) && words.isArticle(before)) {
                // l' and le are articles and objects: objects behind what can be a subject.
                return verb - 2 < start
                        || !(words.knowsFiniteVerbs() && relatives.isBehindInsertedRelative(verb - 1))
                                && !isSubjectNoun(verb - 2)
                                && !words.isRelative(tokens.get(verb - 2))
                                && mentions.at(verb - 2) == null
                                && !words.isNegation(tokens.get(verb - 2))
                                && words.pronouns.skip(tokens, verb - 2, verb - 1) == verb - 2
                                && !words.isCueConjunction(tokens.get(verb - 2));
            }
            if (words.isIndefinite(before)
                    && verb - 2 >= start
                    && words.isClitic(tokens.get(verb - 2))
                    && words.isArticle(tokens.get(verb - 2))) {
                // L'un estime
                return false;
            }
            boolean source = words.isSource(tokens, left - 1);
            boolean clitic = words.isClitic(before) && left < verb;
            boolean alone = words.knowsFiniteVerbs()
                    && words.isArticle(before)
                    && !words.isClitic(before)
                    && !words.isPreposition(before)
                    && (words.isFinite(tokens.get(verb)) || words.isPlural(tokens.get(verb)));
            return words.isArticle(before) && !alone && !isSubjectAlone(before)
                    || words.isPreposition(before) && !source && !clitic
                    || words.isNounLinker(before);
        }
    }
}
