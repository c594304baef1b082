package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of a file, seen through its layout; collects the marks that it earns while it is read. */
final class Row {
    /** Too short to be taken for a number of a person. */
    private static final int MARK_LENGTH = 10;

    private static final int TEXT_MAX = 20_000;
    private static final int NONE_LENGTH_MAX = 4;
    /** Ways in which files write that there is nothing. */
    private static final Set<String> NOTHING =
            Set.of("", "N/A", "NA", "NULL", "NONE", "-", "--", "—", "——", "/", "\\N", "无", "空");

    /** Ways in which files write that a span has no end. */
    private static final Set<String> WITHOUT_END = Set.of("长期", "永久", "长期有效");

    private final Layout layout;
    private final List<String> fields;
    private final List<CellFault> faults;
    private final PersonKeys persons;
    private final long line;
    private long flags;

    Row(Layout layout, TableText.Fields fields, PersonKeys persons) {
        this.layout = layout;
        this.persons = persons;
        this.fields = fields.values();
        this.faults = fields.faults();
        this.line = fields.line();
    }

    long line() {
        return line;
    }

    long flags() {
        return flags;
    }

    void mark(Flag flag) {
        flags |= flag.mask();
    }

    boolean isMarked(Flag flag) {
        return (flags & flag.mask()) != 0;
    }

    boolean has(Column column) {
        return layout.has(column);
    }

    /**
     * The text of a column, trimmed and without characters that cannot be shown; null when there is nothing. Where a number
     * was taken out when the row was handed back, it is asked for again: what is left there is no value of any column.
     */
    @Nullable
    String text(Column column) throws RowFault {
        String text = found(column);
        if (text != null && text.contains(PersonNumbers.REMOVED)) {
            throw fault(column, text, "number-removed");
        }
        return text;
    }

    private @Nullable String found(Column column) throws RowFault {
        int field = layout.fieldOf(column);
        if (field < 0) {
            return null;
        }
        for (CellFault fault : faults) {
            if (fault.field() == field) {
                throw fault(column, fault.value(), fault.code(), fault.args().toArray());
            }
        }
        String raw = fields.get(field);
        String whole = isClean(raw) ? raw.strip() : clean(column, raw);
        String text = unquoted(layout.isSentBack() ? SentBack.unguarded(whole) : whole);
        if (text.length() > TEXT_MAX) {
            throw fault(column, text, "text-too-long", text.length(), TEXT_MAX);
        }
        return text.length() <= NONE_LENGTH_MAX && NOTHING.contains(text.toUpperCase(Locale.ROOT)) ? null : text;
    }

    /** ="9144…" is how a system writes a text, so that a spreadsheet makes no number of it. */
    static String unquoted(String text) {
        return text.length() > 2 && text.startsWith("=\"") && text.endsWith("\"")
                ? text.substring(2, text.length() - 1).strip()
                : text;
    }

    /** A text for people, without the numbers of persons that may stand in it or once stood there. */
    @Nullable
    String prose(Column column) throws RowFault {
        String text = found(column);
        if (text == null) {
            return null;
        }
        String kept = PersonNumbers.remove(text);
        if (kept.contains(PersonNumbers.REMOVED)) {
            mark(Flag.PERSON_REMOVED);
        }
        return kept;
    }

    /** A number of something else than a person; null when there is none, or one of a person stands in its place. */
    @Nullable
    String numberOfNoPerson(Column column) throws RowFault {
        String text = prose(column);
        return text == null || text.contains(PersonNumbers.REMOVED) ? null : text;
    }

    /** What tells the number of a person from those of others, so that it need not be kept. */
    String personMark(String number) {
        return HexFormat.of().toHexDigits(persons.of(number).getMostSignificantBits() >>> 24, MARK_LENGTH);
    }

    /** A count; null when there is none, marked when it is not readable. */
    @Nullable
    Long count(Column column) throws RowFault {
        String text = text(column);
        return text == null ? null : readOrMark(Numbers.count(text));
    }

    /** A share in millionths; null when there is none, marked when it is not readable. */
    @Nullable
    Long share(Column column) throws RowFault {
        String text = text(column);
        return text == null ? null : readOrMark(Numbers.share(text, layout.isInPercent(column)));
    }

    private @Nullable Long readOrMark(@Nullable Long number) {
        if (number == null) {
            mark(Flag.NUMBER_NOT_READ);
        }
        return number;
    }

    /** The stretch of time that says what the row is about; without it the row cannot be kept. */
    Periods.Period neededPeriod(Column column) throws RowFault {
        String text = text(column);
        if (text == null) {
            throw fault(column, null, "period-missing");
        }
        Periods.Period period = Periods.read(text);
        if (period == null) {
            throw fault(column, text, "period-unreadable");
        }
        return period;
    }

    /** A stretch of time as an ISO 8601 interval, or the words as they stand where they name none. */
    @Nullable
    String period(Column column) throws RowFault {
        String text = text(column);
        Periods.Period period = text == null ? null : Periods.read(text);
        return period == null ? prose(column) : period.from() + "/" + period.to();
    }

    /** The number of the year that the row is about; without it the row cannot be kept. */
    Long neededYear(Column column) throws RowFault {
        Periods.Period period = neededPeriod(column);
        return (long) period.to().getYear();
    }

    /** An amount that may be less than nothing, in fen; null when there is none, marked when it is not readable. */
    @Nullable
    Long signedAmount(Column column, Money.Unit bare) throws RowFault {
        String text = text(column);
        if (text == null) {
            return null;
        }
        boolean loss = text.startsWith("-") || text.startsWith("\u2212");
        var reading = Money.read(loss ? text.substring(1) : text, layout.unitOf(column, bare));
        Long fen = reading.fen();
        if (!reading.understood()) {
            mark(Flag.AMOUNT_NOT_READ);
        }
        return fen == null ? null : loss ? -fen : fen;
    }

    /** The day of a column that the row can do without; null when there is none, marked when it is not readable. */
    @Nullable
    LocalDate day(Column column) throws RowFault {
        String text = text(column);
        if (text == null || WITHOUT_END.contains(text)) {
            return null;
        }
        LocalDate day = readDay(text);
        if (day == null) {
            mark(Flag.DAY_NOT_READ);
        }
        return day;
    }

    /**
     * The last day of a span, {@link Days#UNLIMITED} when it has no end; null when the row does not say.
     *
     * @param from where the span begins; a row that says so and leaves the end empty means that there is none
     */
    @Nullable
    LocalDate lastDay(Column column, @Nullable LocalDate from) throws RowFault {
        String text = text(column);
        if (text == null) {
            return has(column) && from != null ? Days.UNLIMITED : null;
        }
        LocalDate day = WITHOUT_END.contains(text) ? Days.UNLIMITED : day(column);
        return day != null && Days.isUnlimited(day) ? Days.UNLIMITED : day;
    }

    /** The last day of a span, as the first day after it; null when it has no end. */
    @Nullable
    LocalDate dayAfter(Column column) throws RowFault {
        LocalDate day = day(column);
        return day == null || Days.isUnlimited(day) ? null : day.plusDays(1);
    }

    /** Whether a column says a day that is not readable. */
    boolean isUnreadDay(Column column) throws RowFault {
        String text = text(column);
        return text != null && !WITHOUT_END.contains(text) && readDay(text) == null;
    }

    /** The day that says what the row is about; without it the row cannot be kept. */
    LocalDate neededDay(Column column) throws RowFault {
        String text = text(column);
        if (text == null) {
            throw fault(column, null, "day-missing");
        }
        LocalDate day = readDay(text);
        if (day == null) {
            throw unreadable(column, text);
        }
        return day;
    }

    private RowFault unreadable(Column column, String text) {
        LocalDate likely = Days.ofSpreadsheet(text);
        if (likely != null) {
            return fault(column, text, "day-of-spreadsheet", likely);
        }
        return fault(column, text, Days.isMonth(text) ? "day-of-month-missing" : "day-unreadable");
    }

    /** An amount in fen; null when there is none or it is in foreign money; marked when it is negative or could not be read. */
    @Nullable
    Long amount(Column column, Flag unread) throws RowFault {
        return amount(column, Money.Unit.TEN_THOUSAND_YUAN, unread);
    }

    /**
     * The same.
     *
     * @param bare the unit of a number for which neither the cell nor the header names one
     */
    @Nullable
    Long amount(Column column, Money.Unit bare, Flag unread) throws RowFault {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (text.startsWith("-") || text.startsWith("\u2212")) {
            mark(Flag.AMOUNT_NEGATIVE);
            return null;
        }
        var reading = Money.read(text, layout.unitOf(column, bare));
        if (!reading.understood()) {
            mark(unread);
        }
        return reading.fen();
    }

    /** Whether a code stands there with part of it covered, as courts publish them. */
    boolean isCovered(Column code) throws RowFault {
        String text = text(code);
        return text != null && (text.indexOf('*') >= 0 || text.indexOf('＊') >= 0);
    }

    /** Whom the row is about, from the column of codes or else that of registration numbers. */
    Subject subject(Column code, Column registerNumber) throws RowFault {
        String text = text(code);
        Column column = code;
        CodeReading reading = text == null ? null : CodeReading.read(text);
        if ((reading == null || reading.isPlaceholder()) && has(registerNumber)) {
            String number = text(registerNumber);
            if (number != null) {
                text = number;
                column = registerNumber;
                reading = CodeReading.read(number);
            }
        }
        if (reading == null) {
            throw fault(code, null, "code-missing");
        }
        var problem = reading.problem();
        if (problem != null) {
            throw fault(column, text, problem.code(), problem.args().toArray());
        }
        switch (reading.codeClass()) {
            case CHECK_WRONG -> mark(Flag.CHECK_WRONG);
            case ORGANISATION_CHECK_WRONG -> mark(Flag.ORGANISATION_CHECK_WRONG);
            case OLD_NUMBER -> {
                mark(Flag.OLD_NUMBER);
                if (!CodeReading.registerNumberChecks(reading.value())) {
                    mark(Flag.OLD_NUMBER_CHECK_WRONG);
                }
            }
            default -> {}
        }
        return new Subject(reading.value(), reading.codeClass());
    }

    RowFault fault(Column column, @Nullable String value, String code, Object... args) {
        return new RowFault(Fault.of(line, layout.headerOf(column), value, code, args));
    }

    private static @Nullable LocalDate readDay(String text) {
        LocalDate day = Days.read(text);
        return day != null ? day : Days.read(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
    }

    private static boolean isClean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < 0x20
                    || (c >= 0x7f && c < 0xa0)
                    || (c >= 0x200b && c <= 0x206f)
                    || (c >= 0xd800 && c <= 0xf8ff)
                    || c == 0xfeff
                    || c >= 0xfff0) {
                return false;
            }
        }
        return true;
    }

    private String clean(Column column, String raw) throws RowFault {
        var kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\ufffd') {
                throw fault(column, raw, "text-damaged");
            }
            if (c == 0) {
                throw fault(column, raw, "text-nul");
            }
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                    if (c == '\n' || c == '\r' || c == '\t') {
                        kept.append(' ');
                    } else {
                        mark(Flag.CHARACTERS_REMOVED);
                    }
                }
                case Character.SURROGATE -> throw fault(column, raw, "text-damaged");
                case Character.PRIVATE_USE, Character.UNASSIGNED -> {
                    mark(Flag.CHARACTERS_PRIVATE);
                    kept.appendCodePoint(c);
                }
                default -> kept.appendCodePoint(c);
            }
        }
        return kept.toString().strip();
    }
}
