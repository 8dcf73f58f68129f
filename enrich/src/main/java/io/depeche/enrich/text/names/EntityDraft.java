// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.EntityType;
import io.depeche.enrich.text.Mention;
import io.depeche.enrich.text.MentionKind;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import java.util.ArrayList;
import java.util.List;

/** An entity while its text is read. */
final class EntityDraft {

    EntityType type = EntityType.OTHER;
    final String name;
    final String link;
    final List<Mention> mentions = new ArrayList<>();
    final List<Office> offices = new ArrayList<>();
    private final List<String> words;

    EntityDraft(String name, String link) {
        this.name = name;
        this.link = link;
        words = List.of(Token.fold(name).strip().split("\\s+"));
    }

    /** The words of its name, folded. */
    List<String> words() {
        return words;
    }

    boolean isPerson() {
        return type == EntityType.PERSON;
    }

    /** Takes over what another stands for. */
    void absorb(EntityDraft other, MentionKind kind) {
        for (Mention mention : other.mentions) {
            mentions.add(new Mention(mention.span(), kind, mention.confidence()));
        }
        offices.addAll(other.offices);
    }

    List<Span> roles() {
        return offices.stream().map(Office::span).toList();
    }

    int firstMention() {
        int first = Integer.MAX_VALUE;
        for (Mention mention : mentions) {
            first = Math.min(first, mention.span().start());
        }
        return first;
    }
}
