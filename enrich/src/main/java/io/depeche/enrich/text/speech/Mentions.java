// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Entity;
import io.depeche.enrich.text.EntityType;
import io.depeche.enrich.text.Mention;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The mentions of the entities of one text by their tokens. */
final class Mentions {

    /**
     * A mention.
     *
     * @param entity what is mentioned
     * @param from index of its first token
     * @param to index behind its last token
     */
    record Place(Entity entity, int from, int to) {

        boolean isPerson() {
            return entity.type() == EntityType.PERSON;
        }

        boolean isOrganisation() {
            return entity.type() == EntityType.ORGANISATION;
        }
    }

    private final List<Place> places = new ArrayList<>();

    /** By the index of a token: the index of the mention that it stands in, or -1. */
    private final int[] at;

    Mentions(Tokens tokens, List<Entity> entities) {
        at = new int[tokens.size()];
        Arrays.fill(at, -1);
        for (Entity entity : entities) {
            for (Mention mention : entity.mentions()) {
                Span span = mention.span();
                int from = tokens.firstFrom(span.start());
                int to = Math.max(from + 1, tokens.firstFrom(span.end()));
                if (from < tokens.size()) {
                    places.add(new Place(entity, from, Math.min(to, tokens.size())));
                }
            }
        }
        places.sort(Comparator.comparingInt(Place::from));
        for (int i = 0; i < places.size(); i++) {
            Arrays.fill(at, places.get(i).from(), places.get(i).to(), i);
        }
    }

    /** The mention that a token stands in; null where there is none. */
    Place at(int token) {
        return token < 0 || token >= at.length || at[token] < 0 ? null : places.get(at[token]);
    }
}
