package org.shuangsuiji.console.office;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Digests;

/**
 * One written entry of the ledger.
 *
 * @param seal its place in the chain; absent for the second until the sealer comes by
 * @param digest SHA-256 of {@link #canonicalText()} in hex, as stored when it was written
 */
public record LedgerRow(
        long id,
        @Nullable Long seal,
        Instant at,
        String actor,
        long departmentId,
        String event,
        String subject,
        @Nullable String reason,
        SortedMap<String, String> facts,
        String digest) {

    /** The hash before the first entry. */
    public static final String BEGINNING = "00".repeat(32);

    /**
     * The text whose SHA-256 is the digest: one line for each column in this order, facts sorted by name (UTF-16 code
     * units), {@code \} and line ends escaped, UTF-8. An absent reason has no line.
     */
    public String canonicalText() {
        return canonicalText(at, actor, departmentId, event, subject, reason, facts);
    }

    /** The same before the row exists. */
    public static String canonicalText(
            Instant at,
            String actor,
            long departmentId,
            String event,
            String subject,
            @Nullable String reason,
            SortedMap<String, String> facts) {
        var text = new StringBuilder("ledger-entry 1\n");
        line(text, "at", at.toString());
        line(text, "actor", actor);
        line(text, "department", Long.toString(departmentId));
        line(text, "event", event);
        line(text, "subject", subject);
        if (reason != null) {
            line(text, "reason", reason);
        }
        facts.forEach((name, value) -> line(text, "fact " + escaped(name), value));
        return text.toString();
    }

    /** What the digest has to be. */
    public String computedDigest() {
        return Digests.sha256Hex(canonicalText());
    }

    /** The next hash of the chain: SHA-256 of former hash, seq, entry id (8 bytes each, big-endian), entry digest. */
    public static String chain(String formerHash, long seq, long entryId, String entryDigest) {
        MessageDigest sha = Digests.newSha256();
        sha.update(HexFormat.of().parseHex(formerHash));
        sha.update(ByteBuffer.allocate(16).putLong(seq).putLong(entryId).array());
        return HexFormat.of().formatHex(sha.digest(HexFormat.of().parseHex(entryDigest)));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('=').append(escaped(value)).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
