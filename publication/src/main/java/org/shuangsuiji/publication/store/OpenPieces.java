package org.shuangsuiji.publication.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.shuangsuiji.publication.notice.PublicOpenDraw;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cuts a file of an open draw into pieces while it is being written, so that it never stands in memory whole. */
final class OpenPieces extends OutputStream {
    static final int PIECE = 1 << 18;

    private final JdbcClient jdbc;
    private final long drawId;
    private final String file;
    private final byte[] buffer = new byte[PIECE];
    private int filled;
    private int pieces;
    private long written;

    OpenPieces(JdbcClient jdbc, long drawId, String file) {
        this.jdbc = jdbc;
        this.drawId = drawId;
        this.file = file;
    }

    /** Stores the file; how many bytes it has. */
    long store(PublicOpenDraw.Content content) {
        try {
            content.writeTo(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        insert();
        return written;
    }

    @Override
    public void write(int b) {
        buffer[filled++] = (byte) b;
        if (filled == buffer.length) {
            insert();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        while (from < offset + length) {
            int taken = Math.min(buffer.length - filled, offset + length - from);
            System.arraycopy(bytes, from, buffer, filled, taken);
            filled += taken;
            from += taken;
            if (filled == buffer.length) {
                insert();
            }
        }
    }

    private void insert() {
        if (filled == 0) {
            return;
        }
        jdbc.sql("insert into pub.open_piece (draw_id, file, piece, content) values (:draw, :file, :piece, :content)")
                .param("draw", drawId)
                .param("file", file)
                .param("piece", pieces++)
                .param("content", Arrays.copyOf(buffer, filled))
                .update();
        written += filled;
        filled = 0;
    }
}
