package org.shuangsuiji.ingest.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lines of a printed form that are no rows of its table: totals, and below it who filled it in and remarks. A line that names
 * a subject is a row, whatever else it says.
 */
final class FormLines {
    private static final int SHOWN_MAX = 5;
    private static final Pattern WORDS = Pattern.compile("(本页小计|合计|总计|小计|共计|累计)(?:[:：].*)?"
            + "|(填表人|填报人|制表人|经办人|审核人|复核人|负责人|单位负责人|填报单位|制表单位|填表日期|填报日期|制表日期|联系人|联系电话|注|备注|说明|填表说明)[:：].*");
    private static final Pattern SPACES = Pattern.compile("[\\s\u3000]+");

    private final int[] subjects;
    private final List<String> found = new ArrayList<>();
    private long count;

    FormLines(Layout layout, Kind kind) {
        subjects = Stream.concat(kind.eitherOf().stream(), kind.columns().named("企业名称").stream())
                .mapToInt(layout::fieldOf)
                .filter(field -> field >= 0)
                .toArray();
    }

    /** Whether this is such a line; it is remembered. */
    boolean take(TableText.Fields fields) {
        int first = 0;
        while (first < fields.values().size() && fields.values().get(first).isBlank()) {
            first++;
        }
        if (first == fields.values().size() || namesSubject(fields, first)) {
            return false;
        }
        Matcher words = WORDS.matcher(
                SPACES.matcher(Row.unquoted(fields.values().get(first))).replaceAll(""));
        if (!words.matches()) {
            return false;
        }
        count++;
        if (found.size() < SHOWN_MAX) {
            // what stands behind the word may be somebody's name and number
            found.add(fields.line() + " " + (words.group(1) == null ? words.group(2) : words.group(1)));
        }
        return true;
    }

    private boolean namesSubject(TableText.Fields fields, int first) {
        for (int field : subjects) {
            if (field != first && !fields.values().get(field).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Which lines were left out; empty where none was. */
    Optional<Note> note() {
        if (count == 0) {
            return Optional.empty();
        }
        List<String> shown = new ArrayList<>(found);
        if (count > found.size()) {
            shown.add("…");
        }
        return Optional.of(new Note("lines-of-form", shown));
    }
}
