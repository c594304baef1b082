package org.shuangsuiji.sampling.draw;

/** One thing that is not as DR-1 says: in which file, where in it, and what was found and expected. */
public record Fault(String file, String where, String reason) {
    @Override
    public String toString() {
        return where.isEmpty() ? file + ": " + reason : file + ": " + where + ": " + reason;
    }
}
