package org.shuangsuiji.console.demo.district;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.console.demo.district.Chance.Purpose;
import org.shuangsuiji.model.RecordKind;

/** One of the smaller kinds of record: name, code and day in front, and behind them what the kind tells. */
record EventSheet(long seed, LocalDate today, RecordKind kind, Event event) implements Sheet {
    private static final int NAME = 0;
    private static final int CODE = 1;
    private static final int DAY = 2;
    /** One row in so many names its subject by the number that it had before its code. */
    private static final int BY_NUMBER = 3;

    @Override
    public List<String> headers() {
        return event.headers();
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public boolean marked() {
        return false;
    }

    @Override
    public int nameColumn() {
        return NAME;
    }

    @Override
    public int codeColumn() {
        return CODE;
    }

    @Override
    public int dayColumn() {
        return DAY;
    }

    @Override
    public int changingColumn() {
        return event.changingColumn();
    }

    @Override
    public List<List<String>> rows(Subject subject) {
        var chance = new Chance(seed ^ kind.number(), subject.number(), Purpose.FURTHER);
        List<List<String>> rows = new ArrayList<>(1);
        int conduct = subject.conduct().grade();
        if (!event.fits().test(subject) || !chance.in10000(event.shares().get(conduct))) {
            return rows;
        }
        int times = event.several() ? 1 + chance.below(1 + conduct) : 1;
        for (int i = 0; i < times; i++) {
            LocalDate day = today.minusDays(3L + chance.below(3 * 365 - 20));
            if (day.isBefore(subject.established())) {
                day = subject.established().plusDays(14);
            }
            List<String> row = new ArrayList<>();
            row.add(subject.name());
            row.add(code(subject, chance));
            row.addAll(event.cells().of(new Event.Telling(subject, chance, day, i, today, seed)));
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    /** Some bodies still know a subject by its old number, and some by its name alone. */
    private String code(Subject subject, Chance chance) {
        boolean old = chance.below(BY_NUMBER) == 0;
        boolean byName = chance.in10000(event.byName());
        if (byName) {
            return "";
        }
        return old ? subject.formerNumber().orElse(subject.code()) : subject.code();
    }
}
