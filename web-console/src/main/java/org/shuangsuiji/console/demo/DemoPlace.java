package org.shuangsuiji.console.demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Department.Level;

/** The public bodies of the demo; the mark 演示 in each name keeps them apart from the real ones. */
enum DemoPlace {
    PROVINCE(null, "150000-LXB", "内蒙古自治区双随机联席会议办公室（演示）", "蒙双随机演", Level.PROVINCE, "统筹", "150000"),
    CITY(PROVINCE, "150500-LXB", "通辽市双随机联席会议办公室（演示）", "通双随机演", Level.CITY, "统筹", "150500"),
    COUNTY(CITY, "150581-LXB", "霍林郭勒市双随机联席会议办公室（演示）", "霍双随机演", Level.COUNTY, "统筹", "150581"),
    MARKET(COUNTY, "150581-SCJG", "霍林郭勒市市场监督管理局（演示）", "霍市监演", Level.COUNTY, "市场监管", "150581"),
    STATION_ONE(MARKET, "150581001-SCS", "朔风市场监督管理所（演示）", "朔风所演", Level.STATION, "市场监管", "150581001"),
    STATION_TWO(MARKET, "150581002-SCS", "青砚市场监督管理所（演示）", "青砚所演", Level.STATION, "市场监管", "150581002"),
    CONSTRUCTION(COUNTY, "150581-ZJJ", "霍林郭勒市住房和城乡建设局（演示）", "霍住建演", Level.COUNTY, "住房和城乡建设", "150581");

    private final @Nullable DemoPlace above;
    private final String code;
    private final String fullName;
    private final String shortName;
    private final Level level;
    private final String function;
    private final String region;

    DemoPlace(
            @Nullable DemoPlace above,
            String code,
            String fullName,
            String shortName,
            Level level,
            String function,
            String region) {
        this.above = above;
        this.code = code;
        this.fullName = fullName;
        this.shortName = shortName;
        this.level = level;
        this.function = function;
        this.region = region;
    }

    Optional<DemoPlace> above() {
        return Optional.ofNullable(above);
    }

    String code() {
        return code;
    }

    String fullName() {
        return fullName;
    }

    String shortName() {
        return shortName;
    }

    Level level() {
        return level;
    }

    String function() {
        return function;
    }

    String region() {
        return region;
    }
}
