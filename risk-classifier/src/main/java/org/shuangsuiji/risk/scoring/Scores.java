package org.shuangsuiji.risk.scoring;

import java.util.Optional;
import org.shuangsuiji.model.Rank;

/** What a definition says about the enterprises of some features, row by row. */
public final class Scores {
    /** In {@link #bins}: the value is missing. */
    public static final byte MISSING_BIN = (byte) 255;

    private static final byte NOT_YET_GRADABLE = 0;
    private static final byte NOT_COVERED = -1;

    private final int indicators;
    private final byte[] ranks;
    private final int[] scores;
    private final byte[] bins;

    Scores(int rows, int indicators) {
        this.indicators = indicators;
        this.ranks = new byte[rows];
        this.scores = new int[rows];
        this.bins = new byte[rows * indicators];
    }

    public int size() {
        return ranks.length;
    }

    public Standing standing(int row) {
        return switch (ranks[row]) {
            case NOT_COVERED -> Standing.NOT_COVERED;
            case NOT_YET_GRADABLE -> Standing.NOT_YET_GRADABLE;
            default -> Standing.GRADED;
        };
    }

    /** Empty when the enterprise is not graded. */
    public Optional<Rank> rank(int row) {
        return ranks[row] > 0 ? Optional.of(Rank.of(ranks[row])) : Optional.empty();
    }

    /** 1 to 4, or 0 when the enterprise is not graded. */
    public int rankNumber(int row) {
        return Math.max(0, ranks[row]);
    }

    /** In hundredths. */
    public int score(int row) {
        return scores[row];
    }

    public int indicators() {
        return indicators;
    }

    /** The bin of an indicator, or {@link #MISSING_BIN}. */
    public byte bin(int row, int indicator) {
        return bins[row * indicators + indicator];
    }

    /** All bins, {@link #indicators()} to a row; read only. */
    public byte[] bins() {
        return bins;
    }

    void add(int row, int indicator, byte bin, int contribution) {
        bins[row * indicators + indicator] = bin;
        scores[row] += contribution;
    }

    void grade(int row, Rank rank) {
        ranks[row] = (byte) rank.number();
    }

    void notYetGradable(int row) {
        ranks[row] = NOT_YET_GRADABLE;
    }

    void notCovered(int row) {
        ranks[row] = NOT_COVERED;
    }
}
