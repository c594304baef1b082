package org.shuangsuiji.ingest.reading;

/** How grave a dishonest act is (信用修复管理办法): it decides how long the act may be published and used. */
public enum Severity {
    /** 轻微失信 */
    MINOR(1),
    /** 一般失信 */
    GENERAL(2),
    /** 严重失信 */
    SERIOUS(3);

    private final short number;

    Severity(int number) {
        this.number = (short) number;
    }

    public short number() {
        return number;
    }

    Severity orWorse(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
