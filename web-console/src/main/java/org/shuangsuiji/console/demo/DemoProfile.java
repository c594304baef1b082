package org.shuangsuiji.console.demo;

import java.util.List;
import java.util.Map;
import org.shuangsuiji.console.database.OfficeMark;
import org.shuangsuiji.console.office.FirstSettings;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Decides whether this start is a demo: with the database that comes along, unless it is switched off, somebody gives a
 * setting of an office's first start, or an office works in the data folder; with somebody's own database only when
 * asked for by name.
 */
public class DemoProfile implements EnvironmentPostProcessor {
    /** Everything of the demo exists only with this profile. */
    static final String NAME = "demo";

    /** An office announces a draw a day ahead; a visitor wants to see one within minutes. The rule stays the same. */
    private static final String NOTICE = "shuangsuiji.draw.notice";

    private static final String DEMO_NOTICE = "2s";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of(NAME)) && wanted(environment)) {
            environment.addActiveProfile(NAME);
        }
        if (environment.acceptsProfiles(Profiles.of(NAME)) && !environment.containsProperty(NOTICE)) {
            environment.getPropertySources().addLast(new MapPropertySource("demo", Map.of(NOTICE, DEMO_NOTICE)));
        }
    }

    private static boolean wanted(ConfigurableEnvironment environment) {
        String said = environment.getProperty("shuangsuiji.demo", "").strip();
        boolean own = environment.getProperty("spring.datasource.url", "").isBlank();
        boolean office =
                FirstSettings.given(environment) || OfficeMark.in(environment).stands();
        return (own && !office) ? !List.of("false", "no", "off").contains(said) : said.equals("true");
    }
}
