package org.shuangsuiji.console.demo.district;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shuangsuiji.console.demo.district.Chance.Purpose;

/** 登记注册, with the plain Chinese headers that a registry's own export has. */
record RegistrationSheet(long seed) implements Sheet {

    @Override
    public List<String> headers() {
        return List.of(
                "企业名称",
                "统一社会信用代码",
                "企业类型",
                "企业类型代码",
                "行业代码",
                "成立日期",
                "登记状态",
                "法定代表人",
                "注册资本(万元)",
                "行政区划",
                "住所",
                "经营范围",
                "登记机关",
                "注册号");
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public boolean marked() {
        return false;
    }

    @Override
    public int nameColumn() {
        return 0;
    }

    @Override
    public int codeColumn() {
        return 1;
    }

    @Override
    public int dayColumn() {
        return 5;
    }

    @Override
    public int changingColumn() {
        return 8;
    }

    @Override
    public List<List<String>> rows(Subject subject) {
        var chance = new Chance(seed, subject.number(), Purpose.SUBJECT);
        int spelling = chance.below(20);
        return List.of(List.of(
                subject.name(),
                subject.code(),
                subject.typeName(),
                subject.typeCode(),
                subject.trade().industry(),
                Days.spelled(subject.established(), spelling),
                subject.status(),
                subject.legalPerson(),
                Long.toString(subject.capitalWan()),
                subject.street(),
                subject.address(),
                subject.trade().scope(),
                Authority.MARKET.in(subject.county()),
                subject.formerNumber().orElse("")));
    }
}
