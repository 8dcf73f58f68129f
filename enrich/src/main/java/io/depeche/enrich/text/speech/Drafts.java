// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import java.util.ArrayList;
import java.util.List;

/** What was found so far in one text, in the order in which it was. Looks a bounded way back. */
final class Drafts {

    /** How many attributions before one are looked at for what it has in common with them. */
    static final int MOST_BACK = 16;

    private final List<Draft> drafts = new ArrayList<>();
    private final Quotations quotations;

    /** Index of the first one of the sentence. */
    private int first;

    Drafts(Quotations quotations) {
        this.quotations = quotations;
    }

    /** Goes on to another sentence. */
    void enter() {
        first = drafts.size();
    }

    void add(Draft draft) {
        // « … » with nothing but stops in it says nothing.
        if (draft.to() > draft.from()) {
            drafts.add(draft);
        }
    }

    /** Index of the first of the sentence, or of the last ones of a long sentence. */
    int firstOfSentence() {
        return Math.max(first, drafts.size() - MOST_BACK);
    }

    /** Makes what was said end elsewhere. */
    void end(int index, int to) {
        drafts.set(index, drafts.get(index).until(to));
    }

    /** Takes away the last attribution that begins before the end of a part, if it has no cue and says just that part. */
    boolean takeUncued(int from, int to) {
        int farthest = Math.max(0, drafts.size() - MOST_BACK);
        int last = drafts.size() - 1;
        while (last >= farthest && drafts.get(last).from() >= to) {
            // « A. » « Je crois que B », a dit X
            last--;
        }
        Draft draft = last < farthest ? null : drafts.get(last);
        boolean takes = draft != null && draft.cueFrom() < 0 && draft.from() == from && to - draft.to() <= 1;
        if (takes) {
            drafts.remove(last);
            first -= last < first ? 1 : 0;
        }
        return takes;
    }

    Draft get(int index) {
        return drafts.get(index);
    }

    /** Whether the sentence has none yet. */
    boolean hasNone() {
        return drafts.size() == first;
    }

    Draft last() {
        return drafts.get(drafts.size() - 1);
    }

    /** The last ones. */
    List<Draft> recent() {
        return drafts.subList(Math.max(0, drafts.size() - MOST_BACK), drafts.size());
    }

    /** The last ones of the sentence. */
    List<Draft> recentOfSentence() {
        return drafts.subList(firstOfSentence(), drafts.size());
    }

    List<Draft> all() {
        return drafts;
    }

    /** Index of the last attribution behind a token that does not stand in a quotation; -1 where there is none. */
    int outer(int from) {
        int farthest = Math.max(0, drafts.size() - MOST_BACK);
        for (int i = drafts.size() - 1; i >= farthest && drafts.get(i).to() >= from; i--) {
            Draft draft = drafts.get(i);
            if (draft.cueFrom() < 0 || quotations.at(draft.cueFrom()) == null) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the longest attribution behind a token that ends right before a sentence; -1 where none does. */
    int clauseBefore(int sentence, int from) {
        int longest = -1;
        for (int i = first - 1;
                i >= Math.max(0, first - MOST_BACK) && drafts.get(i).to() >= from;
                i--) {
            Draft draft = drafts.get(i);
            boolean ends = draft.cueFrom() >= 0 && draft.to() == sentence - 1 && draft.from() > draft.cueFrom();
            if (ends && (longest < 0 || draft.from() < drafts.get(longest).from())) {
                longest = i;
            }
        }
        return longest;
    }

    /** Who speaks in that attribution; null where there is none, or nobody does. */
    Draft.Speaker speaker(int from) {
        int last = outer(from);
        return last < 0 ? null : drafts.get(last).speaker();
    }

    /** Index of the last attribution of a quotation with its cue behind it that is not inside another one; -1 where there is none. */
    int outerQuotation(int from) {
        int farthest = Math.max(0, drafts.size() - MOST_BACK);
        for (int i = drafts.size() - 1; i >= farthest && drafts.get(i).to() >= from; i--) {
            Draft draft = drafts.get(i);
            if (draft.quotation() && draft.cueFrom() >= draft.to() && quotations.at(draft.cueFrom()) == null) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a token stands in what somebody was found to say, or right before it. */
    boolean isCovered(int at) {
        return recent().stream().anyMatch(draft -> draft.from() <= at + 1 && draft.to() > at);
    }
}
