package org.shuangsuiji.console.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every visible word: all bundles {@code messages-<area>.properties}, Chinese unless the reader asks for English. */
@Configuration(proxyBeanMethods = false)
class Texts {
    private static final Pattern LANGUAGE = Pattern.compile("_[a-z]{2}(_[A-Z]{2})?\\.properties$");

    @Bean
    MessageSource messageSource() {
        var names = new TreeSet<String>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            Arrays.stream(resolver.getResources("classpath*:messages-*.properties"))
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .filter(name -> !LANGUAGE.matcher(name).find())
                    .map(name -> name.substring(0, name.length() - ".properties".length()))
                    .forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The message files cannot be listed", e);
        }
        var source = new ResourceBundleMessageSource();
        source.setBasenames(names.toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return source;
    }

    @Bean
    LanguageChoice localeResolver() {
        return new LanguageChoice();
    }
}
