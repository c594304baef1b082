package org.shuangsuiji.console.demo.district;

import java.util.List;

/**
 * A county whose name and code (GB/T 2260) the district borrows; what happens there is made up.
 *
 * <p>Each has as many subjects as a small county really has, so that a district of millions spreads over many and no
 * address or name of a person becomes common only because the district is large.
 */
record County(String code, String name) {
    /** Subjects of one county. */
    static final int SUBJECTS = 20_000;

    /** Streets and towns of one county, as long as it has no more subjects than that. */
    static final int STREETS = 7;

    private static final List<County> ALL = List.of(
            new County("150581", "霍林郭勒市"),
            new County("150102", "新城区"),
            new County("150103", "回民区"),
            new County("150104", "玉泉区"),
            new County("150105", "赛罕区"),
            new County("150121", "土默特左旗"),
            new County("150122", "托克托县"),
            new County("150123", "和林格尔县"),
            new County("150124", "清水河县"),
            new County("150125", "武川县"),
            new County("150202", "东河区"),
            new County("150203", "昆都仑区"),
            new County("150204", "青山区"),
            new County("150205", "石拐区"),
            new County("150206", "白云鄂博矿区"),
            new County("150207", "九原区"),
            new County("150221", "土默特右旗"),
            new County("150222", "固阳县"),
            new County("150223", "达尔罕茂明安联合旗"),
            new County("150302", "海勃湾区"),
            new County("150303", "海南区"),
            new County("150304", "乌达区"),
            new County("150402", "红山区"),
            new County("150403", "元宝山区"),
            new County("150404", "松山区"),
            new County("150421", "阿鲁科尔沁旗"),
            new County("150422", "巴林左旗"),
            new County("150423", "巴林右旗"),
            new County("150424", "林西县"),
            new County("150425", "克什克腾旗"),
            new County("150426", "翁牛特旗"),
            new County("150428", "喀喇沁旗"),
            new County("150429", "宁城县"),
            new County("150430", "敖汉旗"),
            new County("150502", "科尔沁区"),
            new County("150521", "科尔沁左翼中旗"),
            new County("150522", "科尔沁左翼后旗"),
            new County("150523", "开鲁县"),
            new County("150524", "库伦旗"),
            new County("150525", "奈曼旗"),
            new County("150526", "扎鲁特旗"),
            new County("150602", "东胜区"),
            new County("150603", "康巴什区"),
            new County("150621", "达拉特旗"),
            new County("150622", "准格尔旗"),
            new County("150623", "鄂托克前旗"),
            new County("150624", "鄂托克旗"),
            new County("150625", "杭锦旗"),
            new County("150626", "乌审旗"),
            new County("150627", "伊金霍洛旗"),
            new County("150702", "海拉尔区"),
            new County("150703", "扎赉诺尔区"),
            new County("150721", "阿荣旗"),
            new County("150722", "莫力达瓦达斡尔族自治旗"),
            new County("150723", "鄂伦春自治旗"),
            new County("150724", "鄂温克族自治旗"),
            new County("150725", "陈巴尔虎旗"),
            new County("150726", "新巴尔虎左旗"),
            new County("150727", "新巴尔虎右旗"),
            new County("150781", "满洲里市"),
            new County("150782", "牙克石市"),
            new County("150783", "扎兰屯市"),
            new County("150784", "额尔古纳市"),
            new County("150785", "根河市"),
            new County("150802", "临河区"),
            new County("150821", "五原县"),
            new County("150822", "磴口县"),
            new County("150823", "乌拉特前旗"),
            new County("150824", "乌拉特中旗"),
            new County("150825", "乌拉特后旗"),
            new County("150826", "杭锦后旗"),
            new County("150902", "集宁区"),
            new County("150921", "卓资县"),
            new County("150922", "化德县"),
            new County("150923", "商都县"),
            new County("150924", "兴和县"),
            new County("150925", "凉城县"),
            new County("150926", "察哈尔右翼前旗"),
            new County("150927", "察哈尔右翼中旗"),
            new County("150928", "察哈尔右翼后旗"),
            new County("150929", "四子王旗"),
            new County("150981", "丰镇市"),
            new County("152201", "乌兰浩特市"),
            new County("152202", "阿尔山市"),
            new County("152221", "科尔沁右翼前旗"),
            new County("152222", "科尔沁右翼中旗"),
            new County("152223", "扎赉特旗"),
            new County("152224", "突泉县"),
            new County("152501", "二连浩特市"),
            new County("152502", "锡林浩特市"),
            new County("152522", "阿巴嘎旗"),
            new County("152523", "苏尼特左旗"),
            new County("152524", "苏尼特右旗"),
            new County("152525", "东乌珠穆沁旗"),
            new County("152526", "西乌珠穆沁旗"),
            new County("152527", "太仆寺旗"),
            new County("152528", "镶黄旗"),
            new County("152529", "正镶白旗"),
            new County("152530", "正蓝旗"),
            new County("152531", "多伦县"),
            new County("152921", "阿拉善左旗"),
            new County("152922", "阿拉善右旗"),
            new County("152923", "额济纳旗"));

    /** The county of the n-th subject; the first twenty thousand all live in the first. */
    static County of(int number) {
        return ALL.get((number - 1) / SUBJECTS % ALL.size());
    }

    /** How many times all counties were filled before this subject came; a later one finds further streets. */
    static int round(int number) {
        return (number - 1) / SUBJECTS / ALL.size();
    }

    static County first() {
        return ALL.get(0);
    }
}
