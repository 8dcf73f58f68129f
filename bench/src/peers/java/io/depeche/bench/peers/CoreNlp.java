// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.peers;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.Word;
import io.depeche.enrich.text.names.tagger.Labels;
import io.depeche.enrich.text.names.training.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Stanford CoreNLP's classifier of names, sentence by sentence on the tokens given: nothing of the pipeline around it, no
 * figures, no dates, no lists. That is its fastest. See {@link CoreNlpModel} for how tokens are written for it.
 */
final class CoreNlp implements Tagger {

    private final CoreNlpModel model;
    private final CRFClassifier<CoreLabel> classifier;

    /**
     * Loads a classifier.
     *
     * @param model says how tokens are written
     * @param resource the classifier, on the class path or in a file
     * @throws IOException if it can't be read
     */
    CoreNlp(CoreNlpModel model, String resource) throws IOException {
        this.model = model;
        try {
            classifier = CRFClassifier.getClassifier(resource);
        } catch (ClassNotFoundException | ClassCastException unusable) {
            throw new IOException(resource + " is no classifier of this CoreNLP", unusable);
        }
    }

    @Override
    public String name() {
        return "CoreNLP";
    }

    @Override
    public List<byte[]> tag(List<Sentence> document) {
        return document.stream().map(this::tag).toList();
    }

    private byte[] tag(Sentence sentence) {
        List<Word> words = new ArrayList<>(sentence.size());
        for (String token : sentence.tokens()) {
            words.add(new Word(model.spell(token)));
        }
        List<String> answers = new ArrayList<>(sentence.size());
        for (CoreLabel word : classifier.classifySentence(words)) {
            answers.add(word.get(AnswerAnnotation.class));
        }
        return labels(answers);
    }

    /**
     * Labels of a classifier's answers. Models with bare types (PERSON) can't tell two names side by side apart;
     * those with I-PER say B-PER where a second one starts.
     */
    static byte[] labels(List<String> answers) {
        byte[] labels = new byte[answers.size()];
        for (int i = 0; i < labels.length; i++) {
            String type = type(answers.get(i));
            if (type.equals("O")) {
                continue;
            }
            boolean first = i == 0 || !type(answers.get(i - 1)).equals(type) || !goesOn(type, answers.get(i));
            boolean last = i + 1 == labels.length || !goesOn(type, answers.get(i + 1));
            labels[i] = Labels.of(Labels.TYPES.indexOf(type), first, last);
        }
        return labels;
    }

    private static boolean goesOn(String type, String answer) {
        return !answer.startsWith("B-") && type(answer).equals(type);
    }

    private static String type(String answer) {
        String type = answer.startsWith("B-") || answer.startsWith("I-") ? answer.substring(2) : answer;
        return switch (type) {
            case "PERSON", "PER", "PERS" -> "PER";
            case "LOCATION", "LOC", "LUG" -> "LOC";
            case "ORGANIZATION", "ORG" -> "ORG";
            case "MISC", "OTROS" -> "MISC";
            // Figures and dates of the classifiers with seven classes.
            default -> "O";
        };
    }
}
