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
    INSPECTION(6),
    /** 变更登记 */
    CHANGE(7),
    /** 备案 */
    FILING(8),
    /** 行政确认 */
    CONFIRMATION(9),
    /** 行政强制 */
    COERCION(10),
    /** 失信被执行人 */
    DEFAULTER(11),
    /** 司法判决 */
    JUDGMENT(12),
    /** 司法协助 */
    ASSISTANCE(13),
    /** 欠税 */
    TAX_ARREARS(14),
    /** 欠费 */
    FEE_ARREARS(15),
    /** 投诉举报 */
    COMPLAINT(16),
    /** 监督抽检 */
    SAMPLING(17),
    /** 股权出质 */
    PLEDGE(18),
    /** 知识产权质押 */
    IP_PLEDGE(19),
    /** 年报 */
    ANNUAL_REPORT(20),
    /** 荣誉 */
    HONOUR(21),
    /** 关联关系：股东、分支机构、对外投资、主要人员任职 */
    RELATION(22),
    /** 舆情 */
    OPINION(23),
    /** 第三方信息：公用事业、行业协会、平台 */
    THIRD_PARTY(24),
    /** 上级或外部推送的分级结果 */
    PUSHED_GRADE(25);

    private final int number;

    RecordKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The word in addresses and files: {@code registration}, {@code permit}, {@code annual-report}, … */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
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
