package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTests {
    private final Regions regions = Regions.shipped();

    @ParameterizedTest
    @CsvSource({
        "广东, 汕头, 澄海区莲下镇莲凤路84号, 440515",
        "江苏, 常州, 采菱路11号, 320400",
        "江苏, 常州, 天宁区劳动西路74号, 320402",
        "江苏省, 苏州市, 常熟市梅李镇, 320581",
        "北京, 海淀, 上地东路1号, 110108",
        "上海, 浦东, 世纪大道1号, 310115",
        "内蒙古, 通辽, 霍林郭勒市珠斯花街, 150581",
        "内蒙古自治区, , 通辽市科尔沁区, 150502",
        "吉林, 延边, 延吉市光明街, 222401",
        "湖北, , 仙桃市沔阳大道, 429004",
        ", , 河北省秦皇岛市北戴河区联峰路, 130304",
        ", , 通辽市霍林郭勒市, 150581",
        ", , 霍林郭勒市珠斯花街1号, 150581",
        "浙江, 某某, 无名路1号, 330000"
    })
    void findsTheSmallestDivisionItIsSureOf(String province, String city, String address, String expected) {
        assertThat(regions.find(province, city, null, address)).isEqualTo(expected);
    }

    @Test
    void doesNotChooseBetweenTwoDivisionsOfOneName() {
        // 鼓楼区 stands in Nanjing, Xuzhou, Fuzhou and Kaifeng
        assertThat(regions.find(null, null, null, "鼓楼区中山北路1号")).isNull();
        assertThat(regions.find("江苏", null, null, "鼓楼区中山北路1号")).isEqualTo("320000");
        assertThat(regions.find("江苏", "徐州", null, "鼓楼区中山北路1号")).isEqualTo("320302");
    }

    @Test
    void saysNothingWhenNothingIsKnown() {
        assertThat(regions.find(null, null, null, "人民路1号")).isNull();
        assertThat(regions.find(null, null, null, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "150581, 内蒙古自治区通辽市霍林郭勒市",
        "150581001, 内蒙古自治区通辽市霍林郭勒市",
        "110108, 北京市海淀区",
        "429004, 湖北省仙桃市",
        "150500, 内蒙古自治区通辽市",
        "150599, 内蒙古自治区通辽市"
    })
    void namesADivisionWithThoseAboveIt(String code, String name) {
        assertThat(RegionNames.full(code)).contains(name);
    }
}
