package org.shuangsuiji.sampling.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.NotCanonical;

/** The bundles of the independent program, as files by name. */
public final class Vectors {
    public static final Path FOLDER = Path.of("..", "verifier", "vectors");
    private static final String REFUSED = "refused";

    private Vectors() {}

    public static List<String> good() {
        return names(FOLDER).filter(name -> !name.equals(REFUSED)).toList();
    }

    public static List<String> refused() {
        return names(FOLDER.resolve(REFUSED)).map(name -> REFUSED + "/" + name).toList();
    }

    public static Map<String, byte[]> files(String vector) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        names(FOLDER.resolve(vector))
                .forEach(name -> files.put(name, bytes(FOLDER.resolve(vector).resolve(name))));
        return files;
    }

    /** The files of a vector without its result. */
    public static Map<String, byte[]> committed(String vector) {
        Map<String, byte[]> files = files(vector);
        files.remove(BundleFile.SOURCES);
        files.remove(BundleFile.RESULT);
        return files;
    }

    /**
     * What an open draw gives to everybody, from the files of the independent program alone: its own result, out of which
     * the teams and the seats left empty are taken.
     */
    public static Map<String, byte[]> open(String vector) {
        Map<String, byte[]> files = files(vector);
        files.remove(BundleFile.INSPECTORS);
        files.put(BundleFile.TARGETS, withoutTeams(files.remove(BundleFile.RESULT)));
        return files;
    }

    private static byte[] withoutTeams(byte[] result) {
        try {
            Map<String, JsonValue> members = new HashMap<>(((JsonObject) JsonValue.read(result)).members());
            members.remove("unfilled");
            members.put(
                    "visits",
                    new JsonArray(((JsonArray) members.get("visits"))
                            .items().stream().map(Vectors::withoutTeams).toList()));
            return new JsonObject(members).canonicalBytes();
        } catch (NotCanonical e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonValue withoutTeams(JsonValue visit) {
        Map<String, JsonValue> members = new HashMap<>(((JsonObject) visit).members());
        members.remove("teams");
        return new JsonObject(members);
    }

    public static CommittedDraw committedDraw(String vector) {
        return CommittedDraw.open(committed(vector));
    }

    public static Draw draw(String vector) {
        return committedDraw(vector).draw(sources(vector));
    }

    public static SourceValues sources(String vector) {
        Faults faults = new Faults();
        return SourceValues.read(files(vector).get(BundleFile.SOURCES), faults).orElseThrow();
    }

    /** The same files, one of them changed as a text. */
    public static Map<String, byte[]> with(Map<String, byte[]> files, String name, UnaryOperator<String> change) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        String before = new String(changed.get(name), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("The change of %s changes nothing".formatted(name));
        }
        changed.put(name, after.getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    private static Stream<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
