package org.shuangsuiji.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository as text, read from the folder that holds the top POM. */
final class Sources {
    static final Path ROOT = root();

    private Sources() {}

    /** A file and its text; the path is relative to the top folder, with forward slashes. */
    record Source(String path, String text) {
        @Override
        public String toString() {
            return path;
        }
    }

    static List<Source> under(String folder, String... endings) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .map(Sources::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java of the product, without tests. */
    static List<Source> mainJava() {
        return MODULES.stream()
                .map(module -> module + "/src/main/java")
                .filter(folder -> Files.isDirectory(ROOT.resolve(folder)))
                .flatMap(folder -> under(folder, ".java").stream())
                .toList();
    }

    static final List<String> MODULES = List.of(
            "core-model", "credit-ingest", "risk-classifier", "sampling-engine", "publication", "web-console", "bench");

    static Source read(Path file) {
        try {
            return new Source(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("README.md")) || !Files.isDirectory(folder.resolve("core-model"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The top folder of the repository was not found above the tests");
            }
        }
        return folder;
    }
}
