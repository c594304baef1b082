package org.shuangsuiji.console.planning;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.GradeScheme;
import org.shuangsuiji.risk.Schemes;
import org.springframework.stereotype.Component;

/** How the scheme of a model names the ranks, and the one stratum of campaigns without grades. */
@Component
public class RankNames {
    private final Schemes schemes;
    private final Words words;

    RankNames(Schemes schemes, Words words) {
        this.schemes = schemes;
        this.words = words;
    }

    /** A rank's letter and word; rank 0 stands for everybody and has no letter. */
    public record Name(int rank, String letter, String word) {}

    /** The names by rank number. */
    public Map<Integer, Name> of(@Nullable String schemeCode, Locale locale) {
        Map<Integer, Name> names = new TreeMap<>();
        names.put(0, new Name(0, "", words.text("campaign.everybody", locale)));
        if (schemeCode != null) {
            GradeScheme scheme = schemes.find(schemeCode).orElseThrow();
            boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
            for (Rank rank : Rank.values()) {
                GradeScheme.Level level = scheme.level(rank);
                names.put(
                        rank.number(),
                        new Name(rank.number(), level.letter(), english ? level.labelEn() : level.labelZh()));
            }
        }
        return names;
    }
}
