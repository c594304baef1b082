package org.shuangsuiji.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.shuangsuiji.ingest.FileStore;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files in one folder: written beside under another name, made durable, then renamed; a half file never has its name.
 * They hold records of enterprises, so nobody else on the machine may read them.
 */
@Component
class FolderFileStore implements FileStore {
    private static final String PART = ".part";
    private static final int BUFFER = 1 << 17;

    private final Path folder;
    private final PrivateFolder ours;
    private final long bytesMax;

    FolderFileStore(
            @Value("${shuangsuiji.deliveries:${shuangsuiji.data:./data}/deliveries}") Path folder,
            @Value("${shuangsuiji.delivery-bytes-max:2147483648}") long bytesMax) {
        this.folder = folder;
        this.ours = new PrivateFolder(folder);
        this.bytesMax = bytesMax;
    }

    @Override
    public Kept keep(InputStream body) throws IOException {
        ours.make();
        String name = UUID.randomUUID().toString();
        Path part = folder.resolve(name + PART);
        try {
            MessageDigest digest = Digests.newSha256();
            long bytes = write(body, part, digest);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
            return new Kept(name, HexFormat.of().formatHex(digest.digest()), bytes);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public Path path(String name) {
        return folder.resolve(UUID.fromString(name).toString());
    }

    @Override
    public void discard(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException("A file that nothing refers to could not be deleted", e);
        }
    }

    private long write(InputStream body, Path part, MessageDigest digest) throws IOException {
        long total = 0;
        byte[] bytes = new byte[BUFFER];
        try (FileChannel channel = ours.create(part)) {
            for (int read = body.read(bytes); read >= 0; read = body.read(bytes)) {
                total += read;
                if (total > bytesMax) {
                    throw Refusal.invalid("delivery-too-large", bytesMax >> 20);
                }
                digest.update(bytes, 0, read);
                ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, read);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
        }
        return total;
    }

    /** The new name itself must survive a power cut as well. */
    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            if (!System.getProperty("os.name", "").startsWith("Windows")) {
                throw e;
            }
        }
    }
}
