package org.shuangsuiji.ingest.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A folder that only the account of the application may look into, where the file system knows such rights. */
record PrivateFolder(Path path) {
    private static final System.Logger LOG = System.getLogger(PrivateFolder.class.getName());
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** Makes it when it is not there; one that others may look into is closed to them. */
    void make() throws IOException {
        Files.createDirectories(path, rights(FOLDER));
        if (!knowsRights() || FOLDER.containsAll(Files.getPosixFilePermissions(path))) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, FOLDER);
        } catch (FileSystemException e) {
            // somebody else's folder, or a disk that keeps no rights: its files are still made for us alone
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Others may list the folder %s; close it to all but the account of this application"
                            .formatted(path),
                    e);
        }
    }

    /** A new file to write, which nobody else may read from its first byte on. */
    FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights(FILE));
    }

    private FileAttribute<?>[] rights(Set<PosixFilePermission> permissions) {
        return knowsRights()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private boolean knowsRights() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
