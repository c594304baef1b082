package org.shuangsuiji.ingest.reading;

import org.shuangsuiji.model.RecordKind;

/** 第三方信息: what a utility, an association or a platform tells of a subject, under the trust mark of its source. */
final class ThirdPartyKind extends EventKind {
    ThirdPartyKind() {
        super(RecordKind.THIRD_PARTY, "");
        Column item = tells("信息项", "指标名称", "信息类型", "事项");
        detail("value", Detail.TEXT, "信息内容", "指标值", "数值", "内容");
        quantity("数量", "次数");
        amount(Money.Unit.YUAN, "金额");
        Column over = period("统计期", "统计日期", "日期", "数据日期", "发生日期");
        lastDay("有效期至");
        withdrawn("撤销日期");
        authority("提供单位", "来源单位", "数据来源");
        apartBy(over, item);
    }
}
