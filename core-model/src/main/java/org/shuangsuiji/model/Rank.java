package org.shuangsuiji.model;

/**
 * The credit-risk rank (信用风险等级) of an enterprise: ONE is the lowest risk, FOUR the highest.
 *
 * <p>Letters and colours belong to a grade scheme, because offices contradict each other: A is the lowest risk in the
 * national scheme (国市监信发〔2022〕6号) and the highest in Hohhot's (呼市监发〔2021〕140号). Code compares ranks only.
 */
public enum Rank {
    ONE(1),
    TWO(2),
    THREE(3),
    FOUR(4);

    private static final Rank[] ALL = values();

    private final int number;

    Rank(int number) {
        this.number = number;
    }

    /** The rank with this number, 1 (lowest risk) to 4 (highest). */
    public static Rank of(int number) {
        if (number < 1 || number > ALL.length) {
            throw new IllegalArgumentException("A rank is a number from 1 to 4; got %d".formatted(number));
        }
        return ALL[number - 1];
    }

    /** 1 (lowest risk) to 4 (highest). */
    public int number() {
        return number;
    }

    public Rank orWorse(Rank other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Rank orBetter(Rank other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
