package org.shuangsuiji.sampling.draw;

import java.nio.charset.StandardCharsets;
import org.shuangsuiji.sampling.digest.Hash;

/** The number everything drawn follows from: the commitment and what every source said (DR-1 §5). */
public record Seed(Hash value) {
    /** The seed of a rule, once every source has spoken in its form. */
    public static Seed of(Rule rule, SourceValues values) {
        Faults faults = new Faults();
        faults.addAll(values.faultsUnder(rule));
        faults.refuseIfAny();
        StringBuilder lines = new StringBuilder(rule.rehearsal() ? "DR-1/rehearsal\n" : "DR-1/seed\n");
        lines.append(rule.commitment().hex()).append('\n');
        for (int i = 0; i < values.list().size(); i++) {
            lines.append(rule.sources().get(i).seedLine(values.list().get(i))).append('\n');
        }
        return new Seed(rule.digest().of(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    public String hex() {
        return value.hex();
    }

    byte[] bytes() {
        return value.bytes();
    }
}
