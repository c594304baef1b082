package org.shuangsuiji.console.demo.district;

import java.util.List;

/**
 * A line of business of the district.
 *
 * @param industry GB/T 4754-2017, 4 digits
 * @param word the word in company names
 * @param scope 经营范围
 * @param weight how common it is
 * @param strain how often it is penalised, in percent of the average
 * @param individuals percent of 个体工商户 among its subjects
 */
record Trade(String industry, String word, String scope, int weight, int strain, int individuals, Family family) {

    static final List<Trade> ALL = List.of(
            new Trade("5212", "超市", "食品销售；日用百货销售。", 95, 95, 70, Family.RETAIL),
            new Trade("5211", "百货", "日用百货、服装鞋帽、家用电器销售。", 40, 70, 60, Family.RETAIL),
            new Trade("5223", "果蔬", "新鲜水果、蔬菜零售。", 55, 80, 85, Family.RETAIL),
            new Trade("5281", "五金", "五金产品、建筑材料零售。", 60, 50, 75, Family.RETAIL),
            new Trade("5263", "汽配", "汽车零配件零售。", 35, 60, 60, Family.RETAIL),
            new Trade("5261", "汽车销售", "汽车新车销售；二手车经销。", 12, 90, 5, Family.RETAIL),
            new Trade("5265", "加油站", "成品油零售；预包装食品销售。", 8, 190, 10, Family.WORKS),
            new Trade("5132", "服饰", "服装服饰批发。", 45, 40, 65, Family.RETAIL),
            new Trade("5166", "农资", "化肥、农用薄膜销售；农药零售。", 25, 110, 45, Family.FARM),
            new Trade("5191", "再生资源", "再生资源回收、加工、销售。", 15, 160, 30, Family.WORKS),
            new Trade("5251", "大药房", "药品零售；医疗器械销售。", 30, 130, 35, Family.HEALTH_CARE),
            new Trade("6210", "餐饮", "餐饮服务；酒类经营。", 110, 150, 85, Family.FOOD),
            new Trade("6110", "宾馆", "住宿服务；餐饮服务。", 22, 130, 40, Family.SERVICE),
            new Trade("6121", "快捷酒店", "住宿服务；会议服务。", 12, 120, 30, Family.SERVICE),
            new Trade("5430", "物流", "普通货物道路运输；货运代理。", 70, 160, 35, Family.CARRIAGE),
            new Trade("5413", "出租", "出租汽车客运服务。", 10, 90, 20, Family.CARRIAGE),
            new Trade("4710", "建筑工程", "房屋建筑工程、市政工程施工。", 48, 170, 2, Family.BUILDING),
            new Trade("5010", "装饰", "建筑装饰装修工程设计、施工。", 45, 110, 25, Family.BUILDING),
            new Trade("4821", "水利工程", "水源及供水设施工程施工。", 8, 120, 0, Family.BUILDING),
            new Trade("0610", "煤业", "煤炭开采、洗选、销售。", 6, 260, 0, Family.WORKS),
            new Trade("3216", "铝业", "铝冶炼；铝制品生产、销售。", 6, 200, 0, Family.WORKS),
            new Trade("3240", "合金", "有色金属合金制造、销售。", 5, 170, 0, Family.WORKS),
            new Trade("3011", "水泥", "水泥、水泥制品生产、销售。", 5, 210, 0, Family.WORKS),
            new Trade("4412", "热电", "热力、电力生产和供应。", 3, 140, 0, Family.WORKS),
            new Trade("4415", "风电", "风力发电；设备维护。", 8, 40, 0, Family.WORKS),
            new Trade("4620", "水务", "污水处理及其再生利用。", 3, 150, 0, Family.WORKS),
            new Trade("0311", "牧业", "肉牛、肉羊养殖、销售。", 40, 60, 20, Family.FARM),
            new Trade("0511", "种业", "种子种苗培育、技术推广。", 8, 70, 5, Family.FARM),
            new Trade("6510", "软件", "软件开发；信息系统集成服务。", 20, 25, 3, Family.SERVICE),
            new Trade("7271", "保安服务", "保安服务；安全技术防范。", 6, 80, 0, Family.SERVICE),
            new Trade("7810", "市政", "市政设施管理；绿化养护。", 8, 90, 0, Family.BUILDING),
            new Trade("8010", "家政", "家庭服务；保洁服务。", 30, 45, 55, Family.SERVICE),
            new Trade("8111", "汽修", "机动车修理和维护。", 40, 110, 70, Family.CARRIAGE),
            new Trade("8051", "洗浴", "洗浴服务；足浴服务。", 15, 150, 70, Family.SERVICE),
            new Trade("8060", "摄影", "摄影扩印服务。", 12, 40, 75, Family.SERVICE),
            new Trade("9011", "歌厅", "歌舞娱乐活动。", 8, 180, 60, Family.SERVICE),
            new Trade("9030", "旅游", "休闲观光活动；旅游服务。", 10, 70, 15, Family.SERVICE));

    private static final List<Integer> WEIGHTS = ALL.stream().map(Trade::weight).toList();

    static Trade pick(Chance chance) {
        return ALL.get(chance.weighted(WEIGHTS));
    }
}
