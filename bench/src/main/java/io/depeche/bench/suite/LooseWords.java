// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.depeche.enrich.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Words at the ends of a date that some count as a part of it and some do not: prepositions, articles, and modifiers
 * ("since", "after", "late") that TIMEX3 keeps out of the value. They are in {@code loose-words.json}, by language.
 */
final class LooseWords {

    private final List<String> phrases = new ArrayList<>();

    /** @param language BCP 47 tag; a language without a list has no loose words */
    LooseWords(String language) {
        try (InputStream in = LooseWords.class.getResourceAsStream("loose-words.json")) {
            for (JsonNode phrase : new ObjectMapper().readTree(in).path(language)) {
                phrases.add(Fold.chars(phrase.asText()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        // "more than" has to be tried before a word that it begins with.
        phrases.sort(Comparator.comparingInt(String::length).reversed());
    }

    /** The place without loose words, white space and punctuation at its ends; the place itself if nothing is left. */
    Span core(String text, Span span) {
        String folded = Fold.chars(text);
        int start = span.start();
        int end = span.end();
        boolean shorter = true;
        while (shorter && start < end) {
            int oldStart = start;
            int oldEnd = end;
            while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
                start++;
            }
            while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
                end--;
            }
            start += leading(folded, start, end);
            end -= trailing(folded, start, end);
            shorter = start != oldStart || end != oldEnd;
        }
        return start < end ? new Span(start, end) : span;
    }

    private int leading(String folded, int start, int end) {
        for (String phrase : phrases) {
            int behind = start + phrase.length();
            if (behind < end
                    && folded.startsWith(phrase, start)
                    && (phrase.endsWith("'") || !Character.isLetterOrDigit(folded.charAt(behind)))) {
                return phrase.length();
            }
        }
        return 0;
    }

    private int trailing(String folded, int start, int end) {
        for (String phrase : phrases) {
            int before = end - phrase.length();
            if (before > start
                    && folded.startsWith(phrase, before)
                    && !Character.isLetterOrDigit(folded.charAt(before - 1))) {
                return phrase.length();
            }
        }
        return 0;
    }
}
