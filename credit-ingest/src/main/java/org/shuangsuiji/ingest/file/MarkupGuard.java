package org.shuangsuiji.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.shuangsuiji.model.Refusal;

/**
 * Stops XML in which a tag, an attribute or a text is longer than any spreadsheet writes it: a parser would hold all of
 * it in memory. Counted in bytes, before any parser sees them.
 */
final class MarkupGuard extends FilterInputStream {
    private final String part;
    private long run;

    MarkupGuard(InputStream in, String part) {
        super(in);
        this.part = part;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        for (int i = offset; i < offset + read; i++) {
            run = into[i] == '<' || into[i] == '>' ? 0 : run + 1;
            if (run > WorkbookLimits.MARKUP_RUN_MAX) {
                throw Refusal.invalid("file-xml-run-too-long", part, WorkbookLimits.MARKUP_RUN_MAX >> 20);
            }
        }
        return read;
    }

    /** A parser closes what it takes to be at its end; whether it is, is still to be seen. */
    @Override
    public void close() {
        // whoever opened the part closes it
    }
}
