// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.CurrencyDisplayNames;
import com.ibm.icu.text.CurrencyMetaInfo;
import com.ibm.icu.text.CurrencyMetaInfo.CurrencyFilter;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names that the suite gives to units, in one language, to codes of ours.
 *
 * <p>The names are looked up in CLDR, through ICU4J, in that language and then in English, which the suite falls back
 * to: names and plural names of all currencies that were ever legal tender, long and short names of units of measure.
 * {@code units.json} maps CLDR's units to UCUM and has the few names that CLDR lacks. A currency's name may leave words
 * out ("Yuan Chinois" for "yuan renminbi chinois"); where words are those of several currencies ("Dollar", "Franc"),
 * the text does not decide the currency, and no unit is expected. Cents and pence, of which the suite does not say
 * which, are expected as a hundredth or as no unit. A name that is found nowhere is not compared.
 */
final class UnitNames {

    private static final double[] NUMBERS_OF_ALL_PLURALS = {1, 1.5, 2, 3, 5, 10, 11, 100, 1_000_000};

    private final Map<String, List<String>> otherMeasures = new HashMap<>();
    private final Map<String, List<String>> otherMoney = new HashMap<>();
    private final Map<String, List<String>> temperatures = new HashMap<>();
    private final Set<String> minorUnits = new HashSet<>();
    private final List<Map<String, List<String>>> measures = new ArrayList<>();
    private final List<Map<String, Set<String>>> currencies = new ArrayList<>();

    /** @param language BCP 47 tag */
    UnitNames(String language) {
        JsonNode table = table();
        otherMeasures.putAll(lists(table.path("measures")));
        otherMoney.putAll(lists(table.path("money")));
        temperatures.putAll(lists(table.path("temperatures")));
        minorUnits.addAll(texts(table.path("minor")));
        for (ULocale locale : new LinkedHashSet<>(List.of(ULocale.forLanguageTag(language), ULocale.ENGLISH))) {
            measures.add(measures(locale, table.path("cldr")));
            currencies.add(currencies(locale));
        }
    }

    /**
     * Units of an amount of money.
     *
     * @param name name of the suite
     * @param currency ISO 4217 code, where the suite gives one
     */
    AcceptedUnits money(String name, String currency) {
        if (currency != null) {
            return AcceptedUnits.of(currency);
        }
        String words = Fold.words(name);
        if (minorUnits.contains(words)) {
            return AcceptedUnits.of(AcceptedUnits.NONE, AcceptedUnits.MINOR);
        }
        if (otherMoney.containsKey(words)) {
            return AcceptedUnits.of(otherMoney.get(words));
        }
        for (Map<String, Set<String>> names : currencies) {
            Set<String> codes = names.getOrDefault(words, Set.of());
            if (codes.isEmpty()) {
                codes = withAllWords(words, names);
            }
            if (!codes.isEmpty()) {
                return codes.size() == 1 ? new AcceptedUnits(codes) : AcceptedUnits.of(AcceptedUnits.NONE);
            }
        }
        return AcceptedUnits.ANY;
    }

    /** Units of measure. */
    AcceptedUnits measure(String name) {
        String words = Fold.words(name);
        if (otherMeasures.containsKey(words)) {
            return AcceptedUnits.of(otherMeasures.get(words));
        }
        for (Map<String, List<String>> names : measures) {
            if (names.containsKey(words)) {
                return AcceptedUnits.of(names.get(words));
            }
        }
        return AcceptedUnits.ANY;
    }

    /** Units of an age. */
    AcceptedUnits age(String name) {
        return measure(name);
    }

    /** Units of a temperature: of bare degrees, none. */
    AcceptedUnits temperature(String name) {
        String words = Fold.words(name);
        if (temperatures.containsKey(words)) {
            return AcceptedUnits.of(temperatures.get(words));
        }
        AcceptedUnits units = measure(name);
        return units.codes().contains("deg") ? AcceptedUnits.of(AcceptedUnits.NONE) : units;
    }

    private static Set<String> withAllWords(String words, Map<String, Set<String>> names) {
        List<String> wanted = Arrays.asList(words.split(" "));
        Set<String> codes = new HashSet<>();
        names.forEach((name, ofName) -> {
            if (Arrays.asList(name.split(" ")).containsAll(wanted)) {
                codes.addAll(ofName);
            }
        });
        return codes;
    }

    private static Map<String, List<String>> measures(ULocale locale, JsonNode cldr) {
        Map<String, List<String>> names = new TreeMap<>();
        for (UnitWidth width : List.of(UnitWidth.FULL_NAME, UnitWidth.SHORT)) {
            for (Map.Entry<String, JsonNode> entry : cldr.properties()) {
                LocalizedNumberFormatter formatter = NumberFormatter.withLocale(locale)
                        .unit(MeasureUnit.forIdentifier(entry.getKey()))
                        .unitWidth(width);
                for (double number : NUMBERS_OF_ALL_PLURALS) {
                    String name = formatter.format(number).toString().replaceAll("[\\p{N}.,\\h]*\\p{N}", "");
                    names.putIfAbsent(Fold.words(name), texts(entry.getValue()));
                }
            }
        }
        return names;
    }

    private static Map<String, Set<String>> currencies(ULocale locale) {
        Map<String, Set<String>> names = new TreeMap<>();
        CurrencyDisplayNames display = CurrencyDisplayNames.getInstance(locale);
        Set<String> plurals = PluralRules.forLocale(locale).getKeywords();
        for (String code :
                CurrencyMetaInfo.getInstance().currencies(CurrencyFilter.all().withTender())) {
            Set<String> ofCode = new HashSet<>();
            ofCode.add(display.getName(code));
            plurals.forEach(plural -> ofCode.add(display.getPluralName(code, plural)));
            ofCode.forEach(name -> names.computeIfAbsent(Fold.words(name), any -> new HashSet<>())
                    .add(code));
        }
        return names;
    }

    private static JsonNode table() {
        try (InputStream in = UnitNames.class.getResourceAsStream("units.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, List<String>> lists(JsonNode object) {
        Map<String, List<String>> lists = new HashMap<>();
        object.properties().forEach(entry -> lists.put(entry.getKey(), texts(entry.getValue())));
        return lists;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
