package org.shuangsuiji.sampling.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.digest.Digest;

/** Who may serve a visit of one department, and in which order the visit wants them (DR-1 §7). */
final class Preferences {
    private final Digest digest;
    private final byte[] seed;
    private final List<Inspector> entries;
    private final byte[][] numbers;
    private final boolean[] mayLead;
    private final boolean[] valid;
    private final Map<String, BitSet> recused = new HashMap<>();
    private final Map<String, int[]> inRegion = new ConcurrentHashMap<>();

    Preferences(Rule rule, Seed seed, Target target, Inspectors inspectors) {
        this.digest = rule.digest();
        this.seed = seed.bytes();
        this.entries = inspectors.of(target.department());
        this.numbers = new byte[entries.size()][];
        this.mayLead = new boolean[entries.size()];
        this.valid = new boolean[entries.size()];
        for (int i = 0; i < entries.size(); i++) {
            Inspector entry = entries.get(i);
            numbers[i] = entry.inspector().getBytes(StandardCharsets.UTF_8);
            mayLead[i] = entry.scopes().containsAll(target.scopes());
            valid[i] = !entry.validUntil().isBefore(rule.ends());
            for (String unit : entry.recusals()) {
                recused.computeIfAbsent(unit, any -> new BitSet()).set(i);
            }
        }
    }

    /** The department's entries; everywhere else they go by their place in this list. */
    List<Inspector> entries() {
        return entries;
    }

    boolean[] mayLead() {
        return mayLead;
    }

    boolean isEligible(int entry, String unit, String region) {
        return Arrays.stream(eligible(unit, region)).anyMatch(i -> i == entry);
    }

    /** A reader of preferences for one thread. */
    Reader reader() {
        return new Reader();
    }

    private int[] eligible(String unit, String region) {
        int[] all = inRegion.computeIfAbsent(region, this::eligibleIn);
        @Nullable BitSet without = recused.get(unit);
        return without == null
                ? all
                : Arrays.stream(all).filter(i -> !without.get(i)).toArray();
    }

    private int[] eligibleIn(String region) {
        int[] found = new int[entries.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (valid[i] && entries.get(i).coversRegion(region)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Computes preferences, one after another. */
    final class Reader {
        private final UnitMac mac = new UnitMac(digest, seed, "inspector");
        private byte[] macs = new byte[0];

        /** The eligible entries in the order of the visit's preference. */
        int[] of(String unit, String region, byte[] salt) {
            int[] eligible = eligible(unit, region);
            int count = eligible.length;
            if (macs.length < count * Digest.LENGTH) {
                macs = new byte[count * Digest.LENGTH];
            }
            int salted = mac.writeSalted(unit.getBytes(StandardCharsets.UTF_8), 0, salt, 0);
            for (int i = 0; i < count; i++) {
                mac.ofFurther(salted, numbers[eligible[i]], macs, i * Digest.LENGTH);
            }
            int[] order = sorted(count);
            for (int i = 0; i < count; i++) {
                order[i] = eligible[order[i]];
            }
            return order;
        }

        /**
         * The places 0 … count−1 ordered by their MACs. The first bits of a MAC and the place share one number, so
         * that numbers are sorted and not objects; a pass over the result settles MACs that begin alike.
         */
        private int[] sorted(int count) {
            int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
            long placeMask = (1L << placeBits) - 1;
            ByteBuffer starts = ByteBuffer.wrap(macs);
            long[] keys = new long[count];
            for (int i = 0; i < count; i++) {
                keys[i] = ((starts.getLong(i * Digest.LENGTH) ^ Long.MIN_VALUE) & ~placeMask) | i;
            }
            Arrays.sort(keys);
            int[] order = new int[count];
            for (int i = 0; i < count; i++) {
                int place = (int) (keys[i] & placeMask);
                int at = i;
                while (at > 0 && compare(order[at - 1], place) > 0) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = place;
            }
            return order;
        }

        /** Entries are sorted by number, so that places settle equal MACs as numbers would. */
        private int compare(int left, int right) {
            int a = left * Digest.LENGTH;
            int b = right * Digest.LENGTH;
            int order = Arrays.compareUnsigned(macs, a, a + Digest.LENGTH, macs, b, b + Digest.LENGTH);
            return order != 0 ? order : Integer.compare(left, right);
        }
    }
}
