// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A length of time: how many of which units.
 *
 * @param parts from the largest unit on, as the text has them
 */
record Length(List<Part> parts) {

    /** More than any press text reckons with; keeps the years of java.time in bounds. */
    private static final int MOST = 9_999;

    /**
     * @param amount how many; null where the text leaves it open
     * @param unit of what
     */
    record Part(BigDecimal amount, TimeUnit unit) {}

    Length {
        parts = List.copyOf(parts);
    }

    static Length of(BigDecimal amount, TimeUnit unit) {
        return new Length(List.of(new Part(amount, unit)));
    }

    Length plus(Length other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new Length(all);
    }

    /** The unit of its first part. */
    TimeUnit unit() {
        return parts.get(0).unit();
    }

    /** How many of its one unit there are; -1 where it has several, or parts of one, or leaves it open. */
    int whole() {
        BigDecimal amount = parts.get(0).amount();
        if (parts.size() > 1
                || amount == null
                || amount.signum() < 0
                || amount.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            return -1;
        }
        int whole = amount.intValue();
        return amount.compareTo(BigDecimal.valueOf(whole)) == 0 ? whole : -1;
    }

    /** Whether each part is a whole number of days or longer units, so that a day can be moved by it. */
    boolean isWholeDays() {
        return parts.stream()
                .allMatch(part -> !part.unit().isOfClock()
                        && Length.of(part.amount(), part.unit()).whole() >= 0);
    }

    /** Whether a part of it is shorter than a day, so that only a time can be moved by it. */
    boolean isOfClock() {
        return parts.stream().anyMatch(part -> part.unit().isOfClock());
    }

    /** Whether it is told to the second. */
    boolean hasSeconds() {
        return parts.stream().anyMatch(part -> part.unit() == TimeUnit.SECOND);
    }

    /** Whether each part is a whole number of months or longer units. */
    boolean isWholeMonths() {
        return isWholeDays() && parts.stream().allMatch(part -> part.unit().isOfMonths());
    }

    /** Whether each part is a whole number of years or longer units. */
    boolean isWholeYears() {
        return isWholeDays() && parts.stream().allMatch(part -> part.unit().index() >= TimeUnit.YEAR.index());
    }

    /** A day moved by this length, which {@link #isWholeDays()}; null where that leaves the calendar. */
    LocalDate from(LocalDate day, int sign) {
        LocalDate moved = day;
        for (Part part : parts) {
            int amount = sign * part.amount().intValue() * part.unit().count();
            moved = part.unit() == TimeUnit.BUSINESS_DAY
                    ? Days.plusBusinessDays(moved, amount)
                    : moved.plus(amount, part.unit().chrono());
            if (moved.getYear() < 1 || moved.getYear() > MOST) {
                return null;
            }
        }
        return moved;
    }

    /** A time moved by this length; null where it leaves a part open, or leaves the calendar. */
    LocalDateTime from(LocalDateTime time, int sign) {
        LocalDateTime moved = time;
        for (Part part : parts) {
            boolean fits = part.amount() != null
                    && part.amount().abs().compareTo(BigDecimal.valueOf(MOST)) <= 0
                    && (part.unit().isOfClock()
                            || of(part.amount(), part.unit()).whole() >= 0);
            if (!fits) {
                return null;
            }
            if (part.unit().isOfClock()) {
                BigDecimal seconds = part.amount()
                        .multiply(BigDecimal.valueOf(
                                part.unit().chrono().getDuration().toSeconds()));
                moved = moved.plusSeconds(
                        sign * seconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
            } else {
                LocalDate day = of(part.amount(), part.unit()).from(moved.toLocalDate(), sign);
                moved = day == null ? null : day.atTime(moved.toLocalTime());
            }
            if (moved == null || moved.getYear() < 1 || moved.getYear() > MOST) {
                return null;
            }
        }
        return moved;
    }

    /** The TIMEX3 value: P1Y6M, PT3H30M, PXD. */
    String timex() {
        StringBuilder timex = new StringBuilder("P");
        boolean time = false;
        for (Part part : parts) {
            if (part.unit().isOfClock() && !time) {
                time = true;
                timex.append('T');
            }
            if (part.amount() == null) {
                timex.append('X');
            } else {
                timex.append(part.amount()
                        .multiply(part.unit().factor())
                        .stripTrailingZeros()
                        .toPlainString());
            }
            timex.append(part.unit().code());
        }
        return timex.toString();
    }
}
