// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.Entity;
import io.depeche.enrich.text.EntityType;
import io.depeche.enrich.text.Mention;
import io.depeche.enrich.text.MentionKind;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the mentions of one text together into entities: of the same link or the same name; one text each. */
final class EntityCollector {

    private static final class Draft {
        private EntityType type = EntityType.OTHER;
        private String name;
        private String link;
        private final List<Span> roles = new ArrayList<>();
        private final List<Mention> mentions = new ArrayList<>();
    }

    /** Stands for the person of a surname that several persons have. */
    private final Draft ambiguous = new Draft();

    private final String text;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Draft> personOfSurname = new HashMap<>();

    EntityCollector(String text) {
        this.text = text;
    }

    /** A name that was known beforehand, or contains one. */
    void addKnown(Span span, KnownName known, float confidence) {
        String key = known.link() == null ? key(span.of(text)) : known.link();
        add(draft(key, known.name(), known.link()), known.type(), span, MentionKind.NAME, confidence);
    }

    /**
     * A name found by its form.
     *
     * @param surname last word of a name of several words; null of one word
     * @param role the office before it, or null
     */
    void addFound(Span span, EntityType type, String surname, Span role, float confidence) {
        String key = key(span.of(text));
        Draft named = surname == null ? personOfSurname.get(key) : null;
        if (named != null
                && named != ambiguous
                && !drafts.containsKey(key)
                && (type == EntityType.PERSON || type == EntityType.OTHER)) {
            add(named, EntityType.PERSON, span, MentionKind.PARTIAL, confidence);
        } else {
            named = draft(key, span.of(text), null);
            add(named, type, span, MentionKind.NAME, confidence);
            if (named.type == EntityType.PERSON && surname != null) {
                Draft person = named;
                personOfSurname.merge(Token.fold(surname), person, (one, other) -> one == other ? one : ambiguous);
            }
        }
        if (role != null) {
            named.roles.add(role);
        }
    }

    private Draft draft(String key, String name, String link) {
        return drafts.computeIfAbsent(key, k -> {
            Draft draft = new Draft();
            draft.name = name;
            draft.link = link;
            return draft;
        });
    }

    private static void add(Draft draft, EntityType type, Span span, MentionKind kind, float confidence) {
        draft.type = draft.type == EntityType.OTHER ? type : draft.type;
        draft.mentions.add(new Mention(span, kind, confidence));
    }

    private static String key(String name) {
        return Token.fold(name).replaceAll("\\s+", " ");
    }

    List<Entity> entities() {
        List<Entity> entities = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            entities.add(
                    new Entity(entities.size() + 1, draft.type, draft.name, draft.link, draft.roles, draft.mentions));
        }
        return List.copyOf(entities);
    }
}
