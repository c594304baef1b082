package org.shuangsuiji.sampling;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shuangsuiji.sampling.bundle.TargetsVerification;
import org.shuangsuiji.sampling.bundle.Verification;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Fault;
import org.shuangsuiji.sampling.draw.OpenTargets;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.Seed;

/**
 * Verifies a full bundle from the command line, or with {@code --targets} what an open draw gives to everybody: exit 0
 * when all agrees, 1 with every fault, 2 on wrong use.
 */
public final class VerifyDraw {
    static final int AGREES = 0;
    static final int REFUSED = 1;
    static final int WRONG_USE = 2;

    private static final String TARGETS = "--targets";

    private VerifyDraw() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        boolean targetsOnly = args.length == 2 && args[0].equals(TARGETS);
        if (args.length != 1 && !targetsOnly) {
            err.println("Usage: java -cp core-model.jar:sampling-engine.jar org.shuangsuiji.sampling.VerifyDraw"
                    + " [--targets] FOLDER|ZIP");
            err.println("       --targets: what an open draw gives to everybody, in which nobody is sent anywhere");
            return WRONG_USE;
        }
        Path path = Path.of(args[args.length - 1]);
        if (!Files.exists(path)) {
            err.println("There is no folder or zip " + path);
            return WRONG_USE;
        }
        try {
            if (targetsOnly) {
                report(TargetsVerification.verify(path), out);
            } else {
                report(Verification.verify(path), out);
            }
            return AGREES;
        } catch (BundleRefused e) {
            for (Fault fault : e.faults()) {
                out.println(fault);
            }
            out.printf("REFUSED: %d fault(s) in %s%n", e.faults().size(), path);
            return REFUSED;
        } catch (IOException e) {
            err.println("Could not read %s: %s".formatted(path, e));
            return WRONG_USE;
        }
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

    private static void head(String verdict, Rule rule, Seed seed, PrintStream out) {
        out.printf("OK: %s%s%n", verdict, rule.rehearsal() ? " (a rehearsal: nothing of it is a draw)" : "");
        out.printf("draw          %s%n", rule.draw());
        out.printf("office        %s, serial %d%n", rule.office(), rule.serial());
        out.printf("commitment    %s%n", rule.commitment().hex());
        out.printf("seed          %s%n", seed.hex());
    }
}
