// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

/**
 * The features of tokens, as hashes. What can be said of a token alone is worked out once a block of sentences
 * ({@link #prepare}); what is said of it and its neighbours, for each token ({@link #extract}). Some features are of one word
 * only, the token's own or a neighbour's ({@link #ofWord}): what they weigh is the same wherever the word stands. The trainer
 * and the tagger use the same code. Not thread-safe.
 */
public final class Features {

    /** Changes where the features of any token do: a model is for one version only. */
    public static final int VERSION = 1;

    /** The most features that a token has. */
    public static final int MOST = 72;

    private static final int AFFIX = 4;
    private static final int CHECK = 0x2C1B3C6D;
    private static final int LONGEST_SHAPE = 10;
    private static final int STEM = 5;
    private static final int MOST_CUT = 3;
    private static final int SHORTEST_STEM = 3;

    private static final int CAPITALISED = 1;
    private static final int ALL_CAPITALS = 2;
    private static final int LETTERS = 4;
    private static final int SENTENCE_START = 8;

    /** How far a word stands before the token of which its features tell something. */
    static final int[] PLACES = {0, 1, -1, 2, -2};

    /** The templates of a neighbour, in the order of the places: of its word, its last letters, its class. */
    private static final int[][] OF_NEIGHBOUR = {{}, {4, 43, 51}, {5, 44, 52}, {6, 0, 53}, {7, 0, 54}};

    /** Stands for what is before the first and behind the last token. */
    private static final int EDGE = 0x5EED;

    private final int seed;
    private final Knowledge knowledge;
    private final DocumentWords document = new DocumentWords();
    private int base;
    private int[] exact = new int[0];
    private int[] check = new int[0];
    private int[] lower = new int[0];
    private int[] shape = new int[0];
    private int[] prefixes = new int[0];
    private int[] suffixes = new int[0];
    private int[] stem = new int[0];
    private int[] flags = new int[0];
    private int[] facts = new int[0];
    private int[] listed = new int[0];
    private int[] seen = new int[0];
    private int[] runFrom = new int[0];
    private int[] runTo = new int[0];
    private final int[] rolling = new int[MOST_CUT + 1];
    private final int[] lastLetters = new int[AFFIX];

    private int from;
    private int to;
    private int style;
    private int count;
    private int[] out;
    private final int[] templates = new int[MOST];

    /**
     * @param seed of the hashes: part of the model
     * @param knowledge of words
     */
    public Features(int seed, Knowledge knowledge) {
        this.seed = seed;
        this.knowledge = knowledge;
    }

    /** Works out what there is to say of each token of some sentences of one document. */
    public void prepare(Words words, int firstSentence, int sentences) {
        base = words.from(firstSentence);
        int size = words.to(firstSentence + sentences - 1) - base;
        reserve(size);
        for (int i = 0; i < size; i++) {
            read(words, base + i, i);
        }
        document.reset(size);
        for (int s = firstSentence; s < firstSentence + sentences; s++) {
            sentence(words.from(s) - base, words.to(s) - base);
        }
        for (int i = 0; i < size; i++) {
            seen[i] = document.others(lower[i], seen[i]);
        }
    }

    private void reserve(int size) {
        if (size <= exact.length) {
            return;
        }
        int capacity = Math.max(size, Math.max(256, exact.length * 2));
        exact = new int[capacity];
        check = new int[capacity];
        lower = new int[capacity];
        shape = new int[capacity];
        prefixes = new int[capacity * AFFIX];
        suffixes = new int[capacity * AFFIX];
        stem = new int[capacity];
        flags = new int[capacity];
        facts = new int[capacity];
        listed = new int[capacity];
        seen = new int[capacity];
        runFrom = new int[capacity];
        runTo = new int[capacity];
    }

    private void read(Words words, int token, int i) {
        char[] chars = words.chars();
        int end = words.end(token);
        int exactHash = Hash.START;
        int checkHash = 0;
        int lowerHash = Hash.START;
        int shapeHash = Hash.START;
        int lastClass = -1;
        int runs = 0;
        int letters = 0;
        int capitals = 0;
        int smalls = 0;
        int stemHash = 0;
        int first = 0;
        for (int at = words.start(token); at < end; ) {
            int c = Character.codePointAt(chars, at, end);
            at += Character.charCount(c);
            int folded = Hash.fold(c);
            int kind = kind(c, folded);
            if (letters == 0) {
                first = kind;
            } else if (stemHash == 0 && (folded == '-' || folded == '\'')) {
                stemHash = Hash.finish(lowerHash);
            }
            capitals += kind == 'X' ? 1 : 0;
            smalls += kind == 'x' ? 1 : 0;
            rolling[letters % rolling.length] = lowerHash;
            exactHash = Hash.step(exactHash, c);
            checkHash = checkHash * CHECK + c;
            lowerHash = Hash.step(lowerHash, folded);
            lastLetters[letters % AFFIX] = folded;
            if (letters < AFFIX) {
                prefixes[i * AFFIX + letters] = lowerHash;
            }
            letters++;
            if (letters == STEM && stemHash == 0) {
                stemHash = -1;
                stem[i] = Hash.finish(lowerHash);
            }
            if (kind != lastClass && runs < LONGEST_SHAPE) {
                shapeHash = Hash.step(shapeHash, kind);
                runs++;
            } else if (kind == 'X' && capitals == 2) {
                shapeHash = Hash.step(shapeHash, 'Y');
            }
            lastClass = kind;
        }
        exact[i] = Hash.finish(exactHash);
        check[i] = checkHash;
        lower[i] = Hash.finish(lowerHash);
        shape[i] = shapeHash;
        if (stemHash != -1) {
            stem[i] = stemHash == 0 ? lower[i] : stemHash;
        }
        for (int k = letters; k < AFFIX; k++) {
            prefixes[i * AFFIX + k] = 0;
        }
        int suffix = Hash.START;
        for (int k = 0; k < AFFIX; k++) {
            if (k < letters) {
                suffix = Hash.step(suffix, lastLetters[(letters - 1 - k) % AFFIX]);
                suffixes[i * AFFIX + k] = suffix;
            } else {
                suffixes[i * AFFIX + k] = 0;
            }
        }
        flags[i] = (first == 'X' ? CAPITALISED : 0)
                | (capitals > 1 && smalls == 0 ? ALL_CAPITALS : 0)
                | (capitals + smalls > 0 ? LETTERS : 0);
        facts[i] = facts(i, letters);
        listed[i] = 0;
        seen[i] = 0;
    }

    private int facts(int i, int letters) {
        int known = knowledge.words().get(lower[i]);
        if (known != 0 || (flags[i] & LETTERS) == 0) {
            return known;
        }
        if (stem[i] != lower[i]) {
            known = knowledge.words().get(stem[i]);
        }
        for (int cut = 1; known == 0 && cut <= MOST_CUT && letters - cut >= SHORTEST_STEM; cut++) {
            known = knowledge.words().get(Hash.finish(rolling[(letters - cut) % rolling.length]));
        }
        return known == 0 ? 0 : known | 7;
    }

    private static int kind(int c, int folded) {
        if (c != folded && folded != '0' && folded != '\'' && folded != '-' && folded != '"') {
            return 'X';
        }
        if (c < 0x80) {
            if (c >= 'a' && c <= 'z') {
                return 'x';
            }
            return c >= '0' && c <= '9' ? '0' : c;
        }
        if (Character.isLetter(c)) {
            return 'x';
        }
        return folded;
    }

    private void sentence(int first, int last) {
        int letters = 0;
        int capitals = 0;
        int capitalised = 0;
        for (int i = first; i < last; i++) {
            if ((flags[i] & LETTERS) != 0) {
                letters++;
                capitals += (flags[i] & ALL_CAPITALS) != 0 ? 1 : 0;
                capitalised += flags[i] & CAPITALISED;
            }
        }
        int sentenceStyle = style(letters, capitals, capitalised);
        int run = -1;
        boolean start = true;
        for (int i = first; i < last; i++) {
            boolean word = (flags[i] & LETTERS) != 0;
            if (start) {
                flags[i] |= SENTENCE_START;
                start = !word;
            }
            flags[i] |= sentenceStyle << 4;
            if ((flags[i] & CAPITALISED) == 0) {
                run = -1;
                runFrom[i] = i;
                runTo[i] = i + 1;
            } else {
                run = run < 0 ? i : run;
                runFrom[i] = run;
                for (int k = run; k <= i; k++) {
                    runTo[k] = i + 1;
                }
                // A row of capitals is short but for headlines, whose rows tell nothing.
                run = i - run >= 8 ? -1 : run;
            }
        }
        for (int i = first; i < last; i++) {
            if ((flags[i] & LETTERS) != 0 && sentenceStyle == 0) {
                count(i, first);
            }
        }
        lists(first, last);
    }

    /** 0 for plain text, 1 where most words are in capitals throughout, 2 where most have a capital. */
    private static int style(int letters, int capitals, int capitalised) {
        if (letters > 3 && capitals * 10 > letters * 6) {
            return 1;
        }
        return letters > 3 && capitalised * 10 > letters * 6 ? 2 : 0;
    }

    private void count(int i, int first) {
        int what = 0;
        if ((flags[i] & CAPITALISED) == 0) {
            what = DocumentWords.SMALL;
        } else if ((flags[i] & SENTENCE_START) == 0) {
            what = DocumentWords.CAPITAL;
        }
        if (what != 0) {
            document.add(lower[i], what);
        }
        seen[i] = what;
        if (runFrom[i] < i && i > first) {
            document.add(lower[i], DocumentWords.BEHIND_CAPITAL);
            seen[i] |= DocumentWords.BEHIND_CAPITAL;
        }
        if (runTo[i] > i + 1) {
            document.add(lower[i], DocumentWords.BEFORE_CAPITAL);
            seen[i] |= DocumentWords.BEFORE_CAPITAL;
        }
    }

    private void lists(int first, int last) {
        for (int i = first; i < last; ) {
            int found = 0;
            int length = 0;
            int hash = Hash.START;
            for (int k = i; k < last && k - i < Knowledge.LONGEST_PHRASE; k++) {
                hash = Hash.phrase(hash, lower[k]);
                int phrase = knowledge.phrases().get(hash);
                if (phrase >>> 1 != 0) {
                    found = phrase >>> 1;
                    length = k + 1 - i;
                }
                if ((phrase & Knowledge.GOES_ON) == 0) {
                    break;
                }
            }
            if (length == 0 || (flags[i] & CAPITALISED) == 0) {
                i++;
                continue;
            }
            for (int k = 0; k < length; k++) {
                listed[i + k] = found << 2 | (k == 0 ? 1 : 2);
            }
            i += length;
        }
    }

    /** Sets the sentence whose tokens are extracted, by the index of its tokens in the words. */
    public void begin(int firstToken, int behindToken) {
        from = firstToken - base;
        to = behindToken - base;
        style = flags[from] >>> 4;
    }

    private int at(int[] values, int i) {
        return i < from || i >= to ? EDGE + (i < from ? from - i : i - to + 1) : values[i];
    }

    private int fine(int i) {
        return i < from || i >= to ? EDGE : Knowledge.fine(facts[i]);
    }

    private int coarse(int i) {
        return i < from || i >= to ? EDGE : Knowledge.coarse(facts[i]);
    }

    private void put(int template, int value) {
        templates[count] = template;
        out[count++] = Hash.feature(seed, template, value);
    }

    /**
     * Writes the features of a token of the sentence: all of them, in the order of their templates, since the sums that a trainer makes of
     * them depend on it in the last bit. The arguments are those of {@link #around}.
     */
    public int extract(int token, int[] target) {
        int i = token - base;
        out = target;
        count = 0;
        own(i);
        for (int place = 1; place < PLACES.length; place++) {
            int neighbour = i - PLACES[place];
            if (neighbour >= from && neighbour < to) {
                ofNeighbour(place, neighbour);
            }
        }
        aroundIt(i);
        sort();
        return count;
    }

    private void sort() {
        for (int i = 1; i < count; i++) {
            int template = templates[i];
            int feature = out[i];
            int at = i;
            while (at > 0 && rank(templates[at - 1]) > rank(template)) {
                templates[at] = templates[at - 1];
                out[at] = out[at - 1];
                at--;
            }
            templates[at] = template;
            out[at] = feature;
        }
    }

    /** The affixes of one length, of templates from 10 and from 20 on, stand beside each other. */
    private static int rank(int template) {
        if (template < 10 || template >= 20 + AFFIX) {
            return template;
        }
        return template < 20 ? 8 + 2 * (template - 10) : 9 + 2 * (template - 20);
    }

    /**
     * Writes those features of a token of the sentence that are not of one word only.
     *
     * @param token index of the token in the words
     * @param target takes up to {@link #MOST} hashes
     * @return how many there are
     */
    int around(int token, int[] target) {
        out = target;
        count = 0;
        aroundIt(token - base);
        return count;
    }

    /**
     * Writes what a word says of the tokens that it stands before, behind or at, place by place: the same for any two tokens with
     * one {@link #identity}.
     *
     * @param token index of the word's token
     * @param target takes up to {@link #MOST} hashes
     * @param ends takes how many hashes there are up to the end of each of the {@link #PLACES}
     */
    void ofWord(int token, int[] target, int[] ends) {
        out = target;
        count = 0;
        own(token - base);
        ends[0] = count;
        for (int place = 1; place < PLACES.length; place++) {
            ofNeighbour(place, token - base);
            ends[place] = count;
        }
    }

    /** What tells a token of the sentence from those of which {@link #ofWord} says something else; never zero. */
    long identity(int token) {
        int i = token - base;
        return (long) exact[i] << 32
                | (check[i] ^ (style << 1 | (flags[i] & SENTENCE_START)) * 0x85EBCA77) & 0xFFFFFFFFL;
    }

    private void own(int i) {
        int form = form(i);
        int start = flags[i] & SENTENCE_START;
        put(1, style);
        put(2, lower[i]);
        put(3, exact[i]);
        put(8, stem[i]);
        for (int k = 0; k < AFFIX; k++) {
            if (prefixes[i * AFFIX + k] != 0 && k > 0) {
                put(10 + k, prefixes[i * AFFIX + k]);
            }
            if (suffixes[i * AFFIX + k] != 0) {
                put(20 + k, suffixes[i * AFFIX + k]);
            }
        }
        put(25, Hash.both(suffixes[i * AFFIX + 2], form));
        put(30, Hash.both(form, start));
        put(50, Hash.both(Knowledge.fine(facts[i]), form));
        put(61, Hash.both(Knowledge.spelling(facts[i]), Hash.both(form, start)));
        put(62, Hash.both(Knowledge.kinds(facts[i]), form));
    }

    private void ofNeighbour(int place, int i) {
        int[] templates = OF_NEIGHBOUR[place];
        put(templates[0], lower[i]);
        if (templates[1] != 0) {
            put(templates[1], suffixes[i * AFFIX + 2]);
        }
        put(templates[2], Knowledge.fine(facts[i]));
    }

    /** What is said where a neighbour is missing. */
    private void edges(int i) {
        for (int place = 1; place < PLACES.length; place++) {
            int neighbour = i - PLACES[place];
            if (neighbour < from || neighbour >= to) {
                put(OF_NEIGHBOUR[place][0], at(lower, neighbour));
                put(OF_NEIGHBOUR[place][2], EDGE);
            }
        }
    }

    private int form(int i) {
        return shape[i] ^ style * 0x1234567;
    }

    private void aroundIt(int i) {
        edges(i);
        int form = form(i);
        int before = at(lower, i - 1);
        int word = lower[i];
        int after = at(lower, i + 1);
        int shapeBefore = at(shape, i - 1);
        int shapeAfter = at(shape, i + 1);
        put(31, Hash.both(shapeBefore, form));
        put(32, Hash.both(form, shapeAfter));
        put(33, Hash.both(Hash.both(shapeBefore, form), shapeAfter));
        put(34, Hash.both(at(shape, i - 2), Hash.both(shapeBefore, form)));
        put(35, Hash.both(at(shape, i + 2), Hash.both(shapeAfter, form)));
        put(36, Hash.both(before, word));
        put(37, Hash.both(word, after));
        put(38, Hash.both(before, after));
        put(39, Hash.both(before, form));
        put(40, Hash.both(after, form));
        put(41, Hash.both(Hash.both(at(lower, i - 2), before), form));
        put(42, Hash.both(Hash.both(at(lower, i + 2), after), form));
        classes(i, form);
        run(i, form);
    }

    private void classes(int i, int form) {
        int fineBefore = fine(i - 1);
        int fineAfter = fine(i + 1);
        int coarse = coarse(i);
        int coarseBefore = coarse(i - 1);
        int coarseAfter = coarse(i + 1);
        put(55, Hash.both(coarseBefore, coarse));
        put(56, Hash.both(coarse, coarseAfter));
        put(57, Hash.both(Hash.both(coarseBefore, coarse), coarseAfter));
        put(58, Hash.both(fineBefore, form));
        put(59, Hash.both(fineAfter, form));
        put(60, Hash.both(Hash.both(coarse(i - 2), coarseBefore), form));
        put(63, Hash.both(Knowledge.kinds(facts[i]), i > from ? Knowledge.kinds(facts[i - 1]) : EDGE));
        put(64, Hash.both(Knowledge.kinds(facts[i]), i + 1 < to ? Knowledge.kinds(facts[i + 1]) : EDGE));
        put(65, Hash.both(listed[i], form));
        put(66, Hash.both(at(listed, i - 1), listed[i]));
        put(67, Hash.both(listed[i], at(listed, i + 1)));
        put(68, Hash.both(seen[i], Hash.both(form, flags[i] & SENTENCE_START)));
    }

    /** Where a token stands in a row of words with capitals, and what stands around the row. */
    private void run(int i, int form) {
        if ((flags[i] & CAPITALISED) == 0) {
            return;
        }
        int first = runFrom[i];
        int behind = runTo[i];
        int place = Math.min(i - first, 3) << 3 | Math.min(behind - 1 - i, 3);
        put(70, Hash.both(place, form));
        put(71, Hash.both(at(lower, first - 1), place));
        put(72, Hash.both(at(lower, behind), place));
        put(73, Hash.both(lower[behind - 1], Math.min(behind - 1 - i, 3)));
        put(74, Hash.both(lower[first], Math.min(i - first, 3)));
        put(75, Hash.both(fine(behind - 1), place));
        put(76, Hash.both(fine(first), place));
        put(77, Hash.both(fine(first - 1), place));
        put(78, Hash.both(fine(behind), place));
    }

    /** Whether a token tells by a capital that it may be a name. */
    boolean isVoter(int token) {
        return (flags[token - base] & (CAPITALISED | LETTERS)) == (CAPITALISED | LETTERS)
                && flags[token - base] >>> 4 == 0;
    }

    /** Whether a sentence starts with a token, whose capital then tells nothing. */
    boolean isStart(int token) {
        return (flags[token - base] & SENTENCE_START) != 0;
    }

    /** Hash of the word that a token is. */
    int word(int token) {
        return lower[token - base];
    }
}
