package org.shuangsuiji.ingest.reading;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * 变更登记: what the register said before and after. Of changes that concern people it is kept that there was one, and no
 * word of who.
 */
final class ChangeKind extends EventKind {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final Words WORDS = new Words()
            .word("name", "名称变更", "名称", "字号", "企业名称")
            .word("address", "住所变更", "住所", "经营场所", "地址", "营业场所")
            .word("legal-person", "法定代表人变更", "法定代表人", "负责人", "经营者", "执行事务合伙人", "法人代表")
            .word("capital", "注册资本变更", "注册资本", "注册资金", "出资额", "资金数额", "认缴")
            .word("scope", "经营范围变更", "经营范围", "业务范围")
            .word("type", "类型变更", "企业类型", "市场主体类型", "公司类型")
            .word("term", "期限变更", "营业期限", "经营期限", "合伙期限")
            .word("shareholders", "股东变更", "股东", "投资人", "出资人", "发起人", "合伙人", "出资情况", "股权")
            .word("officers", "主要人员变更", "董事", "监事", "经理", "高级管理人员", "高管", "主要人员", "联络员", "财务负责人")
            .word("status", "状态变更", "登记状态", "经营状态", "吊销", "注销", "撤销", "迁出", "迁入", "歇业")
            .word("articles", "章程变更", "章程")
            .word("other", "其他变更", "其他");

    private static final Set<String> OF_PERSONS = Set.of("shareholders", "officers");

    ChangeKind() {
        super(RecordKind.CHANGE, "");
        day("变更日期", "核准变更日期", "变更核准日期", "核准日期", "ALTDATE");
        Column item = neededCategory(WORDS, "变更事项", "变更项目", "ALTITEM", "ALTITEM_CN");
        detail(BEFORE, Detail.TEXT, "变更前", "变更前内容", "ALTBE");
        Column after = detail(AFTER, Detail.TEXT, "变更后", "变更后内容", "ALTAF");
        authority("登记机关", "变更登记机关", "REGORG", "REGORG_CN");
        apartByDayAnd(item, after);
    }

    /** Names of shareholders and officers with their numbers fill these cells. */
    @Override
    boolean keeps(String fact, @Nullable String category) {
        return category == null
                || !(fact.equals(BEFORE) || fact.equals(AFTER))
                || OF_PERSONS.stream().noneMatch(category::contains);
    }
}
