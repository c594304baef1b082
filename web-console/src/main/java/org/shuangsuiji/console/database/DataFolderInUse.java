package org.shuangsuiji.console.database;

import java.nio.file.Path;

/** Another running instance owns the data folder. */
final class DataFolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String folder;

    DataFolderInUse(Path folder) {
        super("The data folder %s is in use by another instance".formatted(folder));
        this.folder = folder.toString();
    }

    String folder() {
        return folder;
    }
}
