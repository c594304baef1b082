package org.shuangsuiji.console.office;

import java.util.List;
import org.springframework.core.env.PropertyResolver;

/** The settings of an office's first start; who gives one of them wants an office, and not one that was invented. */
public final class FirstSettings {
    static final String PASSWORD = "shuangsuiji.first.password";
    static final String ACCOUNT = "shuangsuiji.first.account";
    static final String NAME = "shuangsuiji.first.department-name";
    static final String CODE = "shuangsuiji.first.department-code";
    static final String LEVEL = "shuangsuiji.first.department-level";
    static final String REGION = "shuangsuiji.first.department-region";

    private static final List<String> ALL = List.of(PASSWORD, ACCOUNT, NAME, CODE, LEVEL, REGION);

    private FirstSettings() {}

    /** Whether this start asks for an office. */
    public static boolean given(PropertyResolver settings) {
        return ALL.stream().anyMatch(name -> !settings.getProperty(name, "").isBlank());
    }
}
