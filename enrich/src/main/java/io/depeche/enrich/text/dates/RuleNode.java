// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.util.Arrays;

/** A state of the automaton of one level: what may come next, and which rules end here. Filled at start-up. */
final class RuleNode {

    private int[] words = new int[0];
    private RuleNode[] next = new RuleNode[0];
    /** {@link #key} of each slot that may come next. */
    private int[] keys = new int[0];

    private RuleNode[] filled = new RuleNode[0];
    private RuleNode glued;
    private RuleNode spanEnd;
    private RuleNode sentenceEnd;
    private Rule[] rules = new Rule[0];

    RuleNode word(int word) {
        int index = Arrays.binarySearch(words, word);
        return index < 0 ? null : next[index];
    }

    int slots() {
        return keys.length;
    }

    int key(int slot) {
        return keys[slot];
    }

    RuleNode filled(int slot) {
        return filled[slot];
    }

    /** What may come next if no space is before it; or null. */
    RuleNode glued() {
        return glued;
    }

    /** What has to follow without being a part of the match; or null. */
    RuleNode spanEnd() {
        return spanEnd;
    }

    /** What may come next at the end of the sentence: nothing; or null. */
    RuleNode sentenceEnd() {
        return sentenceEnd;
    }

    Rule[] rules() {
        return rules;
    }

    RuleNode addWord(int word) {
        int index = Arrays.binarySearch(words, word);
        if (index >= 0) {
            return next[index];
        }
        int at = -index - 1;
        words = insert(words, at, word);
        RuleNode[] more = new RuleNode[next.length + 1];
        System.arraycopy(next, 0, more, 0, at);
        System.arraycopy(next, at, more, at + 1, next.length - at);
        more[at] = new RuleNode();
        next = more;
        return more[at];
    }

    RuleNode addSlot(int key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                return filled[i];
            }
        }
        keys = insert(keys, keys.length, key);
        filled = Arrays.copyOf(filled, keys.length);
        filled[keys.length - 1] = new RuleNode();
        return filled[keys.length - 1];
    }

    RuleNode addGlued() {
        glued = glued == null ? new RuleNode() : glued;
        return glued;
    }

    RuleNode addSpanEnd() {
        spanEnd = spanEnd == null ? new RuleNode() : spanEnd;
        return spanEnd;
    }

    RuleNode addSentenceEnd() {
        sentenceEnd = sentenceEnd == null ? new RuleNode() : sentenceEnd;
        return sentenceEnd;
    }

    void addRule(Rule rule) {
        // Two ways through one rule may come to the same words.
        if (rules.length == 0 || rules[rules.length - 1].order() != rule.order()) {
            rules = Arrays.copyOf(rules, rules.length + 1);
            rules[rules.length - 1] = rule;
        }
    }

    private static int[] insert(int[] numbers, int at, int number) {
        int[] more = new int[numbers.length + 1];
        System.arraycopy(numbers, 0, more, 0, at);
        System.arraycopy(numbers, at, more, at + 1, numbers.length - at);
        more[at] = number;
        return more;
    }
}
