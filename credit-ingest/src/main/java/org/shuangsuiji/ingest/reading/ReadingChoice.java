package org.shuangsuiji.ingest.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;

/**
 * How a file is to be read, as far as that is not left to be found out.
 *
 * @param sheet the name of a sheet, of files that have several
 * @param headerRow the place of the header among the rows that are not blank, from 1
 * @param columns for headers, folded: the name of the column that each is, or {@link #LEAVE_OUT}
 */
public record ReadingChoice(
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String sheet,
        @Nullable Integer headerRow,
        Map<String, String> columns) {
    /** Stands for a column in a choice: this header is not read. */
    public static final String LEAVE_OUT = "-";
    /** All is found out. */
    public static final ReadingChoice DETECT = new ReadingChoice(null, null, null, null, Map.of());

    public static final List<String> ENCODINGS = List.of("UTF-8", "GB18030");
    /** The last row that may be taken for the header. */
    public static final int HEADER_ROW_MAX = 50;

    private static final int SHEET_MAX = 100;
    private static final Map<String, String> ENCODING_NAMES = Map.of(
            "UTF-8",
            "UTF-8",
            "UTF8",
            "UTF-8",
            "UTF-8 BOM",
            "UTF-8",
            "GB18030",
            "GB18030",
            "GBK",
            "GB18030",
            "GB2312",
            "GB18030");
    private static final Map<String, String> DELIMITER_NAMES =
            Map.of("comma", ",", "tab", "\t", "semicolon", ";", "pipe", "|");

    public ReadingChoice {
        encoding = encoding == null ? null : encodingOf(encoding);
        delimiter = delimiter == null ? null : delimiterOf(delimiter);
        if (sheet != null && (sheet.isEmpty() || sheet.length() > SHEET_MAX)) {
            throw Refusal.invalid("choice-sheet", Shown.of(sheet));
        }
        if (headerRow != null && (headerRow < 1 || headerRow > HEADER_ROW_MAX)) {
            throw Refusal.invalid("choice-header-row-range", headerRow, HEADER_ROW_MAX);
        }
        Map<String, String> folded = new LinkedHashMap<>();
        columns.forEach((header, column) -> folded.put(ColumnSet.fold(header), column.strip()));
        columns = Collections.unmodifiableMap(folded);
    }

    /** Pairs as {@code header:column}; the last colon parts them, for a header may have one. */
    public static Map<String, String> columnsOf(Collection<String> pairs) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : pairs) {
            int colon = Math.max(pair.lastIndexOf(':'), pair.lastIndexOf('：'));
            if (colon < 1 || colon == pair.length() - 1) {
                throw Refusal.invalid("choice-map", Shown.of(pair));
            }
            columns.put(pair.substring(0, colon), pair.substring(colon + 1));
        }
        return columns;
    }

    /** Whether nothing is said and all is found out. */
    public boolean isDetect() {
        return encoding == null && delimiter == null && sheet == null && headerRow == null && columns.isEmpty();
    }

    /** The same for another file with this header row: where it is plain ASCII, nothing tells that the encoding fits. */
    public ReadingChoice forAnother(List<String> headers) {
        boolean plain = headers.stream().allMatch(header -> header.chars().allMatch(c -> c < 0x80));
        return plain ? new ReadingChoice(null, delimiter, sheet, headerRow, columns) : this;
    }

    /** The kept columns as {@code header → column}, for people. */
    List<String> shown() {
        List<String> shown = new ArrayList<>();
        columns.forEach((header, column) -> {
            if (!column.equals(LEAVE_OUT)) {
                shown.add(Shown.of(header) + " → " + Shown.of(column));
            }
        });
        return shown;
    }

    private static String encodingOf(String given) {
        String encoding = ENCODING_NAMES.get(given.strip().toUpperCase(Locale.ROOT));
        if (encoding == null) {
            throw Refusal.invalid("choice-encoding", Shown.of(given));
        }
        return encoding;
    }

    private static String delimiterOf(String given) {
        String delimiter = DELIMITER_NAMES.getOrDefault(given.strip().toLowerCase(Locale.ROOT), given);
        if (!DELIMITER_NAMES.containsValue(delimiter)) {
            throw Refusal.invalid("choice-delimiter", Shown.of(given));
        }
        return delimiter;
    }
}
