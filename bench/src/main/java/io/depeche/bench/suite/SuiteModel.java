// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import java.nio.file.Path;

/**
 * The files of the suite that are scored.
 *
 * <p>Not scored: the {@code *Mode} files and {@code DateTimeModelExtendedTypes}, {@code …ComplexCalendar} and
 * {@code …SplitDateAndTime}, which restate the same inputs under options of that library (percent mode, experimental,
 * calendar, tasks); the {@code *Extractor} files, whose inputs the parser files have with values; time zones, which are
 * no part of a TIMEX3 value.
 */
enum SuiteModel {
    NUMBER("Number", "NumberModel", Group.NUMBER),
    ORDINAL("Number", "OrdinalModel", Group.ORDINAL),
    ORDINAL_WITHOUT_RELATIVE("Number", "OrdinalModelSuppressExtendedTypes", Group.ORDINAL),
    PERCENT("Number", "PercentModel", Group.PERCENT),
    CURRENCY("NumberWithUnit", "CurrencyModel", Group.CURRENCY),
    DIMENSION("NumberWithUnit", "DimensionModel", Group.DIMENSION),
    AGE("NumberWithUnit", "AgeModel", Group.AGE),
    TEMPERATURE("NumberWithUnit", "TemperatureModel", Group.TEMPERATURE),
    NUMBER_RANGE("Number", "NumberRangeModel", Group.NUMBER_RANGE),
    DATE_TIME("DateTimeModel", DateKind.ANY),
    DATE_PARSER("DateParser", DateKind.DATE),
    DATE_PERIOD_PARSER("DatePeriodParser", DateKind.PERIOD),
    DATE_TIME_PARSER("DateTimeParser", DateKind.DATE_TIME),
    DATE_TIME_PERIOD_PARSER("DateTimePeriodParser", DateKind.DATE_TIME_PERIOD),
    DURATION_PARSER("DurationParser", DateKind.DURATION),
    SET_PARSER("SetParser", DateKind.SET),
    TIME_PARSER("TimeParser", DateKind.TIME),
    TIME_PERIOD_PARSER("TimePeriodParser", DateKind.TIME_PERIOD),
    HOLIDAY_PARSER("HolidayParser", DateKind.DATE),
    MERGED_PARSER("MergedParser", DateKind.ANY);

    private final String folder;
    private final String fileName;
    private final Group group;
    private final DateKind kind;

    SuiteModel(String folder, String fileName, Group group) {
        this(folder, fileName, group, DateKind.ANY);
    }

    SuiteModel(String fileName, DateKind kind) {
        this("DateTime", fileName, Group.DATE_TIME, kind);
    }

    SuiteModel(String folder, String fileName, Group group, DateKind kind) {
        this.folder = folder;
        this.fileName = fileName;
        this.group = group;
        this.kind = kind;
    }

    /** The suite's name for it. */
    String fileName() {
        return fileName;
    }

    Group group() {
        return group;
    }

    /** What it lists of dates and times. */
    DateKind kind() {
        return kind;
    }

    /** Its cases of a language: {@code Number/English/NumberModel}. */
    String key(String language) {
        return folder + "/" + language + "/" + fileName;
    }

    /** The file of its cases of a language, which need not exist. */
    Path file(Path suite, String language) {
        return suite.resolve(key(language) + ".json");
    }
}
