// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.EntityType;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import java.util.BitSet;

/** One pass over the tokens of one sentence. */
final class SentenceNames {

    /** A longer row of capitals is a headline. */
    private static final int LONGEST_NAME = 10;

    private static final int MOST_PARTICLES = 3;
    private static final int MOST_ADJECTIVES = 2;

    private static final float LISTED = 0.95f;
    private static final float TOLD_BY_CONTEXT = 0.9f;
    private static final float TOLD_BY_NAME = 0.85f;
    private static final float TOLD_BY_PLACE = 0.7f;
    private static final float CAPITALS_ONLY = 0.5f;

    private final Tokens tokens;
    private final int from;
    private final int to;
    private final NameWords words;
    private final Spelling spelling;
    private final EntityCollector entities;
    private final Offices offices;
    private final boolean headline;

    private int roleFrom;
    private int roleTo = -1;

    /** @param dated the tokens that are a part of dates */
    SentenceNames(
            Tokens tokens,
            Tokens.Range sentence,
            BitSet dated,
            NameWords words,
            Spelling spelling,
            EntityCollector entities) {
        this.tokens = tokens;
        this.from = sentence.from();
        this.to = sentence.to();
        this.offices = new Offices(tokens, sentence, dated, words);
        this.words = words;
        this.spelling = spelling;
        this.entities = entities;
        this.headline = isHeadline();
    }

    /** Whether capitals say nothing here: the most words are in capitals throughout. */
    private boolean isHeadline() {
        int all = 0;
        int capitals = 0;
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isWord()) {
                all++;
                capitals += KnownName.isAllCapitals(tokens.get(i).text()) ? 1 : 0;
            }
        }
        return all > 3 && capitals > 0.7 * all;
    }

    void collect() {
        int at = from;
        while (at < to) {
            at = step(at);
        }
    }

    private int step(int at) {
        Token token = tokens.get(at);
        Phrases.Match<KnownName> known = words.knownAt(tokens, at, to);
        if (known != null && !goesOnAsPerson(at, known.to())) {
            entities.addKnown(tokens.span(at, known.to() - 1), known.value(), LISTED);
            return known.to();
        }
        int titleEnd = offices.endOfTitle(at);
        if (titleEnd > at) {
            roleFrom = at;
            roleTo = offices.end(titleEnd);
            return titleEnd;
        }
        if (!token.isCapitalised() || at < roleTo || headline || words.isMonth(token) || !offices.isName(at)) {
            return at + 1;
        }
        return words.isStateWord(token) ? stateName(at) : name(at);
    }

    /** Jordan Henderson, Paris Hilton: behind an office, a place's name with another behind it is a person's. */
    private boolean goesOnAsPerson(int at, int behind) {
        return at == roleTo && behind < to && offices.isNamePart(behind);
    }

    /** Republic of X is a name of the country X; without one it names nothing. */
    private int stateName(int at) {
        int next = at + 1;
        while (next < to && next <= at + MOST_PARTICLES && words.isOrganisationParticle(tokens.get(next))) {
            next++;
        }
        Phrases.Match<KnownName> country = next > at + 1 && next < to ? words.knownAt(tokens, next, to) : null;
        if (country == null || country.value().link() == null) {
            return at + 1;
        }
        entities.addKnown(tokens.span(at, country.to() - 1), country.value(), LISTED);
        return country.to();
    }

    private int name(int start) {
        boolean organisation = words.isOrganisationWord(tokens.get(start));
        int end = start + 1;
        int parts = 1;
        while (end < to && parts <= LONGEST_NAME) {
            int next = nextPart(end, organisation);
            if (next == end) {
                break;
            }
            end = next;
            parts++;
            organisation |= words.isOrganisationWord(tokens.get(end - 1));
        }
        if (parts > LONGEST_NAME) {
            return endOfCapitals(end);
        }
        int first = start;
        boolean office = roleTo == start;
        while (!office && first < end - 1 && isNoPartOfName(first)) {
            first++;
        }
        if (isNothing(first, end, office)) {
            return end;
        }
        add(first, end, organisation, office);
        return end;
    }

    /** Index behind the part of a name that starts at a token: with particles, and the adjectives of organisations. */
    private int nextPart(int at, boolean organisation) {
        int next = isStopOfInitial(at) ? at + 1 : at;
        if (organisation) {
            while (next < to && next < at + MOST_ADJECTIVES && words.isAdjective(tokens.get(next))) {
                next++;
            }
        }
        int behindAdjectives = next;
        while (next < to && next < behindAdjectives + MOST_PARTICLES && isParticle(next, organisation)) {
            next++;
        }
        if (next < to
                && offices.isNamePart(next)
                && (next > at || words.knownAt(tokens, next, to) == null || organisation)) {
            return next + 1;
        }
        return isStopOfInitial(at) ? at : behindAdjectives;
    }

    /** J. Smith, George W. Bush. */
    private boolean isStopOfInitial(int at) {
        Token stop = tokens.get(at);
        return stop.text().equals(".")
                && tokens.get(at - 1).text().length() == 1
                && tokens.get(at - 1).end() == stop.start();
    }

    private boolean isParticle(int at, boolean organisation) {
        Token token = tokens.get(at);
        return !token.isCapitalised()
                && (organisation ? words.isOrganisationParticle(token) : words.isNameParticle(token));
    }

    private int endOfCapitals(int at) {
        int end = at;
        while (end < to && tokens.get(end).isCapitalised()) {
            end++;
        }
        return end;
    }

    /** Hier Antony Blinken, Russian President: what stands before the name with a capital. */
    private boolean isNoPartOfName(int at) {
        Token token = tokens.get(at);
        return words.isAdjective(token) || (at == from && spelling.isCommon(token) && !words.isGivenName(token));
    }

    private boolean isNothing(int first, int end, boolean office) {
        Token token = tokens.get(first);
        if (end - first > 1 || office || words.isGivenName(token)) {
            return false;
        }
        boolean commonStart = startsSentence(first) && !spelling.hasCapitalInside(token);
        return commonStart
                || words.isAdjective(token)
                || words.isOrganisationWord(token)
                || token.text().length() == 1;
    }

    /** Whether nothing but punctuation is before a token, or a sentence of direct speech starts there. */
    private boolean startsSentence(int at) {
        return at == from || (tokens.get(at - 1).kind() == Token.Kind.PUNCTUATION && isOpening(tokens.get(at - 1)));
    }

    private static boolean isOpening(Token token) {
        return switch (Character.getType(token.text().codePointAt(0))) {
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.START_PUNCTUATION, Character.DASH_PUNCTUATION -> true;
            default -> "\":-•*".contains(token.text());
        };
    }

    private void add(int first, int end, boolean organisation, boolean office) {
        EntityType type = EntityType.OTHER;
        float confidence = CAPITALS_ONLY;
        if (organisation) {
            type = EntityType.ORGANISATION;
            confidence = TOLD_BY_NAME;
        } else if (office) {
            type = EntityType.PERSON;
            confidence = TOLD_BY_CONTEXT;
        } else if (words.isGivenName(tokens.get(first))) {
            type = EntityType.PERSON;
            confidence = TOLD_BY_NAME;
        } else if (isBehindLocationCue(first)) {
            type = EntityType.LOCATION;
            confidence = TOLD_BY_PLACE;
        }
        EntityDraft named = entities.addFound(tokens.span(first, end - 1), type, confidence);
        Office role = office && !organisation ? offices.office(roleFrom, roleTo) : null;
        if (role != null) {
            named.offices.add(role);
        }
    }

    /** en Arménie, route Latchine-Khankendi, corridor de Latchine. */
    private boolean isBehindLocationCue(int first) {
        int before = first - 1;
        if (before < from) {
            return false;
        }
        if (words.isLocationCue(tokens.get(before))) {
            return true;
        }
        while (before > from && before > first - MOST_PARTICLES && words.isOrganisationParticle(tokens.get(before))) {
            before--;
        }
        return before < first - 1 && words.isLocationCue(tokens.get(before));
    }
}
