package org.shuangsuiji.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the files that departments sent. */
class FolderFileStoreTests {
    private static final byte[] RECORDS = "统一社会信用代码,企业名称\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void home() {
        folder = temporary.resolve("data/deliveries");
    }

    private Path kept() throws IOException {
        FolderFileStore store = new FolderFileStore(folder, 1 << 20);
        return store.path(store.keep(new ByteArrayInputStream(RECORDS)).name());
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its file systems know no such rights")
    void nobodyElseOnTheMachineMayReadWhatADepartmentSent() throws IOException {
        Path file = kept();
        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(file).hasBinaryContent(RECORDS);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its file systems know no such rights")
    void aFolderThatOthersCouldLookIntoIsClosedWithTheNextDelivery() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        kept();
        assertThat(rights(folder)).isEqualTo("rwx------");
    }

    @Test
    void aFileSystemWithoutSuchRightsTakesFilesAsWell() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(temporary.resolve("disk.zip"), Map.of("create", "true"))) {
            assertThat(zip.supportedFileAttributeViews()).doesNotContain("posix");
            PrivateFolder plain = new PrivateFolder(zip.getPath("/deliveries"));
            plain.make();
            Path file = plain.path().resolve("file");
            plain.create(file).close();
            assertThat(Files.exists(file)).isTrue();
        }
    }
}
