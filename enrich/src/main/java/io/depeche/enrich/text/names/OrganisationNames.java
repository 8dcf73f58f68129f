// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which organisation of a text a shorter name or an acronym stands for; in time linear in the names. */
final class OrganisationNames {

    private static final int LONGEST = 12;
    private static final int LONGEST_ACRONYM = 8;

    /** Longer words in small letters have their letter in an acronym: the i of CICR. */
    private static final int LONGEST_PARTICLE = 3;

    private final Map<String, List<EntityDraft>> byStart = new HashMap<>();
    private final Map<String, List<EntityDraft>> byAcronym = new HashMap<>();

    /** Takes in an organisation whose name has several words. */
    void add(EntityDraft organisation) {
        List<String> words = organisation.words();
        if (words.size() < 2 || words.size() > LONGEST) {
            return;
        }
        for (int to = 1; to < words.size(); to++) {
            String start = String.join(" ", words.subList(0, to));
            put(byStart, start.endsWith(",") ? start.substring(0, start.length() - 1) : start, organisation);
        }
        StringBuilder capitals = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (String word : organisation.name.split("[\\s\\-]+")) {
            if (!word.isEmpty()) {
                String first = word.substring(0, word.offsetByCodePoints(0, 1));
                all.append(first);
                boolean capital = Character.isUpperCase(first.codePointAt(0));
                if (capital) {
                    capitals.append(first);
                }
                if (capital || word.length() > LONGEST_PARTICLE) {
                    initials.append(first);
                }
            }
        }
        put(byAcronym, capitals.toString().toUpperCase(Locale.ROOT), organisation);
        put(byAcronym, initials.toString().toUpperCase(Locale.ROOT), organisation);
        put(byAcronym, all.toString().toUpperCase(Locale.ROOT), organisation);
    }

    private static void put(Map<String, List<EntityDraft>> map, String key, EntityDraft organisation) {
        List<EntityDraft> known = map.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (known.size() < 2 && !known.contains(organisation)) {
            known.add(organisation);
        }
    }

    /** The one other organisation that a name stands for; null where there is none, or more than one. */
    EntityDraft of(EntityDraft name) {
        List<EntityDraft> longer = byStart.get(String.join(" ", name.words()));
        if (longer == null && KnownName.isAllCapitals(name.name) && name.name.length() <= LONGEST_ACRONYM) {
            longer = byAcronym.get(name.name.replace(".", ""));
        }
        return longer != null && longer.size() == 1 && longer.get(0) != name ? longer.get(0) : null;
    }
}
