package org.shuangsuiji.publication.notice;

/** How an enterprise was inspected (核查方式). */
public enum Method {
    /** 实地检查 */
    ON_SITE,
    /** 书面检查 */
    DOCUMENTS,
    /** 行政部门检查结果或专业意见 */
    OTHER_BODY,
    /** 检验检测 */
    LABORATORY,
    /** 网络监测 */
    NETWORK,
    /** 委托专业机构辅助 */
    EXPERT_ASSISTED
}
