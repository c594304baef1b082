package org.shuangsuiji.ingest.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.TableText;

/** Takes the fields of each row from the parser; fields beyond the header are counted and not kept. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<TableText.Fields> {
    private final int width;
    private String[] values;
    private int count;
    private boolean blank;
    private boolean extraFilled;
    private long line;

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
    protected TableText.@Nullable Fields buildRecord() {
        if (getRecordType() != RecordType.DATA) {
            return null;
        }
        for (int i = count; i < width; i++) {
            values[i] = "";
        }
        return new TableText.Fields(line, Arrays.asList(values), count, blank);
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
