package org.shuangsuiji.model;

/** What a credit record is about; the number is what the database keeps and never changes. */
public enum RecordKind {
    /** 登记注册 */
    REGISTRATION(1),
    /** 行政许可 */
    PERMIT(2),
    /** 行政处罚 */
    PENALTY(3),
    /** 列入经营异常名录 */
    ABNORMAL(4),
    /** 列入严重违法失信名单 */
    DISHONESTY(5),
    /** 抽查检查结果 */
    INSPECTION(6);

    private final int number;

    RecordKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The word in addresses and files: {@code registration}, {@code permit}, … */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static RecordKind of(int number) {
        for (RecordKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of record has the number %d".formatted(number));
    }
}
