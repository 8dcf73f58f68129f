// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A text in several languages, as one document a language: in each, line breaks stand in the place of what is in the others.
 * All spans are those of the whole text therefore, and no sentence, name or figure goes over the edge of a passage.
 */
final class Mixture {

    private final Document whole;
    private final DetectedLanguage language;

    Mixture(Document whole, DetectedLanguage language) {
        this.whole = whole;
        this.language = language;
    }

    /** The documents, that of the text's own language first. */
    List<Document> documents() {
        Map<String, char[]> texts = new LinkedHashMap<>();
        char[] own = whole.text().toCharArray();
        texts.put(language.tag(), own);
        for (Passage passage : language.passages()) {
            char[] other = texts.computeIfAbsent(passage.tag(), tag -> blank(own.length));
            for (int i = passage.span().start(); i < passage.span().end(); i++) {
                other[i] = own[i];
                own[i] = '\n';
            }
        }
        List<Document> documents = new ArrayList<>();
        texts.forEach((tag, text) -> documents.add(whole.in(tag, new String(text))));
        return documents;
    }

    private static char[] blank(int length) {
        char[] blank = new char[length];
        Arrays.fill(blank, '\n');
        return blank;
    }

    /**
     * Puts together what was found in the documents. The layers that are published are joined; those that only analysers
     * read are left out.
     *
     * @param found what was found in each of {@link #documents()}
     * @param tokens those of the whole text
     */
    Annotations join(List<Annotations> found, Tokens tokens) {
        Map<Layer<?>, Object> layers = new HashMap<>();
        layers.put(Layers.TOKENS, tokens);
        layers.put(Layers.LANGUAGE, language);
        layers.put(Layers.SENTENCES, inOrder(found, Layers.SENTENCES, Function.identity()));
        layers.put(Layers.AGES, inOrder(found, Layers.AGES, Function.identity()));
        layers.put(Layers.DATES, inOrder(found, Layers.DATES, DateExpression::span));
        joinEntities(found, layers);
        Map<String, Coverage> coverage = new HashMap<>();
        for (Annotations part : found) {
            for (String layer : part.versions().keySet()) {
                coverage.merge(layer, part.coverage(layer), (one, other) -> one == other ? one : Coverage.PARTIAL);
            }
        }
        return new Annotations(whole.text(), layers, coverage, found.get(0).versions());
    }

    private static <T> List<T> inOrder(List<Annotations> found, Layer<List<T>> layer, Function<T, Span> span) {
        List<T> all = new ArrayList<>();
        found.forEach(part -> all.addAll(part.get(layer)));
        all.sort(Comparator.comparingInt(one -> span.apply(one).start()));
        return List.copyOf(all);
    }

    /** What has the same link, or the same type and name, is one entity in all languages. */
    private static void joinEntities(List<Annotations> found, Map<Layer<?>, Object> layers) {
        Map<List<Object>, List<Entity>> same = new LinkedHashMap<>();
        for (Annotations part : found) {
            for (Entity entity : part.get(Layers.ENTITIES)) {
                same.computeIfAbsent(key(entity), key -> new ArrayList<>()).add(entity);
            }
        }
        List<List<Entity>> ordered = new ArrayList<>(same.values());
        ordered.sort(Comparator.comparingInt(Mixture::firstMention));
        Map<List<Object>, Integer> ids = new HashMap<>();
        List<Entity> entities = new ArrayList<>();
        for (List<Entity> one : ordered) {
            Entity first = one.get(0);
            int id = entities.size() + 1;
            ids.put(key(first), id);
            List<Span> roles = new ArrayList<>();
            List<Mention> mentions = new ArrayList<>();
            for (Entity entity : one) {
                roles.addAll(entity.roles());
                mentions.addAll(entity.mentions());
            }
            roles.sort(Comparator.comparingInt(Span::start));
            mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
            entities.add(new Entity(id, first.type(), first.name(), first.link(), roles, mentions));
        }
        layers.put(Layers.ENTITIES, List.copyOf(entities));
        layers.put(Layers.FIGURES, figures(found, ids));
        layers.put(Layers.ATTRIBUTIONS, attributions(found, ids));
    }

    private static List<Object> key(Entity entity) {
        return List.of(entity.type(), entity.link() == null ? entity.name() : entity.link());
    }

    private static int firstMention(List<Entity> same) {
        return same.stream()
                .mapToInt(entity -> entity.mentions().get(0).span().start())
                .min()
                .orElseThrow();
    }

    private static List<Attribution> attributions(List<Annotations> found, Map<List<Object>, Integer> ids) {
        List<Attribution> attributions = new ArrayList<>();
        for (Annotations part : found) {
            List<Entity> entities = part.get(Layers.ENTITIES);
            for (Attribution attribution : part.get(Layers.ATTRIBUTIONS)) {
                Integer speaker = attribution.speaker();
                attributions.add(attribution.by(speaker == null ? null : ids.get(key(entities.get(speaker - 1)))));
            }
        }
        attributions.sort(Attribution.ORDER);
        return List.copyOf(attributions);
    }

    private static List<Figure> figures(List<Annotations> found, Map<List<Object>, Integer> ids) {
        List<Figure> figures = new ArrayList<>();
        for (Annotations part : found) {
            List<Entity> entities = part.get(Layers.ENTITIES);
            for (Figure figure : part.get(Layers.FIGURES)) {
                Figure.Owner owner = figure.owner();
                if (owner != null && owner.entity() != null) {
                    // Ids are numbers from 1, in order.
                    owner = new Figure.Owner(owner.span(), ids.get(key(entities.get(owner.entity() - 1))));
                }
                figures.add(new Figure(
                        figure.span(),
                        figure.kind(),
                        figure.value(),
                        figure.upper(),
                        figure.qualifier(),
                        figure.unit(),
                        figure.counted(),
                        owner));
            }
        }
        figures.sort(Comparator.comparingInt(figure -> figure.span().start()));
        return List.copyOf(figures);
    }
}
