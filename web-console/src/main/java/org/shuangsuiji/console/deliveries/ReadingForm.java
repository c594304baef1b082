package org.shuangsuiji.console.deliveries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Preview;
import org.shuangsuiji.ingest.reading.ReadingChoice;

/** What is asked for when a file is to be read otherwise; what is left empty is found out. */
record ReadingForm(
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String sheet,
        @Nullable Integer headerRow) {
    private static final String TAB = "tab";

    static ReadingForm of(ReadingChoice choice) {
        return new ReadingForm(
                choice.encoding(),
                "\t".equals(choice.delimiter()) ? TAB : choice.delimiter(),
                choice.sheet(),
                choice.headerRow());
    }

    /**
     * The choice that was made.
     *
     * @param before the choice whose outcome was on the page
     * @param headers those of the page, if there were any
     * @param picked a column for each of these, in their order; empty where it is to be found out
     */
    ReadingChoice choice(ReadingChoice before, @Nullable Preview headers, List<String> picked) {
        var cut = new ReadingChoice(filled(encoding), filled(delimiter), filled(sheet), headerRow, Map.of());
        boolean otherRow = !cut.equals(
                new ReadingChoice(before.encoding(), before.delimiter(), before.sheet(), before.headerRow(), Map.of()));
        if (otherRow || headers == null) {
            return cut; // the columns were picked under a header row that no longer holds
        }
        Map<String, String> columns = new LinkedHashMap<>();
        for (int place = 0; place < Math.min(picked.size(), headers.headers().size()); place++) {
            String folded = headers.headers().get(place).folded();
            if (!picked.get(place).isEmpty() && !folded.isEmpty()) {
                columns.put(folded, picked.get(place));
            }
        }
        return new ReadingChoice(cut.encoding(), cut.delimiter(), cut.sheet(), cut.headerRow(), columns);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
