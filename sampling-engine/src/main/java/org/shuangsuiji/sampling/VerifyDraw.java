package org.shuangsuiji.sampling;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shuangsuiji.sampling.bundle.MembershipVerification;
import org.shuangsuiji.sampling.bundle.TargetsVerification;
import org.shuangsuiji.sampling.bundle.Verification;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.EnterpriseAnswer;
import org.shuangsuiji.sampling.draw.Fault;
import org.shuangsuiji.sampling.draw.OpenTargets;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.Seed;

/**
 * Verifies a full bundle from the command line, with {@code --targets} what an open draw gives to everybody, or with
 * {@code --membership} what one enterprise was told about the frames: exit 0 when all agrees, 1 with every fault (a
 * path that leads nowhere is one), 2 on wrong use.
 */
public final class VerifyDraw {
    static final int AGREES = 0;
    static final int REFUSED = 1;
    static final int WRONG_USE = 2;

    private static final String TARGETS = "--targets";
    private static final String MEMBERSHIP = "--membership";
    /** Control and format characters, which can steer a terminal, and the line ends of Unicode. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private VerifyDraw() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        boolean membership = args.length == 3 && args[0].equals(MEMBERSHIP);
        boolean targetsOnly = args.length == 2 && args[0].equals(TARGETS);
        boolean full = args.length == 1 && !args[0].startsWith("-");
        if (!full && !targetsOnly && !membership) {
            err.println("Usage: java -cp core-model.jar:sampling-engine.jar org.shuangsuiji.sampling.VerifyDraw"
                    + " [--targets] FOLDER|ZIP");
            err.println("       ... VerifyDraw --membership answer.json rule.json");
            err.println("       --targets: what an open draw gives to everybody, in which nobody is sent anywhere");
            err.println("       --membership: what one enterprise was told, whether it was in the frames");
            return WRONG_USE;
        }
        return membership
                ? membership(Path.of(args[1]), Path.of(args[2]), out)
                : bundle(Path.of(args[args.length - 1]), targetsOnly, out);
    }

    private static int bundle(Path path, boolean targetsOnly, PrintStream out) {
        if (!Files.exists(path)) {
            return refused(path, List.of(new Fault(path.toString(), "", "there is no such folder or zip")), out);
        }
        return ends(path, out, () -> {
            if (targetsOnly) {
                report(TargetsVerification.verify(path), out);
            } else {
                report(Verification.verify(path), out);
            }
        });
    }

    private static int membership(Path answer, Path rule, PrintStream out) {
        List<Fault> absent = Stream.of(answer, rule)
                .filter(path -> !Files.isRegularFile(path))
                .map(path -> new Fault(path.toString(), "", "there is no such file"))
                .toList();
        if (!absent.isEmpty()) {
            return refused(answer, absent, out);
        }
        return ends(answer, out, () -> report(MembershipVerification.verify(answer, rule), out));
    }

    /** Verifies and reports, or throws. */
    private interface Check {
        void run() throws IOException;
    }

    private static int ends(Path path, PrintStream out, Check check) {
        try {
            check.run();
            return AGREES;
        } catch (BundleRefused e) {
            return refused(path, e.faults(), out);
        } catch (IOException e) {
            return refused(path, List.of(new Fault(path.toString(), "", "cannot be read: " + e)), out);
        }
    }

    private static int refused(Path path, List<Fault> faults, PrintStream out) {
        for (Fault fault : faults) {
            out.println(onOneLine(fault.toString()));
        }
        out.println(onOneLine("REFUSED: %d fault(s) in %s".formatted(faults.size(), path)));
        return REFUSED;
    }

    /** What was found in a bundle may hold anything; no line end of it ends a line here, and nothing steers a terminal. */
    private static String onOneLine(String text) {
        return UNPRINTABLE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "\r" -> "\\r";
                            case "\n" -> "\\n";
                            case "\t" -> "\\t";
                            default -> escaped(found.group().codePointAt(0));
                        }));
    }

    private static String escaped(int letter) {
        if (letter < 0x100) {
            return "\\x%02x".formatted(letter);
        }
        return (letter < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(letter);
    }

    private static void report(Draw draw, PrintStream out) {
        head("everything agrees", draw.rule(), draw.seed(), out);
        out.printf("visits        %d%n", draw.result().visits().size());
        out.printf("unfilled      %d%n", draw.result().unfilled().size());
        out.printf("resultDigest  %s%n", draw.resultDigest());
    }

    private static void report(TargetsVerification.Agreed agreed, PrintStream out) {
        OpenTargets targets = agreed.targets();
        Hash root = targets.visitRoot();
        head("the targets agree; who was sent to them is not in these files", agreed.rule(), targets.seed(), out);
        out.printf("visits        %d%n", targets.visits().size());
        out.printf("visitRoot     %s%n", root == null ? "" : root.hex());
    }

    private static void report(EnterpriseAnswer answer, PrintStream out) {
        Rule rule = answer.rule();
        head("the answer is proven; compare the commitment with what was published before the draw", rule, out);
        out.printf("unit          %s%n", answer.unit());
        for (int i = 0; i < rule.targets().size(); i++) {
            out.println(onOneLine("%-13s %s"
                    .formatted(
                            rule.targets().get(i).department(),
                            answer.answers().get(i).present() ? "in the frame" : "not in the frame")));
        }
    }

    private static void head(String verdict, Rule rule, Seed seed, PrintStream out) {
        head(verdict, rule, out);
        out.printf("seed          %s%n", seed.hex());
    }

    private static void head(String verdict, Rule rule, PrintStream out) {
        out.printf("OK: %s%s%n", verdict, rule.rehearsal() ? " (a rehearsal: nothing of it is a draw)" : "");
        out.println(onOneLine("draw          " + rule.draw()));
        out.println(onOneLine("office        %s, serial %d".formatted(rule.office(), rule.serial())));
        out.printf("commitment    %s%n", rule.commitment().hex());
    }
}
