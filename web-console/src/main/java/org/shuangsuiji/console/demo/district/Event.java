package org.shuangsuiji.console.demo.district;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What departments tell of one kind, and of how many.
 *
 * @param shares of ten thousand subjects, of how many there is something to tell, from the calm to the bad
 * @param several whether there may be more than one, the more the worse its conduct
 * @param byName of ten thousand rows, how many name their subject by its name alone
 * @param changingColumn the column that differs when a row comes again with another content
 */
record Event(
        List<String> headers,
        List<Integer> shares,
        Predicate<Subject> fits,
        boolean several,
        int byName,
        int changingColumn,
        Cells cells) {

    /** What a row is made of. */
    record Telling(Subject subject, Chance chance, LocalDate day, int index, LocalDate today, long seed) {

        String spelled() {
            return Days.spelled(day, chance.below(20));
        }

        String month() {
            return chance.percent(50)
                    ? day.getYear() + "年" + day.getMonthValue() + "月"
                    : Days.dashed(day).substring(0, 7);
        }

        /** A number of a document of this kind of body. */
        String number(Authority authority, String word) {
            return authority.shortIn(subject.county()) + word + "字〔" + day.getYear() + "〕第" + subject.number() + "-"
                    + (index + 1) + "号";
        }

        /** The day some time later; empty where that lies ahead, or in so many cases of a hundred. */
        String later(int daysMax, int stillPercent) {
            LocalDate later = day.plusDays(10L + chance.below(daysMax));
            boolean still = chance.percent(stillPercent);
            return still || !later.isBefore(today) ? "" : Days.dashed(later);
        }

        String body(Authority authority) {
            return authority.in(subject.county());
        }

        String court() {
            return subject.county().name() + "人民法院（演示）";
        }

        int grade() {
            return subject.conduct().grade();
        }

        /** Some earlier subject of the district. */
        Subject other() {
            return Subject.of(seed, 1 + chance.below(subject.number()), today);
        }

        /** A number of nobody: no region has the code 999999; birthday and check are right. */
        String person() {
            String digits = "999999" + (1960 + chance.below(40)) + two(1 + chance.below(12)) + two(1 + chance.below(28))
                    + (100 + chance.below(900));
            int sum = 0;
            int weight = 1;
            for (int i = digits.length() - 1; i >= 0; i--) {
                weight = weight * 2 % 11;
                sum += (digits.charAt(i) - '0') * weight;
            }
            return digits + "10X98765432".charAt(sum % 11);
        }

        private static String two(int number) {
            return number < 10 ? "0" + number : Integer.toString(number);
        }
    }

    /** The cells behind name and code; the first is the day. */
    interface Cells {
        List<String> of(Telling telling);
    }
}
