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
    DATE_TIME("DateTime", "DateTimeModel", Group.DATE_TIME),
    DATE_PARSER("DateTime", "DateParser", Group.DATE_TIME),
    DATE_PERIOD_PARSER("DateTime", "DatePeriodParser", Group.DATE_TIME),
    DATE_TIME_PARSER("DateTime", "DateTimeParser", Group.DATE_TIME),
    DATE_TIME_PERIOD_PARSER("DateTime", "DateTimePeriodParser", Group.DATE_TIME),
    DURATION_PARSER("DateTime", "DurationParser", Group.DATE_TIME),
    SET_PARSER("DateTime", "SetParser", Group.DATE_TIME),
    TIME_PARSER("DateTime", "TimeParser", Group.DATE_TIME),
    TIME_PERIOD_PARSER("DateTime", "TimePeriodParser", Group.DATE_TIME),
    HOLIDAY_PARSER("DateTime", "HolidayParser", Group.DATE_TIME),
    MERGED_PARSER("DateTime", "MergedParser", Group.DATE_TIME);

    private final String folder;
    private final String fileName;
    private final Group group;

    SuiteModel(String folder, String fileName, Group group) {
        this.folder = folder;
        this.fileName = fileName;
        this.group = group;
    }

    /** The suite's name for it. */
    String fileName() {
        return fileName;
    }

    Group group() {
        return group;
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
