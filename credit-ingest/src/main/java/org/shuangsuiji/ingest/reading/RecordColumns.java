package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.TypedCode;

/** The columns by which every credit record names its subject, and what all kinds do with them. */
final class RecordColumns {
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}|\\p{IsPunctuation}");

    private final Column code;
    private final Column registerNumber;
    private final Column name;
    private final Column subjectClass;

    /**
     * Adds them to a kind's columns.
     *
     * @param prefix the prefix of the official codes of the kind, such as {@code CF_}
     */
    RecordColumns(ColumnSet columns, String prefix) {
        code = columns.ambiguous(
                true,
                "纳税人识别号",
                "统一社会信用代码",
                prefix + "XDR_SHXYM",
                "行政相对人代码_1",
                "行政相对人代码_1(统一社会信用代码)",
                "行政相对人统一社会信用代码",
                "社会信用代码",
                "信用代码",
                "统一社会信用代码(注册号)",
                "统一社会信用代码/注册号",
                "UNISCID",
                "CODE");
        registerNumber = columns.known(
                "注册号", prefix + "XDR_GSZC", prefix + "XDR_GSDJ", "工商注册号", "行政相对人代码_2", "行政相对人代码_2(工商注册号)", "REGNO");
        name = columns.ambiguous(
                true,
                "NAME",
                "企业名称",
                prefix + "XDR_MC",
                "行政相对人名称",
                "当事人",
                "当事人名称",
                "名称",
                "市场主体名称",
                "主体名称",
                "单位名称",
                "被执行人名称",
                "被执行人姓名/名称",
                "失信被执行人名称",
                "纳税人名称",
                "欠税人名称",
                "欠费单位",
                "缴费单位名称",
                "被投诉举报单位",
                "被投诉单位",
                "被投诉人",
                "被抽样单位名称",
                "被抽检单位",
                "被抽样单位",
                "受检单位",
                "备案人",
                "备案单位",
                "获奖单位",
                "检查对象名称",
                "检查对象",
                "ENTNAME");
        subjectClass = columns.known("行政相对人类别", prefix + "XDR_LB");
    }

    List<Column> eitherOf() {
        return List.of(code, registerNumber);
    }

    Subject subject(Row row) throws RowFault {
        refusePersons(row);
        return row.subject(code, registerNumber);
    }

    private void refusePersons(Row row) throws RowFault {
        String kind = row.text(subjectClass);
        if (kind != null && kind.contains("自然人")) {
            throw row.fault(subjectClass, kind, "natural-person");
        }
    }

    /** Columns of which one is enough where a row may name its subject by name alone. */
    List<Column> eitherOfAll() {
        return List.of(code, registerNumber, name);
    }

    /** The same, or by its name where the row has no code, or one with part of it covered. */
    Subject subjectOrName(Row row) throws RowFault {
        String text = row.prose(name);
        boolean unnumbered = row.text(code) == null && row.text(registerNumber) == null;
        if (text == null || !(unnumbered || row.isCovered(code))) {
            return subject(row);
        }
        refusePersons(row);
        return byName(row, name, text);
    }

    /** A subject known by its name alone; refuses what looks like the name of a person. */
    static Subject byName(Row row, Column column, String text) throws RowFault {
        if (!SubjectNames.isOrganisation(text) || PersonNumbers.areIn(text)) {
            throw row.fault(column, text, "name-of-person");
        }
        row.mark(Flag.NAME_ONLY);
        return new Subject(SubjectNames.key(text), CodeClass.NAME_ONLY);
    }

    @Nullable
    String name(Row row) throws RowFault {
        String text = row.prose(name);
        if (text == null) {
            row.mark(Flag.NAME_MISSING);
        }
        return text;
    }

    /**
     * A document number as it is compared, never as it is kept: 〔2021〕, [2021], （2021） and (2021) are one writing.
     */
    static @Nullable String comparable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var kept = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            switch (c) {
                case '[', '【', '(', '{', '〈', '《' -> kept.append('〔');
                case ']', '】', ')', '}', '〉', '》' -> kept.append('〕');
                case ' ', '\u3000' -> {}
                default -> kept.append(c);
            }
        }
        return kept.toString();
    }

    /** A reason as it is compared, never as it is kept: {@link #comparable}, and without punctuation. */
    static @Nullable String wording(@Nullable String text) {
        String comparable = comparable(text);
        return comparable == null ? null : PUNCTUATION.matcher(comparable).replaceAll("");
    }

    /** The credit code of a body that a row names; null when there is none, or something else stands in its place. */
    static @Nullable String bodyCode(Row row, Column column) throws RowFault {
        String text = row.numberOfNoPerson(column);
        if (text == null) {
            return null;
        }
        String code = TypedCode.tidy(text);
        return CREDIT_CODE.matcher(code).matches() ? code : null;
    }

    static @Nullable String joined(@Nullable String... parts) {
        var text = new StringBuilder();
        for (String part : parts) {
            if (part != null) {
                text.append(text.isEmpty() ? "" : "；").append(part);
            }
        }
        return text.isEmpty() ? null : text.toString();
    }
}
