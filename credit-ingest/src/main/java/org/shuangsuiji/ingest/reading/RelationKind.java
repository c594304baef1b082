package org.shuangsuiji.ingest.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * 关联关系: who holds shares in a subject, its branches, what it invests in, and who holds a post in it. A person is kept
 * as a keyed digest of the number and never by name; one without a number is counted and cannot be found elsewhere.
 */
final class RelationKind extends EventKind {
    private static final Words WORDS = new Words()
            .word("shareholder", "股东", "出资人", "投资人", "发起人", "合伙人", "股东及出资")
            .word("branch", "分支机构", "分公司", "分店", "营业部")
            .word("investment", "对外投资", "投资", "子公司", "参股")
            .word("parent", "隶属企业", "总公司", "母公司", "上级单位")
            .word("officer", "主要人员", "法定代表人", "负责人", "董事", "监事", "经理", "高级管理人员", "高管", "任职", "财务负责人")
            .word("controller", "实际控制人", "控制人");

    private final PersonKeys persons;
    private final Column otherCode;
    private final Column otherName;
    private final Column personNumber;

    RelationKind(PersonKeys persons) {
        super(RecordKind.RELATION, "");
        this.persons = persons;
        Column type = neededCategory(WORDS, "关系类型", "关联类型", "关联关系", "关系");
        otherCode = known("关联方统一社会信用代码", "关联方代码", "关联企业统一社会信用代码", "股东统一社会信用代码", "被投资企业统一社会信用代码", "分支机构统一社会信用代码");
        otherName = known("关联方名称", "关联企业名称", "股东名称", "股东", "被投资企业名称", "分支机构名称", "姓名", "关联方");
        personNumber = known("关联方证件号码", "关联方身份证号", "股东证件号码", "人员证件号码");
        Column post = detail("post", Detail.TEXT, "职务", "POSITION_CN");
        detail("share", Detail.SHARE, "出资比例", "持股比例", "投资比例");
        amount(Money.Unit.TEN_THOUSAND_YUAN, "认缴出资额", "出资额", "投资额", "SUBCONAM");
        dayIfTold("起始日期", "登记日期", "任职日期", "出资日期", "投资日期", "成立日期");
        ended("终止日期", "退出日期", "离任日期", "注销日期");
        withdrawn("撤销日期");
        authority("登记机关");
        apartBy(type, post);
    }

    @Override
    List<Column> papers() {
        return List.of(personNumber);
    }

    @Override
    Related related(Row row, Subject subject) throws RowFault {
        String number = row.text(personNumber);
        String code = row.text(otherCode);
        String name = row.prose(otherName);
        if (number != null && code == null && CodeReading.read(number).codeClass() == CodeClass.OK) {
            code = number; // a firm's papers stand in the column for people's
        } else if (number != null) {
            return new Related(null, null, persons.of(PersonNumbers.tidy(number)));
        }
        if (code != null && !row.isCovered(otherCode)) {
            CodeReading reading = CodeReading.read(code);
            if (PersonNumbers.isIdentity(reading.value())) {
                return new Related(null, null, persons.of(reading.value()));
            }
            var problem = reading.problem();
            if (problem != null) {
                throw row.fault(otherCode, code, problem.code(), problem.args().toArray());
            }
            return new Related(new Subject(reading.value(), reading.codeClass()), name, null);
        }
        return byName(row, subject, name);
    }

    private Related byName(Row row, Subject subject, @Nullable String name) throws RowFault {
        if (name == null) {
            throw row.fault(otherName, null, "related-missing");
        }
        row.mark(Flag.RELATED_NOT_KNOWN);
        if (SubjectNames.isOrganisation(name) && !PersonNumbers.areIn(name)) {
            return new Related(new Subject(SubjectNames.key(name), CodeClass.NAME_ONLY), name, null);
        }
        // told apart from the subject's other people, and from nobody elsewhere
        return new Related(null, null, persons.of(subject.value() + ":" + SubjectNames.key(name)));
    }
}
