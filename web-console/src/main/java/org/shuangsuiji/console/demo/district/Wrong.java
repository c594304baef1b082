package org.shuangsuiji.console.demo.district;

/**
 * An offence that a penalty of the demo is for.
 *
 * @param type 违法行为类型
 * @param facts 违法事实
 * @param basis 处罚依据
 */
record Wrong(Authority authority, String type, String facts, String basis) {}
