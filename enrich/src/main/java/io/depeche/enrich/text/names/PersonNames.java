// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which person of a text a shorter name stands for; in time linear in the names. */
final class PersonNames {

    /** Longer names are no persons'. */
    private static final int LONGEST = 8;

    private static final int LONGEST_INITIAL = 2;

    private final Map<String, List<EntityDraft>> byTail = new HashMap<>();
    private final Map<String, List<EntityDraft>> byFirst = new HashMap<>();
    private final Map<String, List<EntityDraft>> byEnds = new HashMap<>();

    /** Takes in a person of several names. */
    void add(EntityDraft person) {
        List<String> words = person.words();
        if (words.size() < 2 || words.size() > LONGEST) {
            return;
        }
        for (int from = 1; from < words.size(); from++) {
            put(byTail, String.join(" ", words.subList(from, words.size())), person);
        }
        put(byFirst, words.get(0), person);
        put(byEnds, ends(words), person);
    }

    private static void put(Map<String, List<EntityDraft>> map, String key, EntityDraft person) {
        List<EntityDraft> persons = map.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (persons.size() < 2) {
            // Two are as good as many: it stands for neither.
            persons.add(person);
        }
    }

    private static String ends(List<String> words) {
        return words.get(0) + ' ' + words.get(words.size() - 1);
    }

    /** The one other person that a name stands for; null where there is none, or more than one. */
    EntityDraft of(EntityDraft name) {
        List<String> words = name.words();
        if (words.isEmpty() || words.size() > LONGEST) {
            return null;
        }
        EntityDraft same = only(byTail.get(String.join(" ", words)), name);
        if (same == null && words.size() == 1 && byTail.get(words.get(0)) == null) {
            same = only(byFirst.get(words.get(0)), name);
        }
        if (same == null && words.size() == 2 && isInitial(words.get(0))) {
            same = only(byTail.get(words.get(1)), name);
            return same != null && same.words().get(0).charAt(0) == words.get(0).charAt(0) ? same : null;
        }
        if (same == null && words.size() >= 2) {
            EntityDraft other = only(byEnds.get(ends(words)), name);
            same = other != null && (words.size() == 2 || other.words().size() == 2) ? other : null;
        }
        return same;
    }

    private static boolean isInitial(String word) {
        return word.length() <= LONGEST_INITIAL && (word.length() == 1 || word.charAt(1) == '.');
    }

    private static EntityDraft only(List<EntityDraft> persons, EntityDraft name) {
        if (persons == null) {
            return null;
        }
        EntityDraft other = null;
        for (EntityDraft person : persons) {
            if (person != name && other != null) {
                return null;
            }
            other = person != name ? person : other;
        }
        return other;
    }
}
