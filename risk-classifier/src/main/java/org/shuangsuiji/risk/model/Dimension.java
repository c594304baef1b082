package org.shuangsuiji.risk.model;

/** The five dimensions of the national general model (通用型企业信用风险分类指标体系). */
public enum Dimension {
    /** 企业基础属性信息 */
    BASICS,
    /** 企业动态信息 */
    DYNAMICS,
    /** 监管信息 */
    SUPERVISION,
    /** 关联关系信息 */
    RELATIONS,
    /** 社会评价信息 */
    SOCIETY
}
