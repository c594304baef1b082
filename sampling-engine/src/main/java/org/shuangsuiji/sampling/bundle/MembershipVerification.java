package org.shuangsuiji.sampling.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.ClaimedAnswer;
import org.shuangsuiji.sampling.draw.EnterpriseAnswer;
import org.shuangsuiji.sampling.draw.Faults;
import org.shuangsuiji.sampling.draw.Rule;

/**
 * Verifies what one enterprise was told about the frames of a draw (DR-1 §10), from its answer and the public rule alone.
 * Whether the rule is the one that was published before the draw, its commitment tells.
 */
public final class MembershipVerification {
    private MembershipVerification() {}

    /** The answer in two files, whatever they are called; one that the rule does not prove is refused with every fault. */
    public static EnterpriseAnswer verify(Path answer, Path rule) throws IOException, BundleRefused {
        Faults faults = new Faults();
        byte[] told = bytes(answer, BundleFile.ANSWER, faults);
        byte[] published = bytes(rule, BundleFile.RULE, faults);
        faults.refuseIfAny();
        return verify(told, published);
    }

    /** The same for the bytes of the files. */
    public static EnterpriseAnswer verify(byte[] answer, byte[] rule) throws BundleRefused {
        Faults faults = new Faults();
        Optional<Rule> published = Rule.read(rule, faults);
        Optional<ClaimedAnswer> told = ClaimedAnswer.read(answer, faults);
        if (faults.none() && published.isPresent() && told.isPresent()) {
            Optional<EnterpriseAnswer> proven = told.get().provenBy(published.get(), faults);
            if (proven.isPresent()) {
                return proven.get();
            }
        }
        throw new BundleRefused(faults.list());
    }

    private static byte[] bytes(Path path, String name, Faults faults) throws IOException {
        long bytesMax = Limits.STANDARD.bytesMax(name);
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes((int) bytesMax + 1);
            if (bytes.length > bytesMax) {
                faults.in(name).add("", "the file is larger than the limit of %d bytes".formatted(bytesMax));
            }
            return bytes;
        }
    }
}
