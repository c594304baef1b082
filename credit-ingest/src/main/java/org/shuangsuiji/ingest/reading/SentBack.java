package org.shuangsuiji.ingest.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the office adds to refused rows when it hands them back in a workbook, so that they can be corrected there and
 * sent again: four columns, and a guard before texts that a spreadsheet program would take for formulas.
 */
public final class SentBack {
    /** Line, column, reason and what to do, as the workbook in Chinese and that in English name them. */
    public static final List<List<String>> HEADERS = List.of(
            List.of("退回行号", "退回的列", "退回原因", "退回处理办法"),
            List.of("Refused line", "Refused column", "Refused because", "Refused: what to do"));

    private static final Set<String> FOLDED =
            HEADERS.stream().flatMap(List::stream).map(ColumnSet::fold).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LINES =
            Stream.of("退回行号", "Refused line").map(ColumnSet::fold).collect(Collectors.toUnmodifiableSet());
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SentBack() {}

    static boolean isOurs(String foldedHeader) {
        return FOLDED.contains(foldedHeader);
    }

    static boolean isLine(String foldedHeader) {
        return LINES.contains(foldedHeader);
    }

    /** The text with an apostrophe before it, where a spreadsheet program would take it for a formula. */
    public static String guarded(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** The text without the apostrophe that {@link #guarded} put before it. */
    static String unguarded(String text) {
        return text.startsWith("'") && isFormula(text) ? text.substring(1) : text;
    }

    /** Apostrophes are looked through, so that one more can always be taken away again. */
    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && FORMULA_STARTS.indexOf(text.charAt(first)) >= 0;
    }
}
