package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;

/**
 * The encoding of a file, found by decoding all of it strictly: a byte that does not fit is told with its line and
 * column, and never becomes U+FFFD.
 *
 * @param charset how to decode
 * @param name how people are told
 * @param skip bytes of a byte order mark before the text
 */
public record TextForm(Charset charset, String name, int skip) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MARK_LENGTH = 3;
    private static final int BUFFER = 1 << 16;
    /** From this many whole Chinese characters on, a file is UTF-8 with damage and not GB18030 by chance. */
    private static final long CHANCE_MAX = 5;

    /**
     * The form of a file.
     *
     * @param encoding the one in which it must be readable; null where that is to be found out
     */
    static TextForm of(Path file, @Nullable String encoding) throws IOException {
        if (GB18030.name().equals(encoding)) {
            refuseBrokenGb18030(file);
            return new TextForm(GB18030, "GB18030", 0);
        }
        int mark = hasMark(file) ? MARK_LENGTH : 0;
        var scan = new Utf8Scan();
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            byte[] bytes = new byte[BUFFER];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                scan.add(bytes, read);
            }
        }
        scan.end();
        if (scan.broken() == 0) {
            return new TextForm(StandardCharsets.UTF_8, mark > 0 ? "UTF-8 BOM" : "UTF-8", mark);
        }
        boolean utf8 = encoding != null || mark > 0 || (scan.wide() >= CHANCE_MAX && scan.wide() * 10 > scan.broken());
        if (utf8) {
            throw Refusal.invalid("file-bytes-broken", "UTF-8", scan.line(), scan.column(), hex(scan.firstBroken()));
        }
        refuseBrokenGb18030(file);
        return new TextForm(GB18030, "GB18030", 0);
    }

    private static boolean hasMark(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(MARK_LENGTH);
            return head.length == MARK_LENGTH
                    && head[0] == (byte) 0xef
                    && head[1] == (byte) 0xbb
                    && head[2] == (byte) 0xbf;
        }
    }

    private static void refuseBrokenGb18030(Path file) throws IOException {
        CharsetDecoder decoder = GB18030.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.allocate(BUFFER);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        long line = 1;
        long column = 1;
        try (var channel = Files.newByteChannel(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(in) < 0;
                in.flip();
                CoderResult result;
                do {
                    result = decoder.decode(in, out, end);
                    out.flip();
                    while (out.hasRemaining()) {
                        column = out.get() == '\n' ? 1 : column + 1;
                        line += column == 1 ? 1 : 0;
                    }
                    out.clear();
                } while (result.isOverflow());
                if (result.isError()) {
                    throw Refusal.invalid("file-bytes-broken", "GB18030", line, column, hex(in.get(in.position())));
                }
                in.compact();
            }
        }
    }

    private static String hex(int value) {
        return "0x%02X".formatted(value & 0xff);
    }
}
