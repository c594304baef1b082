package org.shuangsuiji.ingest.reading;

import java.util.List;

/**
 * What the reader noticed about a file as a whole.
 *
 * @param code names the text below {@code note.}
 */
public record Note(String code, List<String> args) {
    public Note {
        args = args.stream().map(Shown::undamaged).toList();
    }
}
