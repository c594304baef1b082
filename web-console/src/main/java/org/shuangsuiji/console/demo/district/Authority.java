package org.shuangsuiji.console.demo.district;

/** The public bodies whose decisions the deliveries carry; the mark 演示 tells that none of them decided any of it. */
enum Authority {
    MARKET("市场监督管理局", "市监", "MB000001"),
    CONSTRUCTION("住房和城乡建设局", "住建", "MB000002"),
    EMERGENCY("应急管理局", "应急", "MB000003"),
    ENVIRONMENT("生态环境分局", "环", "MB000004"),
    TRANSPORT("交通运输局", "交", "MB000005"),
    FARMING("农牧和科技局", "农", "MB000006"),
    FIRE("消防救援大队", "消", "MB000007"),
    HEALTH("卫生健康委员会", "卫", "MB000008"),
    CULTURE("文化旅游体育局", "文", "MB000009"),
    TAX("税务局", "税", "MB000010"),
    URBAN("综合行政执法局", "综执", "MB000011");

    private static final String MARK = "（演示）";

    private final String body;
    private final String shortName;
    private final String stem;

    Authority(String body, String shortName, String stem) {
        this.body = body;
        this.shortName = shortName;
        this.stem = stem;
    }

    String in(County county) {
        return county.name() + body + MARK;
    }

    /** The short form that document numbers begin with (机关简称). */
    String shortIn(County county) {
        return county.name().charAt(0) + shortName;
    }

    String codeIn(County county) {
        return CodeMaker.completed("11" + county.code() + stem);
    }
}
