package org.shuangsuiji.ingest.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header of two rows, as merged cells make it: where nothing stands below, what stands above reaches down; what stands
 * above several columns is the group of what stands below.
 */
record TwoRows(List<String> above, List<String> below, ColumnSet known) {
    private static final String UNIT_NAME = "(?:单位[:：]?)?(百万元|万元|千元|亿元|万美元|美元|元|万|%|％)";
    private static final Pattern UNIT = Pattern.compile("[(（\\[【]?" + UNIT_NAME + "[)）\\]】]?");
    private static final Pattern BRACKETED_UNIT = Pattern.compile("[(（\\[【]" + UNIT_NAME + "[)）\\]】]");

    List<String> headers() {
        List<String> headers = new ArrayList<>();
        String group = "";
        for (int field = 0; field < Math.max(above.size(), below.size()); field++) {
            String own = at(below, field);
            if (!at(above, field).isBlank()) {
                group = at(above, field);
            } else if (own.isBlank()) {
                group = "";
            }
            if (own.isBlank() || isUnit(own)) {
                headers.add(at(above, field) + bracketed(own));
            } else {
                headers.add(isUnder(field) ? inGroup(group, own) : own);
            }
        }
        return headers;
    }

    /** Whether the second row names nothing but units and columns of groups, and at least one unit or nameless column. */
    boolean isGrouped() {
        boolean anyNameless = false;
        for (int field = 0; field < below.size(); field++) {
            if (isUnit(at(below, field)) && !at(above, field).isBlank()) {
                anyNameless = true;
            } else if (!at(below, field).isBlank()) {
                if (!isUnder(field)) {
                    return false;
                }
                anyNameless |= at(above, field).isBlank();
            }
        }
        return anyNameless;
    }

    /** Whether this field lies under a cell that reaches over several. */
    private boolean isUnder(int field) {
        int next = field + 1;
        boolean first = !at(above, field).isBlank()
                && next < below.size()
                && at(above, next).isBlank()
                && !at(below, next).isBlank();
        int start = field;
        while (start > 0 && at(above, start).isBlank() && !at(below, start).isBlank()) {
            start--;
        }
        return first
                || (start < field
                        && !at(above, start).isBlank()
                        && !at(below, start).isBlank());
    }

    private static boolean isUnit(String text) {
        return UNIT.matcher(text.strip()).matches();
    }

    private static String bracketed(String text) {
        Matcher unit = UNIT.matcher(text.strip());
        return unit.matches() ? "（" + unit.group(1) + "）" : "";
    }

    /** What is measured stands below, and in what it is measured may stand above: 处罚金额（元） over 罚款. */
    private String inGroup(String group, String own) {
        String name = namedInGroup(group, own);
        Matcher unit = BRACKETED_UNIT.matcher(group);
        if (!unit.find() || BRACKETED_UNIT.matcher(name).find()) {
            return name;
        }
        String measured = name + bracketed(unit.group(1));
        return isKnown(measured) ? measured : name;
    }

    /** What stands below is enough where it is one of its kind; else the group says which of them it is. */
    private String namedInGroup(String group, String own) {
        String full = group.strip() + own.strip();
        if (ColumnSet.isPersonal(ColumnSet.fold(own)) || ColumnSet.isPersonal(ColumnSet.fold(full))) {
            return ColumnSet.isPersonal(ColumnSet.fold(full)) ? full : own;
        }
        boolean unique = Collections.frequency(below, own) == 1;
        if (unique && (isKnown(own) || !isKnown(full))) {
            return own;
        }
        return full;
    }

    private boolean isKnown(String header) {
        return Layout.match(List.of(header), known, Map.of()).matched() > 0;
    }

    private static String at(List<String> row, int field) {
        return field < row.size() ? row.get(field) : "";
    }
}
