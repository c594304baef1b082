package org.shuangsuiji.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of figures, printed while it grows. */
final class Report {
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private final PrintStream out;

    Report(String title) {
        this(title, System.out);
    }

    private Report(String title, PrintStream out) {
        this.out = out;
        lines.add(title);
        lines.add("");
        lines.add("| work | enterprises | ours | peer | peer's | ours / peer | runs |");
        lines.add("|---|---:|---:|---|---:|---:|---:|");
        lines.forEach(out::println);
    }

    /** A report that nobody sees. */
    static Report silent() {
        return new Report("warm-up", new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    void row(String work, int enterprises, Times ours, String peer, Times peers) {
        row(
                work,
                enterprises,
                ours.medianSeconds(),
                peer,
                peers.medianSeconds(),
                ours.runs().size());
    }

    void row(String work, int enterprises, double ours, @Nullable String peer, double peers, int runs) {
        String ratio = peers <= 0 ? "–" : String.format(Locale.ROOT, "%.2f", ours / peers);
        String line = String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %s | %s | %s | %d |",
                work,
                enterprises,
                seconds(ours),
                peer == null ? "–" : peer,
                peers <= 0 ? "–" : seconds(peers),
                ratio,
                runs);
        lines.add(line);
        out.println(line);
    }

    void note(String note) {
        notes.add(note);
        out.println("  " + note);
    }

    void writeTo(Path file) throws IOException {
        List<String> all = new ArrayList<>(lines);
        all.add("");
        notes.forEach(note -> all.add("- " + note));
        Files.write(file, all);
    }

    private static String seconds(double seconds) {
        return seconds < 1
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
