// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.Entity;
import io.depeche.enrich.text.EntityType;
import io.depeche.enrich.text.Mention;
import io.depeche.enrich.text.MentionKind;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the mentions of one text together into entities, one text each: those of the same link or the same name, short names
 * with the one long name that they can stand for, and offices with the one person that they can be the office of.
 */
final class EntityCollector {

    /** Where more persons than this have an office, one more stands for none of them. */
    private static final int MOST_HOLDERS = 16;

    private static final float BY_OFFICE = 0.8f;

    private final String text;
    private final Map<String, EntityDraft> drafts = new LinkedHashMap<>();
    private final List<Office> free = new ArrayList<>();

    EntityCollector(String text) {
        this.text = text;
    }

    /** A name that was known beforehand, or contains one. */
    void addKnown(Span span, KnownName known, float confidence) {
        String key = known.link() == null ? key(span.of(text)) : known.link();
        add(draft(key, known.name(), known.link()), known.type(), span, confidence);
    }

    /** A name found by its form. */
    EntityDraft addFound(Span span, EntityType type, float confidence) {
        EntityDraft named = draft(key(span.of(text)), span.of(text), null);
        add(named, type, span, confidence);
        return named;
    }

    /** An office that stands by itself, with a definite article. */
    void addOffice(Office office) {
        free.add(office);
    }

    private EntityDraft draft(String key, String name, String link) {
        return drafts.computeIfAbsent(key, k -> new EntityDraft(name.replaceAll("\\s+", " "), link));
    }

    private static void add(EntityDraft draft, EntityType type, Span span, float confidence) {
        draft.type = draft.type == EntityType.OTHER ? type : draft.type;
        draft.mentions.add(new Mention(span, MentionKind.NAME, confidence));
    }

    private static String key(String name) {
        return Token.fold(name).replaceAll("\\s+", " ");
    }

    List<Entity> entities() {
        List<EntityDraft> merged = merged();
        offices(merged);
        merged.sort(Comparator.comparingInt(EntityDraft::firstMention));
        List<Entity> entities = new ArrayList<>();
        for (EntityDraft draft : merged) {
            draft.mentions.sort(
                    Comparator.comparingInt(mention -> mention.span().start()));
            draft.offices.sort(Comparator.comparingInt(office -> office.span().start()));
            entities.add(
                    new Entity(entities.size() + 1, draft.type, draft.name, draft.link, draft.roles(), draft.mentions));
        }
        return List.copyOf(entities);
    }

    /** The drafts without those that stand for another. */
    private List<EntityDraft> merged() {
        PersonNames persons = new PersonNames();
        OrganisationNames organisations = new OrganisationNames();
        for (EntityDraft draft : drafts.values()) {
            if (draft.isPerson()) {
                persons.add(draft);
            } else if (draft.type == EntityType.ORGANISATION && draft.link == null) {
                organisations.add(draft);
            }
        }
        Map<EntityDraft, EntityDraft> whole = new HashMap<>();
        for (EntityDraft draft : drafts.values()) {
            EntityDraft other = switch (draft.type) {
                case PERSON, OTHER -> draft.link == null ? persons.of(draft) : null;
                case ORGANISATION -> draft.link == null ? organisations.of(draft) : null;
                default -> null;
            };
            if (other != null && root(whole, other) != draft) {
                whole.put(draft, other);
            }
        }
        List<EntityDraft> merged = new ArrayList<>();
        for (EntityDraft draft : drafts.values()) {
            EntityDraft other = root(whole, draft);
            if (other == draft) {
                merged.add(draft);
            } else {
                boolean fuller = draft.words().size() >= other.words().size();
                other.absorb(draft, fuller ? MentionKind.NAME : MentionKind.PARTIAL);
            }
        }
        return merged;
    }

    private static EntityDraft root(Map<EntityDraft, EntityDraft> whole, EntityDraft draft) {
        EntityDraft root = draft;
        EntityDraft next = whole.get(root);
        while (next != null) {
            root = next;
            next = whole.get(root);
        }
        return root;
    }

    /** Gives the offices that stand by themselves to the one person named before who can have it. */
    private void offices(List<EntityDraft> merged) {
        Map<String, List<Holder>> holders = new HashMap<>();
        for (EntityDraft draft : merged) {
            int first = draft.isPerson() && !draft.offices.isEmpty() ? draft.firstMention() : 0;
            for (Office office : draft.isPerson() ? draft.offices : List.<Office>of()) {
                Holder holder = new Holder(draft, office, first);
                put(holders, office.rank().get(0), holder);
                put(holders, office.rank().get(office.rank().size() - 1), holder);
            }
        }
        for (Office office : free) {
            EntityDraft person = holder(holders, office);
            if (person != null) {
                person.mentions.add(new Mention(office.whole(), MentionKind.ROLE, BY_OFFICE));
            }
        }
    }

    private record Holder(EntityDraft person, Office office, int first) {}

    private static void put(Map<String, List<Holder>> holders, String word, Holder holder) {
        List<Holder> known = holders.computeIfAbsent(word, w -> new ArrayList<>());
        if (known.size() <= MOST_HOLDERS && known.stream().noneMatch(other -> same(other, holder))) {
            known.add(holder);
        }
    }

    private static boolean same(Holder one, Holder other) {
        return one.person() == other.person()
                && one.office().rank().equals(other.office().rank())
                && one.office().qualifiers().equals(other.office().qualifiers());
    }

    private static EntityDraft holder(Map<String, List<Holder>> holders, Office office) {
        EntityDraft person = null;
        for (String word :
                List.of(office.rank().get(0), office.rank().get(office.rank().size() - 1))) {
            List<Holder> known = holders.getOrDefault(word, List.of());
            if (known.size() > MOST_HOLDERS) {
                return null;
            }
            for (Holder holder : known) {
                if (holder.first() < office.span().start() && holder.office().canBe(office)) {
                    if (person != null && person != holder.person()) {
                        return null;
                    }
                    person = holder.person();
                }
            }
        }
        return person;
    }
}
