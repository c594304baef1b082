package org.shuangsuiji.console.demo.district;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shuangsuiji.console.demo.district.Chance.Purpose;
import org.shuangsuiji.model.RecordKind;

/**
 * An invented district: its enterprises and what departments know about them, as the files that they would deliver.
 *
 * <p>The same seed, size and day give the same bytes. Nothing is kept in memory, so ten million enterprises need no
 * more of it than twenty thousand. Names, codes, people and decisions are all made up.
 *
 * @param seed what chance starts from
 * @param enterprises how many subjects the district has
 * @param today the day before which everything happened
 */
public record District(long seed, int enterprises, LocalDate today) {
    /** The county where the first subjects live (GB/T 2260). */
    public static final String COUNTY = County.first().code();

    /** The kinds that come as files, in the order in which an office would send them. */
    public static final List<RecordKind> KINDS = List.of(
            RecordKind.REGISTRATION, RecordKind.PERMIT, RecordKind.PENALTY, RecordKind.ABNORMAL, RecordKind.DISHONESTY);

    /** How far behind its first writing a row comes again. */
    private static final int ECHO = 37;

    /** One row in so many changes, or is new, in a delta. */
    private static final int DELTA_SHARE = 10;

    public District {
        if (enterprises < 1 || enterprises > 50_000_000) {
            throw new IllegalArgumentException(
                    "A district has 1 to 50,000,000 enterprises; got %d".formatted(enterprises));
        }
    }

    /** Writes everything known of one kind; the stream stays open. */
    public Tally write(RecordKind kind, OutputStream out) throws IOException {
        return write(kind, out, false);
    }

    /**
     * Writes a later delivery of the same kind, for a tenth of the enterprises: some rows as before, some changed,
     * some new.
     */
    public Tally writeDelta(RecordKind kind, OutputStream out) throws IOException {
        return write(kind, out, true);
    }

    private Tally write(RecordKind kind, OutputStream out, boolean delta) throws IOException {
        Sheet sheet = sheet(kind);
        var writer = new BufferedWriter(new OutputStreamWriter(out, sheet.charset()), 1 << 16);
        if (sheet.marked()) {
            writer.write('\uFEFF');
        }
        line(writer, sheet.headers());
        var file = new FileOfRows(kind, sheet, writer);
        for (int number = 1; number <= enterprises; number++) {
            if (delta) {
                file.delta(number);
            } else {
                file.all(number);
            }
        }
        file.lastEchoes(delta);
        writer.flush();
        return new Tally(file.rows, file.oddities);
    }

    private Sheet sheet(RecordKind kind) {
        return switch (kind) {
            case REGISTRATION -> new RegistrationSheet(seed);
            case PERMIT -> new PermitSheet(seed, today);
            case PENALTY -> new PenaltySheet(seed, today);
            case ABNORMAL -> new ListSheet(seed, today, Roll.ABNORMAL);
            case DISHONESTY -> new ListSheet(seed, today, Roll.DISHONESTY);
            default -> throw new IllegalArgumentException("The district sends no %s".formatted(kind.word()));
        };
    }

    /** The rows of one file while it is written. */
    private final class FileOfRows {
        private final RecordKind kind;
        private final Sheet sheet;
        private final Writer writer;
        private final Map<Oddity, Long> oddities = new EnumMap<>(Oddity.class);
        private long rows;

        FileOfRows(RecordKind kind, Sheet sheet, Writer writer) {
            this.kind = kind;
            this.sheet = sheet;
            this.writer = writer;
        }

        void all(int number) throws IOException {
            for (List<String> row : oddRows(number, true)) {
                put(row);
            }
            if (number > ECHO) {
                echo(number - ECHO);
            }
        }

        void lastEchoes(boolean delta) throws IOException {
            for (int number = Math.max(1, enterprises - ECHO + 1); !delta && number <= enterprises; number++) {
                echo(number);
            }
        }

        void delta(int number) throws IOException {
            var chance = new Chance(seed, number, Purpose.DELTA);
            if (chance.below(DELTA_SHARE) != 0) {
                return;
            }
            for (List<String> row : oddRows(number, false)) {
                put(chance.percent(35) ? changed(row) : row);
                if (kind != RecordKind.REGISTRATION && chance.percent(25)) {
                    put(renewed(row));
                }
            }
        }

        /** A row comes again some rows later: word for word, or with another content. */
        private void echo(int number) throws IOException {
            var chance = oddChance(number);
            int at = chance.below(10_000);
            if (at >= Oddity.REPEATED.in10000() + Oddity.REPEATED_CHANGED.in10000()) {
                return;
            }
            boolean change = at >= Oddity.REPEATED.in10000();
            for (List<String> row : oddRows(number, false)) {
                put(change ? changed(row) : row);
                count(change ? Oddity.REPEATED_CHANGED : Oddity.REPEATED);
            }
        }

        private Chance oddChance(int number) {
            return new Chance(seed ^ (kind.number() * 0x51_7CC1_B727_220AL), number, Purpose.ODDITY);
        }

        private List<List<String>> oddRows(int number, boolean counting) {
            Subject subject = Subject.of(seed, number, today);
            List<List<String>> plain = sheet.rows(subject);
            if (plain.isEmpty()) {
                return plain;
            }
            var chance = oddChance(number);
            chance.next(); // the first number is the echo's
            List<List<String>> odd = new ArrayList<>(plain.size());
            for (List<String> row : plain) {
                if (counting) {
                    Subject.oddityOf(seed, number).ifPresent(this::count);
                }
                odd.add(spoiled(row, chance, counting));
            }
            return odd;
        }

        private List<String> spoiled(List<String> row, Chance chance, boolean counting) {
            int at = chance.below(10_000);
            for (Oddity oddity : SPELLINGS) {
                at -= oddity.in10000();
                if (at < 0) {
                    if (counting) {
                        count(oddity);
                    }
                    return spoiled(row, oddity, chance);
                }
            }
            return row;
        }

        private List<String> spoiled(List<String> row, Oddity oddity, Chance chance) {
            return switch (oddity) {
                case LOWER_CASE -> with(row, sheet.codeColumn(), lower(row.get(sheet.codeColumn())));
                case FULL_WIDTH -> with(row, sheet.codeColumn(), fullWidth(row.get(sheet.codeColumn())));
                case NOT_A_CODE -> with(row, sheet.codeColumn(), chance.of(NO_CODES));
                case BAD_DATE -> with(row, sheet.dayColumn(), chance.of(NO_DAYS));
                case NAME_MISSING -> with(row, sheet.nameColumn(), "");
                default -> row;
            };
        }

        private List<String> changed(List<String> row) {
            int column = sheet.changingColumn();
            String value = row.get(column);
            return with(row, column, value.isEmpty() ? "0.010000" : larger(value));
        }

        /** Another decision about the same subject, so under another number. */
        private List<String> renewed(List<String> row) {
            int column =
                    switch (kind) {
                        case PERMIT -> 5;
                        case PENALTY -> 4;
                        default -> 3;
                    };
            return with(row, column, row.get(column).replace("号", "续号"));
        }

        private void put(List<String> row) throws IOException {
            line(writer, row);
            rows++;
        }

        private void count(Oddity oddity) {
            oddities.merge(oddity, 1L, Long::sum);
        }
    }

    private static final List<Oddity> SPELLINGS =
            List.of(Oddity.LOWER_CASE, Oddity.FULL_WIDTH, Oddity.NOT_A_CODE, Oddity.BAD_DATE, Oddity.NAME_MISSING);
    private static final List<String> NO_CODES = List.of("暂无", "无", "见附件", "9115", "待补录");
    private static final List<String> NO_DAYS = List.of("2025-02-30", "31/3", "二〇二四年", "0000-00-00", "长期");

    private static String larger(String value) {
        char last = value.charAt(0);
        return Character.isDigit(last) ? (last - '0' + 1) % 10 + 1 + value.substring(1) : value + "（更正）";
    }

    private static String lower(String code) {
        return code.toLowerCase(java.util.Locale.ROOT);
    }

    private static String fullWidth(String code) {
        var wide = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            wide.append((char) (code.charAt(i) + 0xFEE0));
        }
        return wide.toString();
    }

    private static List<String> with(List<String> row, int column, String value) {
        List<String> changed = new ArrayList<>(row);
        changed.set(column, value);
        return changed;
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            cell(writer, cells.get(i));
        }
        writer.write("\r\n");
    }

    private static void cell(Writer writer, String cell) throws IOException {
        if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0) {
            writer.write(cell);
            return;
        }
        writer.write('"');
        writer.write(cell.replace("\"", "\"\""));
        writer.write('"');
    }
}
