package org.shuangsuiji.sampling;

/** What kind of subject may be inspected (市场主体类型). */
public enum SubjectKind {
    /** 企业 */
    ENTERPRISE,
    /** 个体工商户 */
    INDIVIDUAL,
    /** 农民专业合作社 */
    COOPERATIVE
}
