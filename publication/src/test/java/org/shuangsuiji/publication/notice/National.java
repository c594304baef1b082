package org.shuangsuiji.publication.notice;

import java.util.List;

/** The national eight categories as tests need them. */
public final class National {
    public static final CategorySet SET = new CategorySet(
            "NATIONAL",
            "国家企业信用信息公示系统 抽查检查结果",
            List.of(
                    category("1", "未发现问题", false, true),
                    category("2", "未按规定公示应当公示的信息", true, false),
                    category("3", "公示信息隐瞒真实情况、弄虚作假", true, false),
                    category("4", "通过登记的住所(经营场所)无法联系", true, false),
                    category("5", "发现问题已责令改正", true, false),
                    category("6", "不配合检查情节严重", true, false),
                    category("7", "未发现开展本次抽查涉及的经营活动", false, false),
                    category("8", "发现问题待后续处理", true, false)));

    private National() {}

    private static Category category(String code, String name, boolean problem, boolean exclusive) {
        return new Category(code, name, name, problem, exclusive, true, "");
    }
}
