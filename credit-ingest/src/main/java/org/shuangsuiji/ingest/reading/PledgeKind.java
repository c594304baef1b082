package org.shuangsuiji.ingest.reading;

import java.util.Set;
import org.shuangsuiji.model.RecordKind;

/** 股权出质: shares in the subject that stand as security. */
final class PledgeKind extends EventKind {
    PledgeKind() {
        super(RecordKind.PLEDGE, "");
        document("登记编号", "质权登记编号", "出质登记编号", "EQUITYNO");
        amount(Money.Unit.TEN_THOUSAND_YUAN, "出质股权数额", "出质股权数", "IMPAM");
        detail("share", Detail.SHARE, "出质比例", "出质股权比例");
        detail("pledgee", Detail.TEXT, "质权人企业名称", "质权人单位名称");
        day("股权出质设立登记日期", "出质登记日期", "登记日期", "EQUPLEDATE");
        ended("注销日期", "出质注销日期", "EQUPLECANDATE");
        withdrawn("撤销日期");
        state(Set.of("2", "无效", "注销", "已注销", "撤销"), Set.of("1", "有效", "变更"), "状态", "出质状态", "TYPE");
        authority("登记机关", "REGORG_CN");
    }
}
