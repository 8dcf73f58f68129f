// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.EntityType;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.names.tagger.Labels;
import java.util.BitSet;
import java.util.List;

/** Makes entities of the labels that a model gave to the tokens of one text, with links and offices. */
final class TaggedNames {

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
        int at = sentence.from();
        while (at < sentence.to()) {
            int label = labels[base + at];
            if (label == Labels.OUTSIDE) {
                int titleEnd = at < officeTo ? at : offices.endOfTitle(at);
                if (titleEnd > at) {
                    officeFrom = at;
                    officeTo = offices.end(titleEnd);
                }
                at = Math.max(at + 1, listed(at, sentence.to(), base));
                continue;
            }
            int end = at + 1;
            while (end < sentence.to() && !Labels.isEnd(labels[base + end - 1])) {
                end++;
            }
            boolean inOffice = at < officeTo && end <= officeTo;
            add(
                    at,
                    end,
                    TYPES.get(Labels.type(label)),
                    at == officeTo && !inOffice ? office(officeFrom, officeTo) : null);
            at = end;
        }
    }

    private Span office(int from, int to) {
        return tokens.span(from, to - 1);
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

    private void add(int first, int end, EntityType type, Span office) {
        Span span = tokens.span(first, end - 1);
        Phrases.Match<KnownName> known = words.knownAt(tokens, first, end);
        if (known != null && known.to() == end && known.value().type() == type) {
            entities.addKnown(span, known.value(), LISTED);
            return;
        }
        boolean person = type == EntityType.PERSON;
        String surname = person && end - first > 1 ? tokens.get(end - 1).text() : null;
        entities.addFound(span, type, surname, person ? office : null, TAGGED);
    }
}
