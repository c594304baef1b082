package org.shuangsuiji.ingest.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A header of two rows, as merged cells make it: where nothing stands below, what stands above reaches down; what stands
 * above several columns is the group of what stands below.
 */
record TwoRows(List<String> above, List<String> below, ColumnSet known) {

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
            headers.add(own.isBlank() ? at(above, field) : isUnder(field) ? inGroup(group, own) : own);
        }
        return headers;
    }

    /** Whether the second row names nothing but columns of groups, and at least one that would have no name. */
    boolean isGrouped() {
        boolean anyNameless = false;
        for (int field = 0; field < below.size(); field++) {
            if (!at(below, field).isBlank()) {
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

    /** What stands below is enough where it is one of its kind; else the group says which of them it is. */
    private String inGroup(String group, String own) {
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
