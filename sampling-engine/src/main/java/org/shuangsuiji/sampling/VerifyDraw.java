package org.shuangsuiji.sampling;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shuangsuiji.sampling.bundle.Verification;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Fault;
import org.shuangsuiji.sampling.draw.Rule;

/** Verifies a full bundle from the command line: exit 0 when all agrees, 1 with every fault, 2 on wrong use. */
public final class VerifyDraw {
    static final int AGREES = 0;
    static final int REFUSED = 1;
    static final int WRONG_USE = 2;

    private VerifyDraw() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length != 1) {
            err.println(
                    "Usage: java -cp core-model.jar:sampling-engine.jar org.shuangsuiji.sampling.VerifyDraw FOLDER|ZIP");
            return WRONG_USE;
        }
        Path path = Path.of(args[0]);
        if (!Files.exists(path)) {
            err.println("There is no folder or zip " + path);
            return WRONG_USE;
        }
        try {
            report(Verification.verify(path), out);
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
        Rule rule = draw.rule();
        out.printf("OK: everything agrees%s%n", rule.rehearsal() ? " (a rehearsal: nothing of it is a draw)" : "");
        out.printf("draw          %s%n", rule.draw());
        out.printf("office        %s, serial %d%n", rule.office(), rule.serial());
        out.printf("commitment    %s%n", rule.commitment().hex());
        out.printf("seed          %s%n", draw.seed().hex());
        out.printf("visits        %d%n", draw.result().visits().size());
        out.printf("unfilled      %d%n", draw.result().unfilled().size());
        out.printf("resultDigest  %s%n", draw.resultDigest());
    }
}
