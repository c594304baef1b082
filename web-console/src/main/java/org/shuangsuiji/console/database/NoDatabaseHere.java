package org.shuangsuiji.console.database;

import java.nio.file.Path;

/** A folder was named in which no console has ever kept its database. */
public final class NoDatabaseHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String folder;

    NoDatabaseHere(Path folder) {
        super("There is no database in %s".formatted(folder));
        this.folder = folder.toString();
    }

    public String folder() {
        return folder;
    }
}
