package org.shuangsuiji.console.demo.district;

/** The public bodies whose decisions the deliveries carry; the mark 演示 tells that none of them decided any of it. */
enum Authority {
    MARKET("市场监督管理局", "霍市监", "11150581MB000001"),
    CONSTRUCTION("住房和城乡建设局", "霍住建", "11150581MB000002"),
    EMERGENCY("应急管理局", "霍应急", "11150581MB000003"),
    ENVIRONMENT("生态环境分局", "霍环", "11150581MB000004"),
    TRANSPORT("交通运输局", "霍交", "11150581MB000005"),
    FARMING("农牧和科技局", "霍农", "11150581MB000006"),
    FIRE("消防救援大队", "霍消", "11150581MB000007"),
    HEALTH("卫生健康委员会", "霍卫", "11150581MB000008"),
    CULTURE("文化旅游体育局", "霍文", "11150581MB000009"),
    TAX("税务局", "霍税", "11150581MB000010"),
    URBAN("综合行政执法局", "霍综执", "11150581MB000011");

    private static final String PLACE = "霍林郭勒市";
    private static final String MARK = "（演示）";

    private final String fullName;
    private final String shortName;
    private final String code;

    Authority(String name, String shortName, String stem) {
        this.fullName = PLACE + name + MARK;
        this.shortName = shortName;
        this.code = CodeMaker.completed(stem);
    }

    String fullName() {
        return fullName;
    }

    /** The short form that document numbers begin with (机关简称). */
    String shortName() {
        return shortName;
    }

    String code() {
        return code;
    }
}
