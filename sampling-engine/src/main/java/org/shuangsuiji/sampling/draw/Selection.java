package org.shuangsuiji.sampling.draw;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shuangsuiji.sampling.digest.Chunks;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;

/** Draws from one frame: in each stratum the units with the lowest tickets, then the reserves (DR-1 §6). */
final class Selection {
    private static final int CHUNK = 1 << 12;

    private final Digest digest;
    private final byte[] seed;
    private final CommittedFrame frame;
    private final long[] starts;

    /** A unit of the frame with its ticket. */
    record Ticketed(int index, String unit, Hash ticket) {
        static final Comparator<Ticketed> ORDER =
                Comparator.comparing(Ticketed::ticket).thenComparing(Ticketed::unit);
    }

    /** What was drawn from one stratum, in order, and what stands in reserve behind it. */
    record Picked(Stratum stratum, List<Ticketed> drawn, List<Ticketed> reserve) {}

    private Selection(Digest digest, Seed seed, CommittedFrame frame) {
        this.digest = digest;
        this.seed = seed.bytes();
        this.frame = frame;
        this.starts = ticketStarts();
    }

    static List<Picked> from(Digest digest, Seed seed, CommittedFrame frame) {
        return new Selection(digest, seed, frame).picked();
    }

    private List<Picked> picked() {
        List<Stratum> strata = frame.strata();
        int[] stratumOf =
                frame.frame().numbersIn(strata.stream().map(Stratum::id).toList());
        UnitMac tickets = new UnitMac(digest, seed, "target");
        List<Picked> picked = new ArrayList<>();
        int[][] members = members(strata, stratumOf);
        for (int s = 0; s < strata.size(); s++) {
            Stratum stratum = strata.get(s);
            int wanted = stratum.take() + stratum.reserve();
            List<Ticketed> first = first(members[s], wanted, tickets);
            picked.add(new Picked(
                    stratum,
                    List.copyOf(first.subList(0, stratum.take())),
                    List.copyOf(first.subList(stratum.take(), wanted))));
        }
        return picked;
    }

    private static int[][] members(List<Stratum> strata, int[] stratumOf) {
        int[][] members = new int[strata.size()][];
        for (int s = 0; s < members.length; s++) {
            members[s] = new int[strata.get(s).size()];
        }
        int[] filled = new int[members.length];
        for (int i = 0; i < stratumOf.length; i++) {
            int s = stratumOf[i];
            members[s][filled[s]++] = i;
        }
        return members;
    }

    /**
     * The first {@code wanted} units by (ticket, unit). The first eight bytes of all tickets find the bar; only units
     * at or below it need their whole ticket and an order.
     */
    private List<Ticketed> first(int[] members, int wanted, UnitMac tickets) {
        if (wanted == 0) {
            return List.of();
        }
        long[] candidates = new long[members.length];
        for (int i = 0; i < members.length; i++) {
            candidates[i] = starts[members[i]];
        }
        long bar = Smallest.nth(candidates, wanted - 1);
        List<Ticketed> below = new ArrayList<>(wanted);
        byte[] ticket = new byte[Digest.LENGTH];
        for (int index : members) {
            if (starts[index] <= bar) {
                tickets.ofSalted(
                        frame.frame().unitBytes(), index * Units.LENGTH, frame.salts(), index * UnitMac.SALT, ticket);
                below.add(new Ticketed(index, frame.frame().unit(index), Hash.of(ticket)));
            }
        }
        below.sort(Ticketed.ORDER);
        return below.subList(0, wanted);
    }

    /** The first eight bytes of every ticket, shifted so that signed comparison orders them as bytes. */
    private long[] ticketStarts() {
        Frame list = frame.frame();
        long[] result = new long[list.size()];
        Chunks.inParallel(list.size(), CHUNK, (from, to) -> {
            UnitMac tickets = new UnitMac(digest, seed, "target");
            byte[] ticket = new byte[Digest.LENGTH];
            ByteBuffer start = ByteBuffer.wrap(ticket);
            for (int i = from; i < to; i++) {
                tickets.ofSalted(list.unitBytes(), i * Units.LENGTH, frame.salts(), i * UnitMac.SALT, ticket);
                result[i] = start.getLong(0) ^ Long.MIN_VALUE;
            }
        });
        return result;
    }
}
