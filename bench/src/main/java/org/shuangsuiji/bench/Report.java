package org.shuangsuiji.bench;

import java.io.IOException;
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

    Report(String title) {
        lines.add(title);
        lines.add("");
        lines.add("| work | enterprises | ours | peer | peer's | ours / peer | runs |");
        lines.add("|---|---:|---:|---|---:|---:|---:|");
        lines.forEach(System.out::println);
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
        System.out.println(line);
    }

    void note(String note) {
        notes.add(note);
        System.out.println("  " + note);
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
