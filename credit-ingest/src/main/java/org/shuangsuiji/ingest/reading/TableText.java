package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the text of a table into fields. What delimiters and quotes mean is a library's work; what fields mean is ours. */
public interface TableText {

    /**
     * The fields of one row.
     *
     * @param line the line on which the row begins, from 1
     * @param values as many as the header has, the missing ones empty
     * @param found how many the row has; trailing empty ones beyond the header do not count
     * @param blank whether nothing stands in any of them
     * @param faults fields of which the file does not say what stands in them
     */
    record Fields(long line, List<String> values, int found, boolean blank, List<CellFault> faults) {
        public Fields(long line, List<String> values, int found, boolean blank) {
            this(line, values, found, blank, List.of());
        }
    }

    /** The rows of a table, one after the other, in flat memory. */
    interface Rows extends AutoCloseable {

        /** The next row, or null after the last; refuses the file where it can be cut no further. */
        @Nullable
        Fields next();

        @Override
        void close() throws IOException;
    }

    /** The rows of a whole text; fields beyond {@code width} are counted and not kept. */
    Rows rows(Reader text, char delimiter, int width);

    /** The first rows of a sample that are not blank, at most {@code count}, up to where it can be cut no further. */
    List<List<String>> firstRows(String sample, char delimiter, int count);
}
