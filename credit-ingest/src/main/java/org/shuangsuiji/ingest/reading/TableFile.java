package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.util.List;

/** A file that has been opened: the tables that may stand in it. */
public interface TableFile extends AutoCloseable {

    /** What it is written in, as people are told: an encoding, or a format. */
    String form();

    /** The tables to choose from, in their order. */
    List<Sheet> sheets();

    /** Whether each of the tables is one of its own, or all of them are views of the same text. */
    boolean hasManySheets();

    /** Whether each row names its fields itself, and no row is a header. */
    default boolean namesFields() {
        return false;
    }

    /** What was noticed of a table so far; complete when all of its rows have been taken. */
    List<Note> notes(Sheet sheet);

    /** Bytes taken from the file so far, for the progress. */
    long bytesRead();

    @Override
    void close() throws IOException;
}
