package org.shuangsuiji.ingest.reading;

import java.util.Set;
import org.shuangsuiji.model.RecordKind;

/** 知识产权质押: a trade mark, patent or copyright of the subject that stands as security. */
final class IpPledgeKind extends EventKind {
    private static final Words WORDS = new Words()
            .word("trademark", "商标")
            .word("patent", "专利", "发明", "实用新型", "外观设计")
            .word("copyright", "著作权", "版权", "软件著作权")
            .word("other", "其他知识产权", "其他", "植物新品种", "集成电路");

    IpPledgeKind() {
        super(RecordKind.IP_PLEDGE, "");
        document("知识产权登记证号", "登记证号", "质押登记号", "登记号", "TMREGNO");
        Column type = category(WORDS, "知识产权种类", "种类", "KINDS");
        Column right = tells("知识产权名称", "名称（商标、专利）", "TMNAME");
        detail("pledgee", Detail.TEXT, "质权人名称", "质权人单位名称", "IMPORG");
        amount(Money.Unit.TEN_THOUSAND_YUAN, "质押金额", "担保金额", "债务金额");
        day("质权登记日期", "质权登记期限自", "登记日期", "质押登记生效日", "PLEREGPERFROM");
        lastDay("质权登记期限至", "PLEREGPERTO");
        ended("注销日期", "质押注销日期", "CANDATE");
        state(Set.of("2", "无效", "注销", "已注销"), Set.of("1", "有效", "变更"), "状态", "TYPE");
        authority("登记机关", "公示机关");
        apartByDayAnd(type, right);
    }
}
