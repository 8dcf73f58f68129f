// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.EntityType;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.names.tagger.Labels;
import java.util.BitSet;
import java.util.List;

/** Makes entities of the labels that a model gave to the tokens of one text, with links and offices. */
final class TaggedNames {

    private static final int MOST_PARTICLES = 3;
    private static final float LISTED = 0.95f;
    private static final float TAGGED = 0.9f;

    /** By the index of a label's type. */
    private static final List<EntityType> TYPES =
            List.of(EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANISATION, EntityType.OTHER);

    private final Tokens tokens;
    private final byte[] labels;
    private final BitSet dated;
    private final NameWords words;
    private final EntityCollector entities;

    /** Index of the next label; tokens outside of sentences have none. */
    private int next;

    /**
     * @param labels of the tokens of all sentences, one behind the other
     * @param dated the tokens that are a part of dates
     */
    TaggedNames(Tokens tokens, byte[] labels, BitSet dated, NameWords words, EntityCollector entities) {
        this.tokens = tokens;
        this.labels = labels;
        this.dated = dated;
        this.words = words;
        this.entities = entities;
    }

    /** Collects the names of the next sentence. */
    void collect(Tokens.Range sentence) {
        Offices offices = new Offices(tokens, sentence, dated, words);
        int base = next - sentence.from();
        next += sentence.to() - sentence.from();
        int officeFrom = -1;
        int officeTo = -1;
        int nameTo = -1;
        EntityDraft person = null;
        int at = sentence.from();
        while (at < sentence.to()) {
            int label = labels[base + at];
            if (label == Labels.OUTSIDE) {
                int titleEnd = at < officeTo ? at : offices.endOfTitle(at);
                if (titleEnd > at) {
                    officeFrom = at;
                    officeTo = offices.end(titleEnd);
                    office(
                            offices,
                            sentence,
                            base,
                            officeFrom,
                            officeTo,
                            nameTo == offices.behindName(at) ? person : null);
                }
                at = Math.max(at + 1, listed(at, sentence.to(), base));
                continue;
            }
            int end = whole(at, sentence.to(), base);
            Phrases.Match<KnownName> known = words.knownAt(tokens, at, sentence.to());
            if (known != null && known.to() > end) {
                // A list knows the name whole.
                entities.addKnown(tokens.span(at, known.to() - 1), known.value(), LISTED);
                at = known.to();
                continue;
            }
            person = add(at, end, TYPES.get(Labels.type(label)));
            boolean held = at == officeTo
                    || officeTo >= 0
                            && at == officeTo + 1
                            && tokens.get(officeTo).text().equals(",");
            Office office = held && person != null ? offices.office(officeFrom, officeTo) : null;
            if (office != null) {
                person.offices.add(office);
            }
            nameTo = end;
            at = end;
        }
    }

    /** An office behind the name of who has it, or by itself; one before a name is read with the name. */
    private void office(Offices offices, Tokens.Range sentence, int base, int from, int to, EntityDraft before) {
        Office office = offices.office(from, to);
        int next = to < sentence.to() && tokens.get(to).text().equals(",") ? to + 1 : to;
        if (office == null || before == null && next < sentence.to() && is(EntityType.PERSON, labels[base + next])) {
            return;
        }
        if (before != null) {
            before.offices.add(office);
        } else if (offices.isMention(from)) {
            entities.addOffice(office);
        }
    }

    private static boolean is(EntityType type, int label) {
        return label != Labels.OUTSIDE && TYPES.get(Labels.type(label)) == type;
    }

    /** Index behind the name at a token; with what it is of, as in International Committee of the Red Cross. */
    private int whole(int at, int to, int base) {
        int end = endOfName(at, to, base);
        int next = end;
        while (next < to && next < end + MOST_PARTICLES && words.isOrganisationParticle(tokens.get(next))) {
            next++;
        }
        boolean goesOn = next > end
                && next < to
                && words.isOrganisationWord(tokens.get(end - 1))
                && is(EntityType.ORGANISATION, labels[base + at])
                && is(EntityType.ORGANISATION, labels[base + next]);
        if (goesOn) {
            end = endOfName(next, to, base);
        }
        return is(EntityType.ORGANISATION, labels[base + at]) ? behindSuffix(end, to) : end;
    }

    /** Index behind the legal form that a company's name goes on with, a comma before it or not: Symbotic, Inc. */
    private int behindSuffix(int end, int to) {
        int at = end < to && tokens.get(end).text().equals(",") ? end + 1 : end;
        int behind = at < to && words.isOrganisationSuffix(tokens.get(at)) ? at + 1 : end;
        boolean stop = behind + 1 < to
                && words.isOrganisationSuffix(tokens.get(behind - 1))
                && tokens.get(behind).text().equals(".")
                && tokens.get(behind).start() == tokens.get(behind - 1).end();
        return stop ? behind + 1 : behind;
    }

    private int endOfName(int at, int to, int base) {
        int end = at + 1;
        while (end < to && !Labels.isEnd(labels[base + end - 1])) {
            end++;
        }
        return end;
    }

    /** A country that the model does not know is one all the same. Index behind it; that of the token where it is none. */
    private int listed(int at, int to, int base) {
        Phrases.Match<KnownName> known = words.knownAt(tokens, at, to);
        if (known == null || known.value().link() == null) {
            return at;
        }
        for (int i = at; i < known.to(); i++) {
            if (labels[base + i] != Labels.OUTSIDE) {
                return at;
            }
        }
        entities.addKnown(tokens.span(at, known.to() - 1), known.value(), LISTED);
        return known.to();
    }

    /** Adds a name; what was added where it is a person's, else null. */
    private EntityDraft add(int first, int end, EntityType type) {
        Token token = tokens.get(first);
        if (end - first == 1 && (words.isStateWord(token) || words.isAdjective(token))) {
            // The Republic, an Azerbaijani: no names by themselves.
            return null;
        }
        if (type == EntityType.LOCATION) {
            place(first, end);
            return null;
        }
        Phrases.Match<KnownName> known = words.knownAt(tokens, first, end);
        if (known != null && known.to() == end && known.value().type() == type) {
            entities.addKnown(tokens.span(first, end - 1), known.value(), LISTED);
            return null;
        }
        EntityDraft named = entities.addFound(tokens.span(first, end - 1), type, TAGGED);
        return type == EntityType.PERSON ? named : null;
    }

    /** One place, or the two that a model takes for one: Arménie aux États-Unis, route Latchine-Khankendi. */
    private void place(int first, int end) {
        Phrases.Match<KnownName> known = words.knownAt(tokens, first, end);
        if (known != null && (known.to() == end || words.isFunctionWord(tokens.get(known.to())))) {
            entities.addKnown(tokens.span(first, known.to() - 1), known.value(), LISTED);
            int rest = known.to();
            while (rest < end && !tokens.get(rest).isCapitalised()) {
                rest++;
            }
            if (rest < end) {
                place(rest, end);
            }
            return;
        }
        int last = end - 1;
        int hyphen = betweenPlaces(tokens.get(last).text());
        int before = last == first ? first - 1 : first;
        boolean pair = hyphen > 0
                && last - first <= 1
                && before >= 0
                && words.isLocationCue(tokens.get(before))
                && !tokens.get(before).isCapitalised();
        if (!pair) {
            entities.addFound(tokens.span(first, last), EntityType.LOCATION, TAGGED);
            return;
        }
        Token token = tokens.get(last);
        Span one = new Span(token.start(), token.start() + hyphen);
        entities.addFound(one, EntityType.LOCATION, TAGGED);
        Span other = new Span(one.end() + 1, token.end());
        entities.addFound(other, EntityType.LOCATION, TAGGED);
    }

    /** Index of the one hyphen between two words with capitals; 0 where there is none, or more. */
    private static int betweenPlaces(String text) {
        int hyphen = text.indexOf('-');
        return hyphen > 0
                        && hyphen == text.lastIndexOf('-')
                        && hyphen + 1 < text.length()
                        && Character.isUpperCase(text.charAt(0))
                        && Character.isUpperCase(text.charAt(hyphen + 1))
                ? hyphen
                : 0;
    }
}
