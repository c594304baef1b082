package org.shuangsuiji.ingest.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registration status (登记状态) of a subject; only ACTIVE is still trading. */
public enum EnterpriseStatus {
    ACTIVE("存续|存续(在营、开业、在册)|在营(开业)企业|在营(开业)|在营|在业|开业|正常|登记成立|迁入|在册|正常存续|存续在业|1"),
    SUSPENDED("停业|清算|歇业"),
    REVOKED("吊销|吊销企业|已吊销|吊销,未注销|吊销未注销|2"),
    REVOKED_DEREGISTERED("吊销,已注销|吊销并注销|吊销已注销|吊销后注销"),
    DEREGISTERED("注销|已注销|注销企业|企业直接申请注销|3"),
    WITHDRAWN("撤销|撤销登记|已撤销"),
    MOVED_OUT("迁出|迁移异地|迁往市外|市外迁出|已迁出企业|已迁出");

    private static final Map<String, EnterpriseStatus> BY_WORD = byWord();

    /** The words that sources use for it, divided by bars. */
    private final String words;

    EnterpriseStatus(String words) {
        this.words = words;
    }

    /** The status that a word of some source stands for; null when we do not know the word. */
    static @Nullable EnterpriseStatus read(String text) {
        EnterpriseStatus known = BY_WORD.get(text);
        return known != null ? known : BY_WORD.get(tidy(text));
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "").replace("、", ",");
    }

    private static Map<String, EnterpriseStatus> byWord() {
        Map<String, EnterpriseStatus> map = new HashMap<>();
        Arrays.stream(values()).forEach(status -> Arrays.stream(status.words.split("\\|", -1))
                .forEach(word -> map.put(tidy(word), status)));
        return Map.copyOf(map);
    }
}
