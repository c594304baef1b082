package org.shuangsuiji.ingest.reading;

import java.util.Set;
import org.shuangsuiji.model.RecordKind;

/** 备案: what a subject reported to a body that need not allow it. */
final class FilingKind extends EventKind {
    FilingKind() {
        super(RecordKind.FILING, "BA_");
        document("备案号", "备案编号", "备案文号", "备案证号", "BA_BH");
        Column item = tells("备案事项", "备案名称", "备案类型", "BA_SX");
        tells("备案内容", "BA_NR");
        day("备案日期", "备案时间", "BA_RQ");
        lastDay("有效期至", "备案有效期至", "BA_YXQZ");
        ended("注销备案日期", "备案注销日期", "取消备案日期");
        state(Set.of("2", "无效", "已注销", "注销", "已取消"), Set.of("1", "有效", "正常", "已备案"), "当前状态", "备案状态", "BA_ZT");
        authority("备案机关", "备案部门", "BA_JG");
        authorityCode("备案机关统一社会信用代码", "BA_JGDM");
        apartByDayAnd(item);
    }
}
