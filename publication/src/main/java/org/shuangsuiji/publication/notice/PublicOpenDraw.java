package org.shuangsuiji.publication.notice;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What an open draw gives to everybody after the visits (DR-1 §10), beside the rule and the values of the sources, which
 * are public by then: the sealed part, the lists and who was drawn. Nothing of inspectors: not their directory, no team.
 *
 * @param visitRoot empty when nobody was drawn
 */
public record PublicOpenDraw(String commitment, String seed, String visitRoot, List<File> files) {

    /** One file, which writes itself: a list may have a million rows. */
    public record File(String name, Content content) {}

    /** Writes the bytes of a file; the stream is left open. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public PublicOpenDraw {
        files = List.copyOf(files);
        List<String> found = files.stream().map(File::name).toList();
        if (!found.equals(names(found.size()))) {
            throw new IllegalArgumentException(
                    "An open draw gives sealed.json, its lists and targets.json; got %s".formatted(found));
        }
    }

    /** The files of a draw that gives so many, in order; a draw has at least one list. */
    public static List<String> names(int files) {
        List<String> names = new ArrayList<>();
        names.add("sealed.json");
        for (int n = 1; n < Math.max(2, files - 1); n++) {
            names.add("frame-" + n + ".tsv");
        }
        names.add("targets.json");
        return List.copyOf(names);
    }
}
