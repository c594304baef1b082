package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of subjects (企业名称) as they are compared, never as they are kept. */
public final class SubjectNames {
    /** Names of Han people have at most four characters; of others, written without a point, hardly ever more than six. */
    private static final int HAN_MAX = 4;

    private static final int PERSON_MAX = 6;
    /** The point in names of persons (阿卜杜热西提·买买提), as different sources write it. */
    private static final Pattern POINT = Pattern.compile("[\\p{L}]+[·•‧・．][\\p{L}]+");
    /** How the names of organisations end (企业名称登记管理规定). */
    private static final Pattern ORGANISATION =
            Pattern.compile(".*(公司|企业|工厂|厂|商店|店|铺|商行|中心|合作社|经营部|门市部|馆|事务所|集团|酒楼|饭庄|超市|诊所|工作室|网吧|餐厅|学校|医院|幼儿园)");
    /** Endings that are family or given names too, so that they prove nothing of four characters or fewer. */
    private static final Pattern LONGER_ORGANISATION = Pattern.compile(".*[行站部局所处社厅场房点亭矿队院会库楼城栈校室厦坊吧屋摊堂斋轩阁园汇]");

    private SubjectNames() {}

    /** Two writings of one name give one key: NFKC, capitals, without spaces, brackets and other signs that carry nothing. */
    public static String key(String name) {
        // letter by letter, as the database does it: ß stays one letter
        var key = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toUpperCase)
                .filter(letter -> SearchGrams.NOISE.indexOf(letter) < 0)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Whether a name is one of an organisation; one that may be a person's is none. */
    static boolean isOrganisation(String name) {
        String key = key(name);
        if (ORGANISATION.matcher(key).matches()) {
            return true;
        }
        int length = key.codePointCount(0, key.length());
        if (length <= HAN_MAX || POINT.matcher(name.strip()).matches()) {
            return false;
        }
        return length > PERSON_MAX || LONGER_ORGANISATION.matcher(key).matches();
    }
}
