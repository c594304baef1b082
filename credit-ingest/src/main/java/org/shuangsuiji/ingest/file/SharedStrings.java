package org.shuangsuiji.ingest.file;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook, which its sheets name by number. A table of a gigabyte fits into no memory, so they lie in
 * two files beside each other: the texts, and where each begins. Only the blocks read last are held.
 */
final class SharedStrings implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private static final int BLOCKS_HELD = 128;

    private final Path texts;
    private final Path starts;
    private final FileChannel textChannel;
    private final FileChannel startChannel;
    private final Map<Long, ByteBuffer> textBlocks = held();
    private final Map<Long, ByteBuffer> startBlocks = held();
    private final long count;

    private SharedStrings(Path texts, Path starts, long count) throws IOException {
        this.texts = texts;
        this.starts = starts;
        this.count = count;
        this.textChannel = FileChannel.open(texts, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        this.startChannel = FileChannel.open(starts, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Reads the table once and lays it down. */
    static SharedStrings of(XmlPart part) throws IOException {
        Path texts = Files.createTempFile("workbook-", ".texts"); // nobody but us may read it
        Path starts = null;
        try {
            starts = Files.createTempFile("workbook-", ".starts");
            return new SharedStrings(texts, starts, write(part, texts, starts));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(texts);
            if (starts != null) {
                Files.deleteIfExists(starts);
            }
            throw e;
        }
    }

    /** The text of this number; null when the table has none. */
    @Nullable
    String get(long number) {
        if (number < 0 || number >= count) {
            return null;
        }
        long from = start(number);
        byte[] bytes = new byte[(int) (start(number + 1) - from)];
        for (int done = 0; done < bytes.length; ) {
            ByteBuffer block = block(textChannel, textBlocks, (from + done) / BLOCK);
            int at = (int) ((from + done) % BLOCK);
            int length = Math.min(bytes.length - done, block.limit() - at);
            block.get(at, bytes, done, length);
            done += length;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (textChannel;
                startChannel) {
            textBlocks.clear();
            startBlocks.clear();
        } finally {
            Files.deleteIfExists(texts);
            Files.deleteIfExists(starts);
        }
    }

    private static long write(XmlPart part, Path texts, Path starts) throws IOException {
        long number = 0;
        long at = 0;
        try (var textOut = new BufferedOutputStream(Files.newOutputStream(texts), BLOCK);
                var startOut = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(starts), BLOCK))) {
            startOut.writeLong(0);
            while (part.next()) {
                if (part.starts("si")) {
                    number++;
                    byte[] text = RichText.of(part, number).getBytes(StandardCharsets.UTF_8);
                    textOut.write(text);
                    at += text.length;
                    startOut.writeLong(at);
                }
            }
        }
        return number;
    }

    private long start(long number) {
        long at = number * Long.BYTES;
        return block(startChannel, startBlocks, at / BLOCK).getLong((int) (at % BLOCK));
    }

    private static ByteBuffer block(FileChannel channel, Map<Long, ByteBuffer> held, long number) {
        ByteBuffer block = held.get(number);
        if (block == null) {
            block = ByteBuffer.allocate(BLOCK);
            try {
                while (block.hasRemaining() && channel.read(block, number * BLOCK + block.position()) >= 0) {
                    // a block may come in pieces
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The texts of a workbook could not be read again", e);
            }
            block.flip();
            held.put(number, block);
        }
        return block;
    }

    private static Map<Long, ByteBuffer> held() {
        return new LinkedHashMap<>(BLOCKS_HELD, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, ByteBuffer> eldest) {
                return size() > BLOCKS_HELD;
            }
        };
    }
}
