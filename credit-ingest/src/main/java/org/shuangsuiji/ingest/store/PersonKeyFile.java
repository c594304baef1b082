package org.shuangsuiji.ingest.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shuangsuiji.ingest.reading.PersonKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keys of persons by HMAC-SHA-256 (RFC 2104) under a key of 256 bits that lies in a file beside the data, readable by the
 * program alone, and in no copy of the database: with a key that lies beside the digests every number could be tried out.
 */
@Component
class PersonKeyFile implements PersonKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    PersonKeyFile(@Value("${shuangsuiji.person-key:${shuangsuiji.data:./data}/person.key}") Path file) {
        key = new SecretKeySpec(read(file), ALGORITHM);
    }

    @Override
    public UUID of(String number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var digest = ByteBuffer.wrap(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException(
                        "%s has to hold %d bytes in hexadecimal; found %d".formatted(file, KEY_BYTES, key.length));
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key for persons' numbers could not be read or made: " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var folder =
                new PrivateFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.createDirectories(folder.path());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = folder.create(part)) {
            channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(part, file);
    }
}
