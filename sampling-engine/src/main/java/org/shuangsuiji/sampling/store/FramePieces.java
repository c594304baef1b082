package org.shuangsuiji.sampling.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.shuangsuiji.sampling.draw.Frame;

/** Frames as the bytes of frame-n.tsv, cut between rows, each piece with the enterprises of its rows. */
final class FramePieces {
    private static final int UNITS = 4096;
    private static final String INSERT = """
            insert into sampling.frame_piece (draw_id, frame_no, piece, tsv, enterprise_ids) values (?, ?, ?, ?, ?)""";

    private final DataSource source;

    FramePieces(DataSource source) {
        this.source = source;
    }

    /** Stores a frame; {@code enterpriseIds} in the order of its units. */
    void store(long drawId, int frameNo, Frame frame, long[] enterpriseIds) {
        BulkRows.withConnection(source, connection -> {
            PGConnection numbers = connection.unwrap(PGConnection.class);
            try (var insert = connection.prepareStatement(INSERT)) {
                for (int from = 0; from < frame.size(); from += UNITS) {
                    int to = Math.min(frame.size(), from + UNITS);
                    insert.setLong(1, drawId);
                    insert.setInt(2, frameNo);
                    insert.setInt(3, from / UNITS);
                    insert.setBytes(4, tsv(frame, from, to));
                    insert.setArray(5, numbers.createArrayOf("int8", Arrays.copyOfRange(enterpriseIds, from, to)));
                    insert.executeUpdate();
                }
            }
        });
    }

    private static byte[] tsv(Frame frame, int from, int to) {
        var bytes = new ByteArrayOutputStream();
        try {
            frame.writeTo(bytes, from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes the bytes of frame-n.tsv. */
    void writeTsv(long drawId, int frameNo, OutputStream out) {
        CopiedRow.each(source, inOrder("tsv", drawId, frameNo), row -> {
            try {
                out.write(row.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The enterprises of the units of a frame, in its order. */
    long[] enterpriseIds(long drawId, int frameNo) {
        List<long[]> pieces = new ArrayList<>();
        CopiedRow.each(source, inOrder("enterprise_ids", drawId, frameNo), row -> pieces.add(row.numbers()));
        return pieces.stream().flatMapToLong(Arrays::stream).toArray();
    }

    private static String inOrder(String column, long drawId, int frameNo) {
        return "select %s from sampling.frame_piece where draw_id = %d and frame_no = %d order by piece"
                .formatted(column, drawId, frameNo);
    }
}
