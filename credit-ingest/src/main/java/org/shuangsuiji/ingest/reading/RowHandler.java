package org.shuangsuiji.ingest.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the fields of each row from the parser; fields beyond the header are counted and not kept. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RowHandler.Fields> {
    private final int width;
    private String[] values;
    private int count;
    private boolean blank;
    private boolean extraFilled;
    private long line;

    /**
     * The fields of one row.
     *
     * @param values as many as the header has, the missing ones empty
     * @param found how many the row has; trailing empty ones beyond the header do not count
     * @param blank whether nothing stands in any of them
     */
    record Fields(long line, List<String> values, int found, boolean blank) {}

    RowHandler(int width) {
        this.width = width;
        this.values = new String[width];
    }

    /** The line on which the row now being read begins. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        values = new String[width];
        count = 0;
        blank = true;
        extraFilled = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        blank &= isBlank(buffer, offset, length);
        if (index < width) {
            values[index] = length == 0 ? "" : new String(buffer, offset, length);
            count = index + 1;
        } else if (extraFilled || length > 0) {
            extraFilled = true;
            count = index + 1;
        }
    }

    @Override
    protected @Nullable Fields buildRecord() {
        if (getRecordType() != RecordType.DATA) {
            return null;
        }
        for (int i = count; i < width; i++) {
            values[i] = "";
        }
        return new Fields(line, Arrays.asList(values), count, blank);
    }

    private static boolean isBlank(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\u3000' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
