package org.shuangsuiji.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.sampling.VerifyDraw;

/**
 * The two programs with which anybody checks a draw, run as a stranger runs them: each in a process of its own, one
 * with our two jars and the JDK alone, the other written apart from them in Python.
 */
public final class Checkers {

    /** How a checker ended and what it said. */
    public record Verdict(int exit, String said) {}

    private Checkers() {}

    static Verdict ours(Path bundle) {
        return ours(bundle.toString());
    }

    public static Verdict ours(String... arguments) {
        String jars = String.join(System.getProperty("path.separator"), home(CreditCode.class), home(VerifyDraw.class));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return run(List.of(java.toString(), "-cp", jars, VerifyDraw.class.getName()), arguments);
    }

    /** Without python3 this fails: half a check is none. {@code .ci/run} installs it. */
    static Verdict theirs(Path bundle) {
        return theirs(bundle.toString());
    }

    public static Verdict theirs(String... arguments) {
        return run(
                List.of("python3", checkout().resolve("verifier/verify_draw.py").toString()), arguments);
    }

    /** Whether the answer given to one enterprise is proven under the public rule. */
    public static Verdict membership(Path answer, Path rule) {
        return theirs("--membership", answer.toString(), rule.toString());
    }

    /** A copy of the bundle with one file of it rewritten. */
    public static Path tampered(Path bundle, String file, UnaryOperator<String> change) {
        try {
            Path copy = bundle.resolveSibling("tampered-" + bundle.getFileName());
            Files.copy(bundle, copy, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem zip = FileSystems.newFileSystem(copy)) {
                Path inside;
                try (var files = Files.walk(zip.getPath("/"))) {
                    inside = files.filter(it -> it.endsWith(file)).findFirst().orElseThrow();
                }
                String before = Files.readString(inside);
                String after = change.apply(before);
                assertThat(after).as("%s was changed", file).isNotEqualTo(before);
                Files.writeString(inside, after);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Verdict run(List<String> program, String... arguments) {
        List<String> command =
                Stream.concat(program.stream(), Stream.of(arguments)).toList();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("%s ends", command.get(0))
                    .isTrue();
            return new Verdict(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be started; a draw needs both of its checkers".formatted(command.get(0)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The jar or folder that a class comes from. */
    private static String home(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("verifier"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
