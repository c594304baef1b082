package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/** 行政强制 (行政强制法 arts. 9 and 12): measures that hold something until they are lifted, and enforcement of a decision. */
final class CoercionKind extends EventKind {
    private static final Words WORDS = new Words()
            .grave(Severity.GENERAL, "seal", "查封场所、设施或者财物", "查封")
            .grave(Severity.GENERAL, "seize", "扣押财物", "扣押", "扣留")
            .grave(Severity.SERIOUS, "freeze", "冻结存款、汇款", "冻结")
            .grave(Severity.GENERAL, "surcharge", "加处罚款或者滞纳金", "加处罚款", "滞纳金")
            .grave(Severity.SERIOUS, "transfer", "划拨存款、汇款", "划拨")
            .grave(Severity.SERIOUS, "auction", "拍卖或者依法处理查封、扣押的财物", "拍卖", "依法处理")
            .grave(Severity.GENERAL, "clear", "排除妨碍、恢复原状", "排除妨碍", "恢复原状")
            .grave(Severity.SERIOUS, "perform", "代履行")
            .grave(Severity.GENERAL, "other", "其他强制措施", "其他强制", "其他");

    CoercionKind() {
        super(RecordKind.COERCION, "QZ_");
        document("行政强制决定书文号", "强制决定书文号", "决定书文号", "文书号", "QZ_WSH");
        neededCategory(WORDS, "强制种类", "行政强制种类", "强制措施种类", "强制执行方式", "强制类别", "QZ_ZL");
        tells("强制事由", "事由", "QZ_SY");
        tells("强制内容", "QZ_NR");
        detail("goods", Detail.TEXT, "涉案财物", "查封扣押财物", "财物名称");
        amount(Money.Unit.YUAN, "涉及金额", "冻结金额", "划拨金额");
        day("决定日期", "强制决定日期", "实施日期", "QZ_JDRQ");
        lastDay("强制期限至", "期限至", "QZ_QXZ");
        ended("解除日期", "强制解除日期", "QZ_JCRQ");
        withdrawn("撤销日期");
        authority("强制机关", "行政强制机关", "实施机关", "决定机关", "QZ_JG");
        authorityCode("强制机关统一社会信用代码", "QZ_JGDM");
    }
}
