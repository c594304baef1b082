package org.shuangsuiji.ingest.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;

/** Which field of a row belongs to which column, found from one header row. */
final class Layout {
    private static final int ABSENT = -1;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]+");

    private final List<String> headers;
    private final List<String> folded;
    private final Map<Integer, Money.Unit> units = new HashMap<>();
    private final int[] fieldOf;
    private final boolean[] claimed;
    private final boolean[] said;
    private int[] personal = {};
    private final boolean sentBack;

    private Layout(List<String> headers, int columns) {
        this.headers = headers;
        this.folded = headers.stream().map(ColumnSet::fold).toList();
        for (int field = 0; field < folded.size(); field++) {
            Money.Unit unit = Money.Unit.named(suffix(folded.get(field)));
            if (unit != null) {
                units.put(field, unit);
            }
        }
        this.fieldOf = new int[columns];
        this.claimed = new boolean[headers.size()];
        this.said = new boolean[headers.size()];
        this.sentBack = folded.stream().anyMatch(SentBack::isLine);
        Arrays.fill(fieldOf, ABSENT);
    }

    /**
     * Matches a header row; every column has at most one field, and two fields for one column are refused.
     *
     * @param chosen the columns of folded headers, as somebody said
     */
    static Layout match(List<String> headers, ColumnSet set, Map<String, String> chosen) {
        List<Column> columns = set.all();
        var layout = new Layout(headers, columns.size());
        for (int field = 0; field < headers.size() && !chosen.isEmpty(); field++) {
            String column = chosen.get(layout.folded.get(field));
            if (column != null) {
                layout.choose(field, column, set);
            }
        }
        for (Column column : columns) {
            layout.claim(column, false);
        }
        // "注册资本(万元)" is 注册资本 with its unit
        for (Column column : columns) {
            layout.claim(column, true);
        }
        for (Column column : columns) {
            layout.claimAmbiguous(column);
        }
        layout.personal = IntStream.range(0, headers.size())
                .filter(field -> !layout.claimed[field] && ColumnSet.isPersonal(layout.folded.get(field)))
                .toArray();
        return layout;
    }

    private void choose(int field, String name, ColumnSet set) {
        said[field] = true;
        if (name.equals(ReadingChoice.LEAVE_OUT)) {
            claimed[field] = true;
            return;
        }
        String header = Shown.of(headers.get(field).strip());
        if (ColumnSet.isPersonal(folded.get(field))) {
            throw Refusal.invalid("choice-column-personal", header);
        }
        Column column = set.named(name).orElse(null);
        if (column == null) {
            throw Refusal.invalid(
                    "choice-column-unknown",
                    header,
                    Shown.of(name),
                    String.join("、", set.all().stream().map(Column::name).toList()));
        }
        if (has(column)) {
            throw Refusal.invalid("file-column-twice", column.name(), headerOf(column), header);
        }
        take(column, field);
    }

    /** Refuses a choice about a header that this row does not have. */
    void checkChosen(Map<String, String> chosen) {
        for (String header : chosen.keySet()) {
            if (!folded.contains(header)) {
                throw Refusal.invalid("choice-header-unknown", Shown.of(header), shown());
            }
        }
    }

    /** The same without the columns that the office added when it handed rows back. */
    List<String> delivered() {
        return folded.stream().filter(header -> !SentBack.isOurs(header)).toList();
    }

    List<String> folded() {
        return folded;
    }

    /** Each header and what it was taken for. */
    List<Preview.Header> headers(ColumnSet set) {
        List<Preview.Header> taken = new ArrayList<>();
        for (int field = 0; field < claimed.length; field++) {
            taken.add(new Preview.Header(
                    Shown.of(headers.get(field).strip()),
                    PersonNumbers.cover(folded.get(field)),
                    taken(field),
                    columnOf(field, set)));
        }
        return taken;
    }

    private Preview.Taken taken(int field) {
        String header = folded.get(field);
        if (said[field]) {
            return isColumn(field) ? Preview.Taken.CHOSEN : Preview.Taken.LEFT_OUT;
        }
        if (claimed[field]) {
            return Preview.Taken.COLUMN;
        }
        if (header.isEmpty()) {
            return Preview.Taken.NAMELESS;
        }
        if (ColumnSet.isPersonal(header)) {
            return Preview.Taken.PERSONAL;
        }
        return ColumnSet.isNotKept(header) || SentBack.isOurs(header) ? Preview.Taken.NOT_KEPT : Preview.Taken.UNKNOWN;
    }

    private boolean isColumn(int field) {
        return Arrays.stream(fieldOf).anyMatch(taken -> taken == field);
    }

    private @Nullable String columnOf(int field, ColumnSet set) {
        return set.all().stream()
                .filter(column -> fieldOf[column.place()] == field)
                .map(Column::name)
                .findFirst()
                .orElse(null);
    }

    /** The headers as they stand in the file. */
    List<String> headers() {
        return headers;
    }

    /** Whether a field holds numbers of persons. */
    boolean isPersonal(int field) {
        return !claimed[field] && ColumnSet.isPersonal(folded.get(field));
    }

    /** Whether a field was added by the office when it handed the rows back. */
    boolean isOurs(int field) {
        return !claimed[field] && SentBack.isOurs(folded.get(field));
    }

    /** Whether these are rows that the office handed back. */
    boolean isSentBack() {
        return sentBack;
    }

    int matched() {
        return (int) Arrays.stream(fieldOf).filter(field -> field != ABSENT).count();
    }

    /** Whether this is more of a header; where neither is one, what has more columns is more of a table. */
    boolean isLikelier(Layout other) {
        return matched() != other.matched() ? matched() > other.matched() : matched() == 0 && width() > other.width();
    }

    int width() {
        return headers.size();
    }

    boolean has(Column column) {
        return fieldOf[column.place()] != ABSENT;
    }

    /** The field of this column, or -1. */
    int fieldOf(Column column) {
        return fieldOf[column.place()];
    }

    /** The column and header that a field was taken for; null when it belongs to none. */
    @Nullable
    String columnAt(int field) {
        for (int place = 0; place < fieldOf.length; place++) {
            if (fieldOf[place] == field) {
                return place + " " + folded.get(field);
            }
        }
        return null;
    }

    /** The header of a column as it stands in the file. */
    String headerOf(Column column) {
        int field = fieldOf[column.place()];
        return field == ABSENT ? column.name() : headers.get(field).strip();
    }

    /** The unit that the header gives to bare numbers; otherwise the one that its layout gives them. */
    Money.Unit unitOf(Column column, Money.Unit bare) {
        int field = fieldOf[column.place()];
        return units.getOrDefault(field, bare);
    }

    /** Whether the header says that bare numbers are percent: 出资比例(%). */
    boolean isInPercent(Column column) {
        int field = fieldOf[column.place()];
        return field != ABSENT && suffix(folded.get(field)).contains("%");
    }

    /** Whether the header says the unit of bare numbers: in brackets, or as a field of an official layout does by its code. */
    boolean namesUnit(Column column) {
        int field = fieldOf[column.place()];
        return field != ABSENT
                && (!suffix(folded.get(field)).isEmpty()
                        || CODE.matcher(folded.get(field)).matches());
    }

    /** Refuses a header that lacks a needed column or names one twice. */
    void check(ColumnSet set, List<Column> eitherOf) {
        Refusal objection = objection(set, eitherOf);
        if (objection != null) {
            throw objection;
        }
    }

    /** Why this header cannot be taken: it lacks a needed column or names one twice; null when it can. */
    @Nullable
    Refusal objection(ColumnSet set, List<Column> eitherOf) {
        for (Column column : set.all()) {
            boolean substituted = eitherOf.contains(column) && eitherOf.stream().anyMatch(this::has);
            if (column.needed() && !has(column) && !substituted) {
                return Refusal.invalid("file-column-missing", column.name(), shown());
            }
            String twice = claimedTwice(column);
            if (twice != null) {
                return Refusal.invalid("file-column-twice", column.name(), headerOf(column), twice);
            }
        }
        return null;
    }

    /** Whether a row has something in a column of persons' numbers, which nobody reads. */
    boolean namesPersons(List<String> fields) {
        for (int field : personal) {
            if (!fields.get(field).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Headers that no column claims: unknown ones, those of persons' numbers, and those that nothing is made of. */
    List<Note> notes() {
        List<String> unknown = new ArrayList<>();
        List<String> personal = new ArrayList<>();
        List<String> notKept = new ArrayList<>();
        for (int field = 0; field < claimed.length; field++) {
            String header = folded.get(field);
            if (claimed[field] || header.isEmpty() || SentBack.isOurs(header)) {
                continue;
            }
            if (ColumnSet.isPersonal(header)) {
                personal.add(headers.get(field).strip());
            } else {
                (ColumnSet.isNotKept(header) ? notKept : unknown)
                        .add(headers.get(field).strip());
            }
        }
        List<String> leftOut = new ArrayList<>();
        for (int field = 0; field < said.length; field++) {
            if (said[field] && !isColumn(field)) {
                leftOut.add(headers.get(field).strip());
            }
        }
        List<Note> notes = new ArrayList<>();
        addNote(notes, "columns-left-out", leftOut);
        addNote(notes, "columns-unknown", unknown);
        addNote(notes, "columns-personal", personal);
        addNote(notes, "columns-not-kept", notKept);
        return notes;
    }

    private static void addNote(List<Note> notes, String code, List<String> found) {
        if (!found.isEmpty()) {
            notes.add(new Note(code, found));
        }
    }

    String shown() {
        return Shown.of(
                String.join(", ", headers.stream().limit(30).map(String::strip).toList()));
    }

    private void claim(Column column, boolean withoutUnit) {
        if (fieldOf[column.place()] != ABSENT) {
            return;
        }
        for (int field = 0; field < folded.size(); field++) {
            String header = withoutUnit ? base(folded.get(field)) : folded.get(field);
            if (!claimed[field] && column.names().contains(header)) {
                take(column, field);
                return;
            }
        }
    }

    private void claimAmbiguous(Column column) {
        for (String header : column.ambiguous()) {
            int field = folded.indexOf(header);
            if (field != ABSENT && !claimed[field] && fieldOf[column.place()] == ABSENT) {
                take(column, field);
            }
        }
    }

    private void take(Column column, int field) {
        fieldOf[column.place()] = field;
        claimed[field] = true;
    }

    private @Nullable String claimedTwice(Column column) {
        for (int field = 0; field < folded.size(); field++) {
            if (!claimed[field] && column.names().contains(folded.get(field))) {
                return headers.get(field).strip();
            }
        }
        return null;
    }

    private static String base(String header) {
        int open = header.indexOf('(');
        return open > 0 && header.endsWith(")") ? header.substring(0, open) : header;
    }

    private static String suffix(String header) {
        int open = header.indexOf('(');
        return open > 0 && header.endsWith(")") ? header.substring(open + 1, header.length() - 1) : "";
    }
}
