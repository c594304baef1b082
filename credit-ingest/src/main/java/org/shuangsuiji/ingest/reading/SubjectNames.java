package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of subjects (企业名称) as they are compared, never as they are kept. */
public final class SubjectNames {
    private static final int PERSON_MAX = 4;
    /** How the names of organisations end (企业名称登记管理规定); a person's name has at most four characters and none of these. */
    private static final Pattern ORGANISATION =
            Pattern.compile(".*(公司|企业|工厂|厂|商店|店|铺|商行|中心|合作社|经营部|门市部|馆|事务所|集团|酒楼|饭庄|超市)");

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

    /** Whether a name is one of an organisation; a short one without such an ending may be a person's. */
    static boolean isOrganisation(String name) {
        String key = key(name);
        return key.codePointCount(0, key.length()) > PERSON_MAX
                || ORGANISATION.matcher(key).matches();
    }
}
