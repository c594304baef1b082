package org.shuangsuiji.console.directory;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.DirectoryRow;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which list of the directory a reader asks for.
 *
 * @param area the digits with which regions begin
 */
record DirectoryQuestion(
        @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth month,

        DirectoryRow.@Nullable Part part,

        @Nullable String area) {

    public DirectoryRow.Part listed() {
        return part == null ? DirectoryRow.Part.MEMBERS : part;
    }

    /** Only digits are asked of regions. */
    public String digits() {
        return area == null ? "" : area.replaceAll("[^0-9]", "");
    }
}
