package org.shuangsuiji.risk;

import java.util.List;
import org.shuangsuiji.model.Rank;

/**
 * A way to show ranks.
 *
 * @param basis the document that set it, in Chinese
 * @param levels from rank one to rank four
 */
public record GradeScheme(String code, String nameZh, String nameEn, String basis, List<Level> levels) {

    /** How the scheme shows one rank. */
    public record Level(Rank rank, String letter, String labelZh, String labelEn, Shape shape, Tone tone) {}

    /** A shape for eyes that do not see the colour. */
    public enum Shape {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND
    }

    /** A family of colours. */
    public enum Tone {
        GREEN,
        YELLOW,
        ORANGE,
        RED
    }

    public GradeScheme {
        levels = List.copyOf(levels);
    }

    public Level level(Rank rank) {
        return levels.stream()
                .filter(level -> level.rank() == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Scheme %s does not show rank %s".formatted(code, rank)));
    }
}
