package org.shuangsuiji.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTests {

    @ParameterizedTest
    @CsvSource({
        "150000, 150581, true",
        "150500, 150581, true",
        "150581, 150581, true",
        "150581, 150581001, true",
        "150581001, 150581, false",
        "150500, 150600, false",
        "150000, 160000, false",
        "150581000, 150581001, true",
        "150581000000, 150581001, true",
        "150581001000, 150581001, true",
        "150581001000, 150581001003, true",
        "150581001000, 150581002, false",
        "150581100, 150581101, false"
    })
    void aRegionContainsWhatLiesBelowIt(String whole, String part, boolean contains) {
        assertThat(new Region(whole).contains(new Region(part))).isEqualTo(contains);
    }

    @ParameterizedTest
    @CsvSource({
        "150000, 150000 150000000 150000000000",
        "150581000000, 150581 150581000 150581000000",
        "150581001, 150581001 150581001000",
        "150581100, 150581100 150581100000",
        "150581001002, 150581001002"
    })
    void aRegionMayBeWrittenWithNoughtsForAllOfIt(String code, String spellings) {
        assertThat(new Region(code).spellings()).containsExactly(spellings.split(" "));
        assertThat(new Region(code).spellings())
                .allSatisfy(same -> assertThat(new Region(same).prefix()).isEqualTo(new Region(code).prefix()));
    }

    @ParameterizedTest
    @CsvSource({
        "110000, PROVINCE, 110000",
        "150500, CITY, 150500",
        "150523, COUNTY, 150523",
        "150523000000, COUNTY, 150523",
        "150523001, STATION, 150523",
        "150523001002, STATION, 150523"
    })
    void aRegionTellsTheLevelOfItsOfficeAndTheCountyThatItIsOrLiesIn(
            String code, Department.Level level, String county) {
        assertThat(new Region(code).level()).isEqualTo(level);
        assertThat(new Region(code).county()).isEqualTo(county);
    }

    @ParameterizedTest
    @CsvSource({"１５０５, 1505", "１５０５００, 1505", "１５０５８１００１０００, 150581001", "＊, *", "1505-1506, 1505-1506"})
    void theFirstDigitsOfARegionMayBeTypedInFullWidth(String typed, String prefix) {
        assertThat(Region.prefixOf(typed)).isEqualTo(prefix);
    }

    @Test
    void aRegionThatIsNotSixNineOrTwelveDigitsIsRefused() {
        assertThatThrownBy(() -> new Region("15058")).hasMessageContaining("6, 9 or 12 digits");
        assertThatThrownBy(() -> new Region("1505810")).hasMessageContaining("'1505810'");
    }
}
