package org.shuangsuiji.sampling;

/** The registration status of a subject (登记状态). */
public enum SubjectStatus {
    /** 存续 */
    ACTIVE,
    /** 歇业 */
    SUSPENDED,
    /** 吊销，未注销 */
    REVOKED,
    /** 吊销，已注销 */
    REVOKED_DEREGISTERED,
    /** 注销 */
    DEREGISTERED,
    /** 撤销 */
    WITHDRAWN,
    /** 迁出 */
    MOVED_OUT
}
