package org.shuangsuiji.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shuangsuiji.sampling.draw.SourceKind;

/** The shape of a ceremony to start from: dice in the room, then a lottery and an index. Names are for people to fill. */
public final class UsualSources {
    private static final Duration APART = Duration.ofMinutes(10);
    private static final Duration FALLBACK_LATER = Duration.ofDays(2);

    private UsualSources() {}

    /** Sources without names whose dues begin a little after this moment. */
    public static List<CampaignSource> after(Instant earliest) {
        Instant dice = earliest.truncatedTo(ChronoUnit.MINUTES).plus(APART);
        Instant lottery = dice.plus(APART);
        Instant index = lottery.plus(APART);
        return List.of(
                new CampaignSource("", SourceKind.DICE, dice, List.of(1, 1, 1, 1, 1, 1, 1, 1), null, null),
                new CampaignSource(
                        "",
                        SourceKind.LOTTERY,
                        lottery,
                        List.of(2, 2, 2, 2, 2, 2, 2),
                        "",
                        lottery.plus(FALLBACK_LATER)),
                new CampaignSource("", SourceKind.INDEX, index, List.of(7), "", index.plus(FALLBACK_LATER)));
    }
}
