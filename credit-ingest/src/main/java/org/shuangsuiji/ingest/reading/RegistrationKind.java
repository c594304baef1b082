package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 登记注册: GSXT columns, plain headers, and the English headers of the sample. */
final class RegistrationKind extends Kind {
    private static final Pattern REGION_CODE = Pattern.compile("[1-9][0-9]{5}([0-9]{3}){0,2}");
    private static final Pattern TYPE_CODE = Pattern.compile("[0-9]{4}");

    private static final ColumnSet COLUMNS = new ColumnSet();
    private static final Column CODE = COLUMNS.needed(
            "统一社会信用代码",
            "社会信用代码",
            "信用代码",
            "统一代码",
            "统一社会信用代码(注册号)",
            "统一社会信用代码/注册号",
            "信用代码/注册号",
            "UNISCID",
            "USCC",
            "CREDITCODE",
            "CODE");
    private static final Column REGISTER_NUMBER = COLUMNS.known("注册号", "工商注册号", "REGNO");
    private static final Column NAME =
            COLUMNS.ambiguous(true, "NAME", "企业名称", "名称", "市场主体名称", "经营主体名称", "主体名称", "单位名称", "商户名称", "ENTNAME");
    private static final Column LEGAL_PERSON = COLUMNS.ambiguous(
            false,
            "NAME",
            "法定代表人",
            "法定代表人姓名",
            "法人代表",
            "法人",
            "负责人",
            "经营者",
            "经营者姓名",
            "法定代表人(负责人)",
            "LEREP",
            "LEGALPERSON");
    private static final Column TYPE =
            COLUMNS.known("企业类型", "类型", "市场主体类型", "主体类型", "经济性质", "ENTTYPE", "ENTTYPE_CN", "CHARACTER");
    private static final Column TYPE_CODE_COLUMN = COLUMNS.known("企业类型代码", "ENTTYPECODE");
    private static final Column ESTABLISHED =
            COLUMNS.known("成立日期", "成立时间", "注册日期", "ESTDATE", "REGISTRATIONDAY", "ESTABLISHED");
    private static final Column CAPITAL = COLUMNS.known("注册资本", "注册资金", "REGCAP", "CAPITAL");
    private static final Column SCOPE = COLUMNS.known("经营范围", "OPSCOPE", "BUSSCOPE", "BUSINESSSCOPE", "经营(业务)范围");
    private static final Column ADDRESS =
            COLUMNS.known("住所", "地址", "注册地址", "企业地址", "经营场所", "住所(经营场所)", "DOM", "OPLOC", "ADDRESS");
    private static final Column STATUS =
            COLUMNS.known("登记状态", "经营状态", "企业状态", "存续状态", "状态", "ENTSTATUS", "REGSTATE", "REGSTATE_CN", "STATUS");
    private static final Column INDUSTRY = COLUMNS.known("行业代码", "行业", "所属行业", "国民经济行业代码", "INDUSTRYCO", "INDUSTRY");
    private static final Column REGION =
            COLUMNS.known("行政区划", "行政区划代码", "所属行政区划", "区划代码", "DOMDISTRICT", "REGIONCODE", "REGION");
    private static final Column PROVINCE = COLUMNS.known("省份", "省", "所属省份", "PROVINCE");
    private static final Column CITY = COLUMNS.known("城市", "市", "所属城市", "CITY");
    private static final Column COUNTY = COLUMNS.known("区县", "县区", "所属区县", "COUNTY", "DISTRICT");
    private static final Column AUTHORITY = COLUMNS.known("登记机关", "REGORG", "REGORG_CN");
    private static final Column TERM_FROM = COLUMNS.known("营业期限自", "经营期限自", "OPFROM");
    private static final Column TERM_TO = COLUMNS.known("营业期限至", "经营期限至", "OPTO");
    private static final Column APPROVED = COLUMNS.known("核准日期", "APPRDATE");
    private static final Column REVOKED = COLUMNS.known("吊销日期", "REVDATE");
    private static final Column DEREGISTERED = COLUMNS.known("注销日期", "CANDATE");

    private static final Column FORMER_NAMES = COLUMNS.known("曾用名", "曾用名称", "企业曾用名", "OLDENTNAME");
    private static final Column FORMER_CODES =
            COLUMNS.known("原统一社会信用代码", "曾用统一社会信用代码", "曾用代码", "原注册号", "曾用注册号", "OLDREGNO", "OLDUNISCID");
    private static final Pattern DIVIDERS = Pattern.compile("[;；、,，|/／]+");

    private final Regions regions = Regions.shipped();
    private final Fingerprint fingerprint = new Fingerprint();

    @Override
    ColumnSet columns() {
        return COLUMNS;
    }

    @Override
    List<Column> eitherOf() {
        return List.of(CODE, REGISTER_NUMBER);
    }

    @Override
    List<Note> notesOn(Layout layout) {
        List<Note> notes = new ArrayList<>();
        if (!layout.has(STATUS)) {
            notes.add(new Note("status-taken", List.of()));
        }
        if (!layout.has(REGION)) {
            notes.add(new Note("region-from-names", List.of()));
        }
        return notes;
    }

    @Override
    Registration read(Row row, LocalDate today) throws RowFault {
        Subject subject = row.subject(CODE, REGISTER_NUMBER);
        String name = row.prose(NAME);
        if (name == null) {
            // An individual business need not have a name of its own; the code is enough to find it.
            row.mark(Flag.NAME_MISSING);
        }
        String typeName = row.text(TYPE);
        String typeCode = typeCode(row, typeName);
        SubjectKind subjectKind = SubjectKind.of(subject, typeCode == null ? typeName : typeCode);
        EnterpriseStatus status = status(row);
        LocalDate established = row.day(ESTABLISHED);
        if (established != null && established.isAfter(today)) {
            row.mark(Flag.DAY_IN_FUTURE);
        }
        String capitalText = row.text(CAPITAL);
        Long capital = row.amount(CAPITAL, Flag.CAPITAL_NOT_READ);
        String address = row.prose(ADDRESS);
        String region = region(row, address);
        if (region == null) {
            row.mark(Flag.REGION_NOT_KNOWN);
        }
        Industry industry = industry(row);
        String legalPerson = row.prose(LEGAL_PERSON);
        String scope = row.prose(SCOPE);
        String registerNumber = row.has(CODE) ? row.numberOfNoPerson(REGISTER_NUMBER) : null;
        String authority = row.prose(AUTHORITY);
        LocalDate termFrom = row.day(TERM_FROM);
        LocalDate termTo = row.lastDay(TERM_TO, termFrom);
        LocalDate approved = row.day(APPROVED);
        LocalDate revoked = row.day(REVOKED);
        LocalDate deregistered = row.day(DEREGISTERED);
        String industryCode = industry == null ? null : industry.code();
        String section = industry == null ? null : industry.section();
        List<String> formerNames = several(row.prose(FORMER_NAMES));
        @Nullable List<String> formerCodes = formerCodes(row);
        formerNames.forEach(fingerprint::text);
        if (formerCodes != null) {
            formerCodes.forEach(fingerprint::text);
        }
        var hash = fingerprint
                .text(name)
                .text(region)
                .text(industryCode)
                .text(typeCode)
                .text(typeName)
                .text(status == null ? null : status.name())
                .day(established)
                .amount(capital)
                .text(capitalText)
                .text(address)
                .text(legalPerson)
                .text(scope)
                .text(registerNumber)
                .text(authority)
                .day(termFrom)
                .day(termTo)
                .day(approved)
                .day(revoked)
                .day(deregistered)
                .bits(row.flags()) // the marks are part of what is known, and go when the row gives no more cause
                .take();
        return new Registration(
                row.line(),
                subject,
                subjectKind,
                name,
                SearchGrams.of(name, subject.value()),
                region,
                industryCode,
                section,
                typeCode,
                typeName,
                status,
                established,
                capital,
                capitalText,
                address,
                legalPerson,
                scope,
                registerNumber,
                authority,
                termFrom,
                termTo,
                approved,
                revoked,
                deregistered,
                formerNames,
                formerCodes,
                row.flags(),
                hash);
    }

    private static List<String> several(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(DIVIDERS.split(text, -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Null when the row does not say; a cell that is there and empty says that there is none. */
    private static @Nullable List<String> formerCodes(Row row) throws RowFault {
        List<String> codes = new ArrayList<>();
        for (String each : several(row.text(FORMER_CODES))) {
            CodeReading reading = CodeReading.read(each);
            if (reading.problem() != null) {
                row.mark(Flag.FORMER_CODE_NOT_READ);
            } else {
                codes.add(reading.value());
            }
        }
        boolean says = row.has(FORMER_CODES) && !row.isMarked(Flag.FORMER_CODE_NOT_READ);
        return says || !codes.isEmpty() ? List.copyOf(codes) : null;
    }

    private static @Nullable String typeCode(Row row, @Nullable String typeName) throws RowFault {
        String code = row.text(TYPE_CODE_COLUMN);
        if (code == null && typeName != null && TYPE_CODE.matcher(typeName).matches()) {
            return typeName;
        }
        return code;
    }

    /** Null when the row does not say: a known enterprise then keeps its status, a new one is taken to trade. */
    private static @Nullable EnterpriseStatus status(Row row) throws RowFault {
        String text = row.text(STATUS);
        if (text == null) {
            if (row.has(STATUS)) {
                row.mark(Flag.STATUS_MISSING);
            }
            return null;
        }
        EnterpriseStatus status = EnterpriseStatus.read(text);
        if (status == null) {
            // An unknown word must not let anybody slip out of the frame: it stays in, marked.
            row.mark(Flag.STATUS_NOT_KNOWN);
            return EnterpriseStatus.ACTIVE;
        }
        return status;
    }

    private @Nullable String region(Row row, @Nullable String address) throws RowFault {
        String given = row.text(REGION);
        if (given != null && REGION_CODE.matcher(given).matches()) {
            return regions.hasProvince(given) ? given : null;
        }
        // Never from positions 3 to 8 of the code: they name the authority of the first registration, not the place.
        return regions.find(row.text(PROVINCE), row.text(CITY), row.text(COUNTY), given == null ? address : given);
    }

    private static @Nullable Industry industry(Row row) throws RowFault {
        String text = row.text(INDUSTRY);
        if (text == null) {
            return null;
        }
        Industry industry = Industry.read(text);
        if (industry == null) {
            row.mark(Flag.INDUSTRY_NOT_KNOWN);
        }
        return industry;
    }
}
