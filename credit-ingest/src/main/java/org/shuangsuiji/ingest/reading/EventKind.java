package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * A kind whose rows tell one fact each. It declares its columns and what tells two of its facts apart; the reading is the
 * same for all. See {@link HonourKind} for a short one.
 */
abstract class EventKind extends Kind {

    /** How the text of a detail is read, and what then stands in the database. */
    enum Detail {
        TEXT(OwnFact.Measure.TEXT),
        /** An ISO day. */
        DAY(OwnFact.Measure.DAY),
        /** Whole things. */
        COUNT(OwnFact.Measure.COUNT),
        /** The number of a year; a row that does not tell it cannot be kept. */
        YEAR(OwnFact.Measure.YEAR),
        /** A stretch of time as an ISO 8601 interval; words that name none stay as they are. */
        PERIOD(OwnFact.Measure.PERIOD),
        /** Millionths of the whole. */
        SHARE(OwnFact.Measure.SHARE),
        /** Fen; a number without a unit is in yuan. */
        YUAN(OwnFact.Measure.MONEY),
        /** Fen; a number without a unit is in ten thousand yuan. */
        TEN_THOUSAND_YUAN(OwnFact.Measure.MONEY),
        /** The same, and it may be a loss. */
        SIGNED_TEN_THOUSAND_YUAN(OwnFact.Measure.MONEY);

        private final OwnFact.Measure measure;

        Detail(OwnFact.Measure measure) {
            this.measure = measure;
        }
    }

    private record DetailColumn(String fact, Detail type, Column column) {}

    private record StateColumn(Column column, Set<String> ended, Set<String> standing) {}

    private record AmountColumn(Column column, Money.Unit unit) {}

    private record CountOf(String category, Column column) {}

    private final RecordKind recordKind;
    private final ColumnSet columns = new ColumnSet();
    private final RecordColumns subjects;
    private final Map<RecordFact, List<Column>> facts = new EnumMap<>(RecordFact.class);
    private final List<Column> told = new ArrayList<>();
    private final List<DetailColumn> details = new ArrayList<>();
    private final List<Column> parts = new ArrayList<>();
    private final List<Column> furtherParts = new ArrayList<>();
    private final List<Column> persons = new ArrayList<>();
    private final Fingerprint fingerprint = new Fingerprint();
    private @Nullable Column day;
    private @Nullable Column period;
    private @Nullable Column lastDay;
    private @Nullable Column ended;
    private @Nullable Column withdrawn;
    private @Nullable Column document;
    private @Nullable Column licence;
    private @Nullable Column authority;
    private @Nullable Column authorityCode;
    private @Nullable Column quantity;
    private final List<CountOf> counts = new ArrayList<>();
    private @Nullable Column category;
    private @Nullable AmountColumn amount;
    private @Nullable StateColumn state;
    private Words words = new Words();
    private boolean dayOptional;
    private boolean oneByDefault;
    private boolean byParts;
    private boolean sameDay;

    /**
     * A kind.
     *
     * @param prefix of the official codes of its columns, such as {@code QZ_}; empty where there are none
     */
    EventKind(RecordKind recordKind, String prefix) {
        this.recordKind = recordKind;
        this.subjects = new RecordColumns(columns, prefix);
    }

    /** The day the fact is about. */
    protected final Column day(String name, String... others) {
        day = columns.needed(name, others);
        return day;
    }

    /** The same, where sources often do not tell it: the day on which it was first received then stands in its place. */
    protected final Column dayIfTold(String name, String... others) {
        day = columns.known(name, others);
        dayOptional = true;
        return day;
    }

    /** The stretch of time over which the row counts; the fact is about its last day. */
    protected final Column period(String name, String... others) {
        period = columns.needed(name, others);
        return period;
    }

    /** The last day on which it counts. */
    protected final Column lastDay(String name, String... others) {
        lastDay = fact(RecordFact.ENDS_ON, name, others);
        return lastDay;
    }

    /** The day on which it was lifted, paid, removed or repaired: from then on it counts no more. */
    protected final Column ended(String name, String... others) {
        ended = fact(RecordFact.REPAIRED_ON, name, others);
        return ended;
    }

    /** The day on which the source took it back as wrong. */
    protected final Column withdrawn(String name, String... others) {
        withdrawn = fact(RecordFact.WITHDRAWN_ON, name, others);
        return withdrawn;
    }

    /** A word that says whether it still stands; one that ended, and since when is not told, counts on no day. */
    protected final void state(Set<String> endedWords, Set<String> standingWords, String name, String... others) {
        state = new StateColumn(fact(RecordFact.VOIDED, name, others), endedWords, standingWords);
    }

    protected final Column document(String name, String... others) {
        document = fact(RecordFact.DOCUMENT_NO, name, others);
        return document;
    }

    /** The number of what was given beside that of the decision. */
    protected final Column licence(String name, String... others) {
        licence = columns.known(name, others);
        return licence;
    }

    protected final Column authority(String name, String... others) {
        authority = fact(RecordFact.AUTHORITY, name, others);
        return authority;
    }

    protected final void authorityCode(String name, String... others) {
        authorityCode = columns.known(name, others);
    }

    /**
     * Money.
     *
     * @param unit of a number for which neither cell nor header names one
     */
    protected final void amount(Money.Unit unit, String name, String... others) {
        amount = new AmountColumn(fact(RecordFact.AMOUNT, name, others), unit);
    }

    protected final void quantity(String name, String... others) {
        quantity = fact(RecordFact.QUANTITY, name, others);
    }

    /** The same, where a row without it tells of one: not so one of a month or of other days together that has no number. */
    protected final void quantityOrOne(String name, String... others) {
        quantity(name, others);
        oneByDefault = true;
    }

    /**
     * How many there were of one category. A row with several such numbers tells one fact for each; where the file has one of
     * these columns alone, its rows are of that category unless they say another. A total beside several is no fact of its own.
     */
    protected final void quantityOf(String category, String name, String... others) {
        Column column = columns.known(name, others);
        counts.add(new CountOf(category, column));
        List<Column> tell = new ArrayList<>(facts.getOrDefault(RecordFact.QUANTITY, List.of()));
        tell.add(column);
        facts.put(RecordFact.QUANTITY, List.copyOf(tell));
    }

    protected final Column category(Words categories, String name, String... others) {
        words = categories;
        category = fact(RecordFact.CATEGORY, name, others);
        return category;
    }

    /** The same, where without it the row says nothing. */
    protected final Column neededCategory(Words categories, String name, String... others) {
        words = categories;
        category = columns.needed(name, others);
        facts.put(RecordFact.CATEGORY, List.of(category));
        return category;
    }

    /** Words for people, in the order of the calls. */
    protected final Column tells(String name, String... others) {
        Column column = columns.known(name, others);
        told.add(column);
        facts.put(RecordFact.SUMMARY, List.copyOf(told));
        return column;
    }

    /** A fact of the kind's own, under the name by which models ask for it. */
    protected final Column detail(String fact, Detail type, String name, String... others) {
        Column column = columns.known(name, others);
        details.add(new DetailColumn(fact, type, column));
        return column;
    }

    /** The same, where without it the row says nothing. */
    protected final Column neededDetail(String fact, Detail type, String name, String... others) {
        Column column = columns.needed(name, others);
        details.add(new DetailColumn(fact, type, column));
        return column;
    }

    /** A column that the kind reads by itself. */
    protected final Column known(String name, String... others) {
        return columns.known(name, others);
    }

    /** A column that only rows about natural persons fill; they are refused. */
    protected final void ofPersons(String name, String... others) {
        persons.add(columns.known(name, others));
    }

    /**
     * What tells two facts of one subject apart, where no number of a document does: these columns, or the number where the
     * row has one and {@code document} is declared.
     */
    protected final void apartBy(Column... columnsApart) {
        byParts = true;
        parts.addAll(List.of(columnsApart));
    }

    /** The same for columns that a row need not have: one without them is known by the others alone, as ever. */
    protected final void apartWhereTold(Column... columnsApart) {
        furtherParts.addAll(List.of(columnsApart));
    }

    /** The same, and the day. */
    protected final void apartByDayAnd(Column... columnsApart) {
        sameDay = true;
        apartBy(columnsApart);
    }

    /** Whether a text of the kind's own may be kept; one that may not is dropped and the row is marked. */
    boolean keeps(String fact, @Nullable String category) {
        return true;
    }

    /** The other party, for the kind that has one. */
    Related related(Row row, Subject subject) throws RowFault {
        return Related.NOBODY;
    }

    @Override
    final ColumnSet columns() {
        return columns;
    }

    @Override
    final List<Column> eitherOf() {
        return subjects.eitherOfAll();
    }

    @Override
    final Map<RecordFact, List<Column>> facts() {
        return Map.copyOf(facts);
    }

    @Override
    final Set<String> unsaidDetails(Layout layout) {
        return details.stream()
                .filter(detail -> !layout.has(detail.column()))
                .map(DetailColumn::fact)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    final List<OwnFact> ownFacts() {
        List<OwnFact> own = new ArrayList<>();
        if (amount != null) {
            own.add(new OwnFact(OwnFact.AMOUNT, OwnFact.Measure.MONEY));
        }
        if (quantity != null) {
            own.add(new OwnFact(OwnFact.QUANTITY, OwnFact.Measure.COUNT));
        }
        if (licence != null) {
            own.add(new OwnFact(OwnFact.LICENCE, OwnFact.Measure.TEXT));
        }
        details.forEach(detail -> own.add(new OwnFact(detail.fact(), detail.type().measure)));
        return own;
    }

    @Override
    final Words words() {
        return words;
    }

    /** The categories of which this file tells how many there were, where it is more than one. */
    private List<CountOf> counted(Predicate<Column> has) {
        List<CountOf> counted =
                counts.stream().filter(count -> has.test(count.column())).toList();
        return counted.size() > 1 ? counted : List.of();
    }

    @Override
    List<Note> notesOn(Layout layout) {
        List<String> headers = counted(layout::has).stream()
                .map(count -> layout.headerOf(count.column()))
                .toList();
        return headers.isEmpty() ? List.of() : List.of(new Note("counts-apart", headers));
    }

    @Override
    final List<Entry> readAll(Supplier<Row> row, LocalDate today) throws RowFault {
        Row first = row.get();
        List<CountOf> told = new ArrayList<>();
        if (document == null || first.text(document) == null) {
            for (CountOf count : counted(first::has)) {
                if (first.text(count.column()) != null) {
                    told.add(count);
                }
            }
        }
        if (told.isEmpty()) {
            return List.of(read(first, today));
        }
        boolean differs = totalDiffers(row.get(), told);
        List<Entry> entries = new ArrayList<>();
        for (CountOf count : told) {
            Row again = row.get();
            if (differs) {
                again.mark(Flag.TOTAL_DIFFERS);
            }
            entries.add(read(again, today, count));
        }
        return entries;
    }

    /** Whether a readable total is not the sum of readable counts. */
    private boolean totalDiffers(Row row, List<CountOf> told) throws RowFault {
        Long total = quantity == null ? null : row.count(quantity);
        Long sum = sum(row, told);
        return total != null && sum != null && !total.equals(sum);
    }

    @Override
    final CreditRecord read(Row row, LocalDate today) throws RowFault {
        return read(row, today, null);
    }

    private CreditRecord read(Row row, LocalDate today, @Nullable CountOf of) throws RowFault {
        for (Column person : persons) {
            String text = row.text(person);
            if (text != null) {
                throw row.fault(person, text, "natural-person");
            }
        }
        Subject subject = subjects.subjectOrName(row);
        String name = subjects.name(row);
        LocalDate about = about(row, today);
        if (about.isAfter(today)) {
            row.mark(Flag.DAY_IN_FUTURE);
        }
        LocalDate endsOn = lastDay == null ? null : row.dayAfter(lastDay);
        LocalDate over = ended == null ? null : row.day(ended);
        if (over != null && row.isMarked(Flag.DAY_TAKEN) && over.isBefore(about)) {
            about = over;
        }
        LocalDate repaired = notBefore(about, over, row);
        LocalDate taken = withdrawn == null ? null : row.day(withdrawn);
        if (repaired == null && taken == null && endedByItsState(row) && (endsOn == null || endsOn.isAfter(today))) {
            endsOn = about;
        }
        List<Words.Word> categories =
                of == null ? categories(row) : words.of(of.category()).stream().toList();
        String codes = categories.isEmpty()
                ? null
                : categories.stream().map(Words.Word::code).collect(Collectors.joining(","));
        Severity severity = gravest(categories);
        Long fen = amount == null ? null : row.amount(amount.column(), amount.unit(), Flag.AMOUNT_NOT_READ);
        Long count = of == null ? count(row) : row.count(of.column());
        DocumentNo number = document == null ? DocumentNo.NONE : DocumentNo.read(row, document);
        DocumentNo licenceNo = licence == null ? DocumentNo.NONE : DocumentNo.read(row, licence);
        if (number.isMissing() && document != null && licence != null) {
            number = licenceNo;
            licenceNo = DocumentNo.NONE;
        }
        String body = authority == null ? null : row.prose(authority);
        String bodyCode = authorityCode == null ? null : RecordColumns.bodyCode(row, authorityCode);
        String summary = summary(row);
        String json = details(row, codes);
        Related other = related(row, subject);
        NaturalKey key = key(row, subject, about, number, body, bodyCode, codes, summary, other);
        UUID content = fingerprint
                .day(row.isMarked(Flag.DAY_TAKEN) ? null : about)
                .day(endsOn)
                .day(repaired)
                .day(taken)
                .amount(fen)
                .amount(count)
                .text(codes)
                .text(body)
                .text(number.compared())
                .text(licenceNo.compared())
                .text(summary)
                .text(json)
                .text(other.enterprise() == null ? null : other.enterprise().value())
                .take();
        return new CreditRecord(
                row.line(),
                subject,
                SubjectKind.of(subject, null),
                name,
                about,
                endsOn,
                null,
                repaired,
                taken,
                severity,
                fen,
                null,
                codes,
                number.kept(),
                licenceNo.kept(),
                body,
                bodyCode,
                summary,
                count,
                json,
                other,
                row.flags(),
                key,
                content);
    }

    private @Nullable Long count(Row row) throws RowFault {
        if (quantity == null) {
            return null;
        }
        if (!oneByDefault || row.text(quantity) != null) {
            return row.count(quantity);
        }
        List<CountOf> told = new ArrayList<>();
        for (CountOf count : counts) {
            if (row.text(count.column()) != null) {
                told.add(count);
            }
        }
        if (!told.isEmpty()) {
            return sum(row, told);
        }
        boolean ofOne = document != null && row.text(document) != null;
        if (ofOne || period == null || row.neededPeriod(period).isOneDay()) {
            return 1L;
        }
        row.mark(Flag.NUMBER_NOT_READ);
        return null;
    }

    /** Null where one of them is not readable. */
    private static @Nullable Long sum(Row row, List<CountOf> told) throws RowFault {
        long sum = 0;
        for (CountOf count : told) {
            Long counted = row.count(count.column());
            if (counted == null) {
                return null;
            }
            sum += counted;
        }
        return sum;
    }

    private static @Nullable Severity gravest(List<Words.Word> categories) {
        Severity gravest = null;
        for (Words.Word word : categories) {
            Severity severity = word.severity();
            if (severity != null) {
                gravest = gravest == null ? severity : gravest.orWorse(severity);
            }
        }
        return gravest;
    }

    private LocalDate about(Row row, LocalDate today) throws RowFault {
        if (period != null) {
            return row.neededPeriod(period).to();
        }
        if (day == null) {
            throw new IllegalStateException("Kind %s declares no day".formatted(recordKind));
        }
        if (dayOptional && row.text(day) == null) {
            row.mark(Flag.DAY_TAKEN);
            return today;
        }
        return row.neededDay(day);
    }

    private boolean endedByItsState(Row row) throws RowFault {
        if (state == null) {
            return false;
        }
        String text = row.text(state.column());
        if (text == null) {
            if (row.has(state.column())) {
                row.mark(Flag.STATE_MISSING);
            }
            return false;
        }
        if (!state.ended().contains(text) && !state.standing().contains(text)) {
            row.mark(Flag.STATE_NOT_KNOWN);
        }
        return state.ended().contains(text);
    }

    private List<Words.Word> categories(Row row) throws RowFault {
        if (category == null || words.all().isEmpty()) {
            return List.of();
        }
        String text = row.prose(category);
        List<Words.Word> found = text == null ? List.of() : words.read(text);
        if (found.isEmpty()) {
            Optional<Words.Word> counted = onlyCounted(row);
            if (row.has(category) && (text != null || counted.isEmpty())) {
                row.mark(Flag.CATEGORY_NOT_KNOWN);
            }
            return counted.map(List::of).orElse(List.of());
        }
        return found;
    }

    /** The category of which alone the header gives a number. */
    private Optional<Words.Word> onlyCounted(Row row) {
        List<CountOf> told =
                counts.stream().filter(count -> row.has(count.column())).toList();
        boolean all = quantity != null && row.has(quantity);
        return told.size() == 1 && !all ? words.of(told.get(0).category()) : Optional.empty();
    }

    private @Nullable String summary(Row row) throws RowFault {
        String[] texts = new String[told.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.prose(told.get(i));
        }
        return RecordColumns.joined(texts);
    }

    private @Nullable String details(Row row, @Nullable String codes) throws RowFault {
        var read = new Details();
        for (DetailColumn detail : details) {
            if (keeps(detail.fact(), codes)) {
                read.add(detail.fact(), detail(row, detail));
            } else if (row.prose(detail.column()) != null) {
                row.mark(Flag.PERSON_REMOVED);
            }
        }
        return read.json();
    }

    private @Nullable DetailColumn detailOf(Column column) {
        return details.stream()
                .filter(detail -> detail.column().equals(column))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object detail(Row row, DetailColumn detail) throws RowFault {
        Column column = detail.column();
        return switch (detail.type()) {
            case TEXT -> row.prose(column);
            case DAY -> row.day(column);
            case COUNT -> row.count(column);
            case YEAR -> row.neededYear(column);
            case PERIOD -> row.period(column);
            case SHARE -> row.share(column);
            case YUAN -> row.amount(column, Money.Unit.YUAN, Flag.AMOUNT_NOT_READ);
            case TEN_THOUSAND_YUAN -> row.amount(column, Money.Unit.TEN_THOUSAND_YUAN, Flag.AMOUNT_NOT_READ);
            case SIGNED_TEN_THOUSAND_YUAN -> row.signedAmount(column, Money.Unit.TEN_THOUSAND_YUAN);
        };
    }

    private NaturalKey key(
            Row row,
            Subject subject,
            LocalDate about,
            DocumentNo number,
            @Nullable String body,
            @Nullable String bodyCode,
            @Nullable String codes,
            @Nullable String summary,
            Related other)
            throws RowFault {
        if (!byParts || (document != null && !number.isMissing())) {
            if (document != null && number.isMissing()) {
                row.mark(Flag.DOCUMENT_NUMBER_MISSING);
            }
            return new Document(number, about, body, bodyCode, codes, summary).key(recordKind, subject, fingerprint);
        }
        return NaturalKey.byFact(recordKind, subject, fingerprint, key -> addParts(key, row, about, codes, other));
    }

    private void addParts(Fingerprint key, Row row, LocalDate about, @Nullable String codes, Related other)
            throws RowFault {
        if (sameDay) {
            key.day(about);
        }
        for (Column part : parts) {
            String text = row.prose(part);
            if (part.equals(category) && codes != null) {
                key.text(codes);
            } else if (part.equals(period)) {
                key.day(row.neededPeriod(part).from()).day(about);
            } else {
                DetailColumn detail = detailOf(part);
                key.text(
                        detail == null
                                ? RecordColumns.wording(text)
                                : RecordColumns.wording(Objects.toString(detail(row, detail), null)));
            }
        }
        for (Column part : furtherParts) {
            String text = row.prose(part);
            if (text != null) {
                key.text(part.name()).text(RecordColumns.wording(text));
            }
        }
        if (other.person() != null) {
            key.amount(other.person().getMostSignificantBits())
                    .amount(other.person().getLeastSignificantBits());
        } else if (other.enterprise() != null) {
            key.text(other.enterprise().value());
        }
    }

    private static @Nullable LocalDate notBefore(LocalDate about, @Nullable LocalDate day, Row row) {
        if (day != null && day.isBefore(about)) {
            row.mark(Flag.DAY_BEFORE_DECISION);
            return null;
        }
        return day;
    }

    private Column fact(RecordFact fact, String name, String... others) {
        Column column = columns.known(name, others);
        facts.put(fact, List.of(column));
        return column;
    }
}
