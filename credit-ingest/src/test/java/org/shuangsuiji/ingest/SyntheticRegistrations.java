package org.shuangsuiji.ingest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.shuangsuiji.ingest.reading.Flag;

/** A file with the oddities of the real one, in about its shares, that knows what is in it. */
final class SyntheticRegistrations {
    private static final List<String> CITIES = List.of("江苏,常州", "浙江,嘉兴", "北京,海淀", "内蒙古,通辽", "四川,成都");
    private static final List<String> CAPITALS =
            List.of("120(万元人民币)", "13,519.7800(万元)", "N/A", "50万人民币", "30(万美元)", "3（万元）", "5万元人民币");

    private final Random random;
    private final StringBuilder text =
            new StringBuilder("name,code,registrationDay,character,capital,businessScope,province,city,address\n");
    final Map<Flag, Long> flags = new EnumMap<>(Flag.class);
    long added;
    long changed;
    long same;
    long damaged;
    long notACode;
    long rows;

    SyntheticRegistrations(long seed, int subjects) {
        random = new Random(seed);
        for (int i = 0; i < subjects; i++) {
            subject(i);
        }
    }

    String text() {
        return text.toString();
    }

    private void subject(int number) {
        int dice = random.nextInt(1_000);
        String name = "试验企业" + number;
        String capital = CAPITALS.get(random.nextInt(CAPITALS.size()));
        if (dice < 10) {
            damaged++;
            write("\ufffdϺ\ufffd", "\ufffd·81", Codes.right(number), capital);
            return;
        }
        if (dice < 20) {
            notACode++;
            write(name, "32032111%05d".formatted(number % 100_000), "1993-12-20", capital);
            return;
        }
        String code = code(dice, number);
        if (dice >= 60 && dice < 75) {
            name = "";
            mark(Flag.NAME_MISSING);
        } else if (dice >= 75 && dice < 85) {
            capital = "8()";
            mark(Flag.CAPITAL_NOT_READ);
        } else if (dice >= 85 && dice < 90) {
            name += "\u007f";
            mark(Flag.CHARACTERS_REMOVED);
        } else if (dice >= 90 && dice < 95) {
            name += "\ue106";
            mark(Flag.CHARACTERS_PRIVATE);
        }
        String day =
                "19%02d-%02d-%02d".formatted(78 + random.nextInt(22), 1 + random.nextInt(12), 1 + random.nextInt(28));
        added++;
        if (dice >= 100 && dice < 110) {
            same++;
            text.append(row(name, code, day, capital, "江苏,常州"));
            rows++;
            text.append(row(name, code, day, capital, "江苏,常州"));
            rows++;
        } else if (dice >= 110 && dice < 115) {
            changed++;
            text.append(row(name, code, day, capital, "安徽,淮南"));
            rows++;
            text.append(row(name, code, day, capital, "湖南,益阳"));
            rows++;
        } else {
            write(name, code, day, capital);
        }
    }

    private String code(int dice, int number) {
        if (dice < 30) {
            mark(Flag.OLD_NUMBER);
            return Codes.oldNumber(number);
        }
        if (dice < 40) {
            mark(Flag.CHECK_WRONG);
            return Codes.checkWrong(number);
        }
        if (dice < 50) {
            mark(Flag.ORGANISATION_CHECK_WRONG);
            return Codes.organisationCheckWrong(number);
        }
        return dice < 60 ? Codes.right(number).toLowerCase(java.util.Locale.ROOT) : Codes.right(number);
    }

    private void write(String name, String code, String day, String capital) {
        rows++;
        text.append(row(name, code, day, capital, CITIES.get(random.nextInt(CITIES.size()))));
    }

    private static String row(String name, String code, String day, String capital, String place) {
        return "%s,%s,%s,N/A,\"%s\",\"加工、销售\",%s,人民路1号%n"
                .formatted(name, code, day, capital, place)
                .replace(System.lineSeparator(), "\n");
    }

    private void mark(Flag flag) {
        flags.merge(flag, 1L, Long::sum);
    }
}
