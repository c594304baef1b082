package org.shuangsuiji.sampling.draw;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.Utf8;
import org.shuangsuiji.sampling.digest.Digest;

/** What an office decides about a draw before its lists are frozen: the rule without sizes and roots. */
public record RuleDraft(
        Digest digest,
        Mode mode,
        String office,
        long serial,
        Commitment chain,
        String draw,
        @Nullable Supersession supersession,
        boolean rehearsal,
        Roster roster,
        int team,
        LocalDate ends,
        List<Source> sources) {

    static final int TEAM_MIN = 2;
    static final int TEAM_MAX = 9;

    public RuleDraft {
        sources = List.copyOf(sources);
        Faults faults = new Faults();
        Faults.InFile in = faults.in(BundleFile.RULE);
        checkTerms(in, office, serial, chain, draw, roster, team, ends, sources);
        if (supersession != null && supersession.reason().isBlank()) {
            in.add("reason", "a redraw says why");
        }
        if (supersession != null && !Utf8.isNormal(supersession.reason())) {
            in.add("reason", "'%s' is not in Unicode normal form C".formatted(supersession.reason()));
        }
        faults.refuseIfAny();
    }

    static void checkTerms(
            Faults.InFile in,
            String office,
            long serial,
            Commitment chain,
            String draw,
            Roster roster,
            int team,
            LocalDate ends,
            List<Source> sources) {
        Texts.faultOfName(office).ifPresent(fault -> in.add("office", "'%s' %s".formatted(office, fault)));
        Texts.faultOfName(draw).ifPresent(fault -> in.add("draw", "'%s' %s".formatted(draw, fault)));
        if (serial < 1) {
            in.add("serial", "expected 1 or more, found " + serial);
        } else if ((serial == 1) != chain.equals(Commitment.NONE)) {
            in.add("chain", "64 zeros stand exactly at serial 1; found %s at serial %d".formatted(chain.hex(), serial));
        }
        int least = roster == Roster.GROUP ? 1 : TEAM_MIN;
        int most = roster == Roster.GROUP ? 1 : TEAM_MAX;
        if (team < least || team > most) {
            in.add("team", "expected %d to %d for roster %s, found %d".formatted(least, most, roster, team));
        }
        if (!Days.isWritable(ends)) {
            in.add("ends", "expected a year 0001-9999, found " + ends);
        }
        SourceOrder.faultsOf(sources).forEach(fault -> in.add("sources", fault));
    }
}
