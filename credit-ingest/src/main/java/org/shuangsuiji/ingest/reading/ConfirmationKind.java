package org.shuangsuiji.ingest.reading;

import java.util.Set;
import org.shuangsuiji.model.RecordKind;

/** 行政确认: a body established a fact or a right, such as a qualification or an ownership. */
final class ConfirmationKind extends EventKind {
    ConfirmationKind() {
        super(RecordKind.CONFIRMATION, "QR_");
        document("行政确认文书号", "确认文书号", "确认书文号", "文书号", "确认决定书文号", "QR_WSH");
        licence("证书编号", "确认证书编号", "QR_ZSBH");
        tells("行政确认事项", "确认事项", "确认类别", "行政确认项目名称", "QR_SX");
        tells("确认内容", "QR_NR");
        day("确认日期", "行政确认日期", "决定日期", "QR_JDRQ");
        lastDay("有效期至", "QR_YXQZ");
        withdrawn("撤销日期", "确认撤销日期");
        state(Set.of("2", "无效", "已注销", "注销", "失效"), Set.of("1", "有效", "正常"), "当前状态", "QR_ZT");
        authority("确认机关", "行政确认机关", "决定机关", "QR_JG");
        authorityCode("确认机关统一社会信用代码", "QR_JGDM");
    }
}
