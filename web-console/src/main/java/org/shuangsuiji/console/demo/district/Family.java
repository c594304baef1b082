package org.shuangsuiji.console.demo.district;

import static org.shuangsuiji.console.demo.district.Authority.CONSTRUCTION;
import static org.shuangsuiji.console.demo.district.Authority.CULTURE;
import static org.shuangsuiji.console.demo.district.Authority.EMERGENCY;
import static org.shuangsuiji.console.demo.district.Authority.ENVIRONMENT;
import static org.shuangsuiji.console.demo.district.Authority.FARMING;
import static org.shuangsuiji.console.demo.district.Authority.FIRE;
import static org.shuangsuiji.console.demo.district.Authority.HEALTH;
import static org.shuangsuiji.console.demo.district.Authority.MARKET;
import static org.shuangsuiji.console.demo.district.Authority.TAX;
import static org.shuangsuiji.console.demo.district.Authority.TRANSPORT;
import static org.shuangsuiji.console.demo.district.Authority.URBAN;

import java.util.List;

/** Trades that share their permits and their offences. */
record Family(List<Permit> permits, List<Wrong> wrongs) {
    static final Family FOOD = new Family(
            List.of(
                    new Permit(MARKET, "食品经营许可决定书", "食品经营许可证", "热食类食品制售", "食许"),
                    new Permit(MARKET, "小作坊登记决定书", "食品小作坊登记证", "食品加工", "坊登"),
                    new Permit(FIRE, "公众聚集场所投入使用营业前消防安全检查意见书", "消防安全检查合格证", "公众聚集场所营业", "消检"),
                    new Permit(URBAN, "户外广告设置许可决定书", "户外广告设置许可证", "店招设置", "广许")),
            List.of(
                    new Wrong(MARKET, "经营超过保质期的食品", "经营场所内待售食品超过保质期", "《中华人民共和国食品安全法》"),
                    new Wrong(MARKET, "未按规定进行健康检查", "从业人员未取得健康证明上岗", "《中华人民共和国食品安全法》"),
                    new Wrong(MARKET, "未取得食品经营许可从事经营", "许可证到期后继续经营", "《中华人民共和国食品安全法》"),
                    new Wrong(FIRE, "占用疏散通道", "疏散通道堆放杂物", "《中华人民共和国消防法》")));

    static final Family RETAIL = new Family(
            List.of(
                    new Permit(MARKET, "食品经营许可决定书", "食品经营许可证", "预包装食品销售", "食许"),
                    new Permit(MARKET, "第二类医疗器械经营备案凭证", "医疗器械经营备案凭证", "第二类医疗器械零售", "械备"),
                    new Permit(URBAN, "户外广告设置许可决定书", "户外广告设置许可证", "店招设置", "广许")),
            List.of(
                    new Wrong(MARKET, "未明码标价", "销售商品未标明价格", "《中华人民共和国价格法》"),
                    new Wrong(MARKET, "虚假宣传", "对商品性能作引人误解的宣传", "《中华人民共和国反不正当竞争法》"),
                    new Wrong(MARKET, "销售不合格产品", "抽检商品不符合国家标准", "《中华人民共和国产品质量法》"),
                    new Wrong(TAX, "未按期申报", "未按规定期限办理纳税申报", "《中华人民共和国税收征收管理法》")));

    static final Family BUILDING = new Family(
            List.of(
                    new Permit(CONSTRUCTION, "建筑业企业资质许可决定书", "建筑业企业资质证书", "建筑工程施工总承包三级", "建资"),
                    new Permit(CONSTRUCTION, "安全生产许可决定书", "安全生产许可证", "建筑施工", "建安"),
                    new Permit(CONSTRUCTION, "建筑工程施工许可决定书", "建筑工程施工许可证", "房屋建筑工程施工", "施许"),
                    new Permit(URBAN, "城市建筑垃圾处置核准决定书", "建筑垃圾处置核准证", "建筑垃圾运输", "垃核")),
            List.of(
                    new Wrong(CONSTRUCTION, "未取得施工许可证擅自施工", "项目未办理施工许可证即开工", "《建设工程质量管理条例》"),
                    new Wrong(CONSTRUCTION, "未按规定采取防护措施", "临边洞口未设置防护", "《建设工程安全生产管理条例》"),
                    new Wrong(URBAN, "未采取扬尘防治措施", "施工现场物料未覆盖", "《中华人民共和国大气污染防治法》"),
                    new Wrong(EMERGENCY, "未如实记录安全培训", "安全生产教育培训记录缺失", "《中华人民共和国安全生产法》")));

    static final Family WORKS = new Family(
            List.of(
                    new Permit(EMERGENCY, "安全生产许可决定书", "安全生产许可证", "生产经营", "安许"),
                    new Permit(ENVIRONMENT, "排污许可决定书", "排污许可证", "大气污染物、水污染物排放", "排许"),
                    new Permit(ENVIRONMENT, "环境影响评价批复", "环境影响评价批复", "建设项目环境影响报告表", "环批"),
                    new Permit(MARKET, "特种设备使用登记决定书", "特种设备使用登记证", "压力容器使用", "特登"),
                    new Permit(MARKET, "工业产品生产许可决定书", "工业产品生产许可证", "产品生产", "工许")),
            List.of(
                    new Wrong(EMERGENCY, "未按规定设置安全警示标志", "危险部位无警示标志", "《中华人民共和国安全生产法》"),
                    new Wrong(ENVIRONMENT, "超过排放标准排放污染物", "监测结果超过排放标准", "《中华人民共和国大气污染防治法》"),
                    new Wrong(MARKET, "使用未经检验的特种设备", "压力容器未经定期检验", "《中华人民共和国特种设备安全法》"),
                    new Wrong(EMERGENCY, "未建立隐患排查台账", "事故隐患排查治理情况未如实记录", "《中华人民共和国安全生产法》")));

    static final Family CARRIAGE = new Family(
            List.of(
                    new Permit(TRANSPORT, "道路运输经营许可决定书", "道路运输经营许可证", "普通货运", "交许"),
                    new Permit(TRANSPORT, "车辆营运许可决定书", "道路运输证", "车辆营运", "运证"),
                    new Permit(TRANSPORT, "超限运输车辆通行许可决定书", "超限运输车辆通行证", "大件运输", "超许")),
            List.of(
                    new Wrong(TRANSPORT, "超限运输", "车货总质量超过限定标准", "《公路安全保护条例》"),
                    new Wrong(TRANSPORT, "未按规定维护检测车辆", "车辆未按期检测", "《道路货物运输及站场管理规定》"),
                    new Wrong(URBAN, "运输车辆遗撒", "运输散装物料未密闭", "《中华人民共和国大气污染防治法》")));

    static final Family HEALTH_CARE = new Family(
            List.of(
                    new Permit(MARKET, "药品经营许可决定书", "药品经营许可证", "中成药、化学药制剂零售", "药许"),
                    new Permit(HEALTH, "医疗机构执业许可决定书", "医疗机构执业许可证", "诊疗活动", "卫医"),
                    new Permit(HEALTH, "公共场所卫生许可决定书", "公共场所卫生许可证", "公共场所经营", "卫公")),
            List.of(
                    new Wrong(MARKET, "未按处方药与非处方药分类管理", "无处方销售处方药", "《中华人民共和国药品管理法》"),
                    new Wrong(HEALTH, "医疗废物未分类收集", "医疗废物混入生活垃圾", "《医疗废物管理条例》"),
                    new Wrong(HEALTH, "超出登记范围开展诊疗", "开展未登记的诊疗科目", "《医疗机构管理条例》")));

    static final Family SERVICE = new Family(
            List.of(
                    new Permit(HEALTH, "公共场所卫生许可决定书", "公共场所卫生许可证", "公共场所经营", "卫公"),
                    new Permit(CULTURE, "娱乐经营许可决定书", "娱乐经营许可证", "歌舞娱乐", "文娱"),
                    new Permit(FIRE, "公众聚集场所投入使用营业前消防安全检查意见书", "消防安全检查合格证", "公众聚集场所营业", "消检"),
                    new Permit(MARKET, "广告发布登记决定书", "广告发布登记证", "广告发布", "广登")),
            List.of(
                    new Wrong(HEALTH, "公共用品用具未消毒", "未按规定清洗消毒公共用品用具", "《公共场所卫生管理条例实施细则》"),
                    new Wrong(MARKET, "发布虚假广告", "广告内容无法证实", "《中华人民共和国广告法》"),
                    new Wrong(CULTURE, "未核验登记身份", "接纳未成年人进入", "《娱乐场所管理条例》"),
                    new Wrong(FIRE, "消防设施未保持完好有效", "灭火器失效", "《中华人民共和国消防法》")));

    static final Family FARM = new Family(
            List.of(
                    new Permit(FARMING, "动物防疫条件审核决定书", "动物防疫条件合格证", "畜禽养殖", "动防"),
                    new Permit(FARMING, "种畜禽生产经营许可决定书", "种畜禽生产经营许可证", "种羊生产", "种许"),
                    new Permit(FARMING, "农药经营许可决定书", "农药经营许可证", "农药零售", "农药")),
            List.of(
                    new Wrong(FARMING, "未建立养殖档案", "养殖档案记录不全", "《中华人民共和国畜牧法》"),
                    new Wrong(FARMING, "未按规定检疫", "未附检疫证明运输动物", "《中华人民共和国动物防疫法》"),
                    new Wrong(ENVIRONMENT, "畜禽粪污未资源化利用", "粪污露天堆放", "《畜禽规模养殖污染防治条例》")));
}
