package org.shuangsuiji.console.demo.district;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.console.demo.district.Chance.Purpose;

/**
 * One invented subject: who it is and how it behaves, made from the seed and its number alone.
 *
 * @param code what deliveries print as its code: 18 characters, or an old number of 15 digits
 * @param kind the first two characters of its code: 91, 92 or 93
 * @param status 登记状态 as the registry words it
 */
record Subject(
        int number,
        String name,
        String code,
        String kind,
        Trade trade,
        String typeCode,
        String typeName,
        String status,
        LocalDate established,
        long capitalWan,
        County county,
        String street,
        String address,
        String legalPerson,
        Conduct conduct) {

    /** How a subject behaves; the records follow from it, the grade is for the model to find. */
    enum Conduct {
        CALM(0),
        ORDINARY(1),
        STRAINED(2),
        BAD(3);

        private final int grade;

        Conduct(int grade) {
            this.grade = grade;
        }

        /** 0 for the calm to 3 for the bad. */
        int grade() {
            return grade;
        }
    }

    private static final List<String> STREET_NAMES = List.of("朔风街道", "青砚街道", "白桦街道", "云岭街道", "河湾街道", "北驿街道", "晨野镇");
    private static final List<Integer> STREET_WEIGHTS = List.of(30, 22, 16, 12, 9, 7, 4);
    private static final int[] STREET_STRAIN = {85, 90, 100, 110, 120, 135, 160};

    private static final String FIRST = "朔珂砚昱翎榆岑沐衡澜峤祁霁栩甄聿棠鄢鸿岫";
    private static final String MIDDLE = "岚川楚云羲野渡桥陌汀鹿鸣朗照序和言知远叶";
    private static final String LAST = "禾驰拓源隆达盛嘉裕泰宏瑞润恒茂兴丰信诚安";
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜白包";
    private static final String GIVEN = "建国志强秀兰海燕明亮春梅立新玉珍宝山文静晓东佳慧德胜雪峰巴图娜仁其格";
    private static final List<String> ROADS = List.of("翎川大街", "砚池路", "榆关路", "鹿鸣街", "朔方大道", "云桥路", "北汀街", "晨光路");

    static Subject of(long seed, int number, LocalDate today) {
        var chance = new Chance(seed, number, Purpose.SUBJECT);
        Trade trade = Trade.pick(chance);
        String kind = kindOf(trade, chance);
        int streetIndex = chance.weighted(STREET_WEIGHTS);
        Conduct conduct = conductOf(seed, number, trade, STREET_STRAIN[streetIndex]);
        LocalDate established = establishedOn(chance, today);
        boolean letters = established.getYear() >= 2015 || chance.percent(20);
        boolean company = kind.equals("91");
        int type = company ? chance.weighted(COMPANY_TYPE_WEIGHTS) : 0;
        County county = County.of(number);
        String name = nameOf(county, trade, kind, type, chance);
        String code = CodeMaker.code(kind, county.code(), number, letters);
        int street = County.round(number) * County.STREETS + streetIndex + 1;
        return new Subject(
                number,
                name,
                identity(code, number, seed),
                kind,
                trade,
                company ? COMPANY_TYPES.get(type).code : kind.equals("92") ? "9500" : "9100",
                company ? COMPANY_TYPES.get(type).name : kind.equals("92") ? "个体工商户" : "农民专业合作社",
                statusOf(conduct, chance),
                established,
                capitalOf(kind, trade, chance),
                county,
                county.code() + Integer.toString(1_000 + street).substring(1),
                county.name()
                        + STREET_NAMES.get(streetIndex)
                        + (County.round(number) == 0 ? "" : "第" + County.round(number) + "片区")
                        + chance.of(ROADS)
                        + chance.between(1, 388)
                        + "号",
                personOf(chance),
                conduct);
    }

    /** Some subjects are known by a code that fails a check, or only by an old number; that is who they are. */
    private static String identity(String code, int number, long seed) {
        Optional<Oddity> oddity = oddityOf(seed, number);
        if (oddity.isEmpty()) {
            return code;
        }
        return switch (oddity.get()) {
            case CHECK_WRONG -> CodeMaker.checkWrong(code);
            case ORGANISATION_CHECK_WRONG -> CodeMaker.organisationCheckWrong(code);
            default -> CodeMaker.oldNumber(County.of(number).code(), number);
        };
    }

    /** The registration number that some had before their code, and by which some bodies still know them. */
    Optional<String> formerNumber() {
        boolean has = code.length() == 18 && established.getYear() < 2015 && number % 5 == 0;
        return has ? Optional.of(CodeMaker.oldNumber(county.code(), number)) : Optional.empty();
    }

    /** What is odd about the identity of the subject. */
    static Optional<Oddity> oddityOf(long seed, int number) {
        int at = new Chance(seed, number, Purpose.ODDITY).below(10_000);
        for (Oddity oddity : IDENTITY_ODDITIES) {
            at -= oddity.in10000();
            if (at < 0) {
                return Optional.of(oddity);
            }
        }
        return Optional.empty();
    }

    private static final List<Oddity> IDENTITY_ODDITIES =
            List.of(Oddity.CHECK_WRONG, Oddity.ORGANISATION_CHECK_WRONG, Oddity.OLD_NUMBER);

    private record CompanyType(String code, String name, String ending) {}

    private static final List<CompanyType> COMPANY_TYPES = List.of(
            new CompanyType("1130", "有限责任公司（自然人投资或控股）", "有限责任公司"),
            new CompanyType("1151", "有限责任公司(自然人独资)", "有限公司"),
            new CompanyType("1190", "其他有限责任公司", "有限公司"),
            new CompanyType("4540", "个人独资企业", "厂"),
            new CompanyType("1140", "有限责任公司(国有控股)", "有限责任公司"),
            new CompanyType("1223", "股份有限公司(非上市、国有控股)", "股份有限公司"),
            new CompanyType("2130", "有限责任公司分公司(自然人投资或控股)", "有限公司分公司"));
    private static final List<Integer> COMPANY_TYPE_WEIGHTS = List.of(48, 30, 8, 4, 3, 2, 5);

    private static String kindOf(Trade trade, Chance chance) {
        if (chance.percent(trade.individuals())) {
            return "92";
        }
        return trade.family().equals(Family.FARM) && chance.percent(60) ? "93" : "91";
    }

    private static Conduct conductOf(long seed, int number, Trade trade, int streetStrain) {
        var chance = new Chance(seed, number, Purpose.CONDUCT);
        // 10,000 is the average; one tail for all three, so that a strained trade has more of each
        int at = chance.below(10_000) * 100 / Math.max(1, trade.strain() * streetStrain / 100);
        if (at < 220) {
            return Conduct.BAD;
        }
        if (at < 960) {
            return Conduct.STRAINED;
        }
        return at < 3_300 ? Conduct.ORDINARY : Conduct.CALM;
    }

    private static LocalDate establishedOn(Chance chance, LocalDate today) {
        // young ones are many: the smaller of two throws, over 24 years
        int days = Math.min(chance.below(24 * 365), chance.below(24 * 365));
        return today.minusDays(days + 20L);
    }

    private static String statusOf(Conduct conduct, Chance chance) {
        int at = chance.below(1_000);
        int revoked = conduct == Conduct.BAD ? 300 : conduct == Conduct.STRAINED ? 12 : 1;
        if (at < revoked) {
            return chance.percent(50) ? "吊销，未注销" : "吊销";
        }
        if (at < revoked + 30) {
            return chance.percent(70) ? "注销" : "已注销";
        }
        if (at < revoked + 38) {
            return "停业";
        }
        if (at < revoked + 42) {
            return "迁出";
        }
        return switch (chance.below(4)) {
            case 0 -> "存续（在营、开业、在册）";
            case 1 -> "在业";
            default -> "存续";
        };
    }

    private static long capitalOf(String kind, Trade trade, Chance chance) {
        if (kind.equals("92")) {
            return chance.between(1, 20);
        }
        long base =
                switch (chance.below(10)) {
                    case 0 -> 10;
                    case 1, 2 -> 50;
                    case 3, 4, 5 -> 100;
                    case 6 -> 200;
                    case 7 -> 500;
                    case 8 -> 1_000;
                    default -> 2_000;
                };
        return trade.family().equals(Family.WORKS) ? base * 10 : base;
    }

    private static String nameOf(County county, Trade trade, String kind, int type, Chance chance) {
        String brand = "" + pick(FIRST, chance) + pick(MIDDLE, chance) + pick(LAST, chance);
        return switch (kind) {
            case "92" -> county.name() + brand + trade.word() + (chance.percent(50) ? "店" : "经营部");
            case "93" -> county.name() + brand + trade.word() + "农民专业合作社";
            default -> county.name() + brand + trade.word() + COMPANY_TYPES.get(type).ending;
        };
    }

    private static String personOf(Chance chance) {
        return "" + pick(SURNAMES, chance) + pick(GIVEN, chance) + pick(GIVEN, chance);
    }

    private static char pick(String characters, Chance chance) {
        return characters.charAt(chance.below(characters.length()));
    }
}
